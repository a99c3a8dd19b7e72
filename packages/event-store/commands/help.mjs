const LOG = `The log is the one that the API would use: POLICY_LOG_URL (sqlite:FILE or kurrentdb://…), else policy-timeline.sqlite
in POLICY_DATA_DIR (.data). Relative paths count from the repository.`;
const ONLY_FILES = `For a log in a file; a ledger in KurrentDB is copied out with npm run copy-log, and backed up by its own server.`;
const CODES = 'Ends with 0 when done, 1 when a log is damaged, 2 when the command could not be carried out.';

export const HELP = {
  verify: `npm run verify [-- LOG]
Walks the hash chain of a log, and of a log in a file has SQLite check the pages and indexes; names damage by log and
position. Of an intact log in a file it then says whether the snapshot that the API keeps beside it fits; one that does
not is no damage. Safe while the API runs. LOG is sqlite:FILE, a path, or kurrentdb://USER:PASSWORD@HOST:2113?tls=true.

${LOG}
${CODES}`,
  backup: `npm run backup -- FILE [--replace]
Copies the log as it stands at this moment into FILE, while the API goes on writing, and verifies the copy before it
gets its name. A FILE that is there is left alone unless --replace is said.
${ONLY_FILES}

${LOG}
${CODES}`,
  restore: `npm run restore -- FILE [--replace]
Verifies the backup FILE and puts a copy of it in the place of the log. Stop the API first. A log that is there is left
alone unless --replace is said; then it is kept beside the restored one as NAME.before-restore-TIME.
${ONLY_FILES}

${LOG}
${CODES}`,
  'copy-log': `npm run copy-log -- FROM TO
Copies every record of one log into another, with positions, instants and hashes. A copy that was stopped goes on where
it ended when the command is given again. The whole target is verified at the end. FROM and TO are sqlite:FILE, paths of
files, or kurrentdb://USER:PASSWORD@HOST:2113?tls=true (ledger=NAME beside tls names another ledger than the usual).
A password on the command line is seen by whoever lists processes: FROM or TO may be "-", for the address in POLICY_LOG_URL.

${CODES}`,
};
