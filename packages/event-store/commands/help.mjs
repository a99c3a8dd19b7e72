const LOG = `The log is the one that the API would use: POLICY_LOG_URL (sqlite:FILE), else policy-timeline.sqlite in
POLICY_DATA_DIR (.data). Relative paths count from the repository.`;
const CODES = 'Ends with 0 when done, 1 when a log is damaged, 2 when the command could not be carried out.';

export const HELP = {
  verify: `npm run verify [-- FILE]
Walks the hash chain of a log and has SQLite check its pages and indexes; names damage by file and position.
Safe while the API runs.

${LOG}
${CODES}`,
  backup: `npm run backup -- FILE [--replace]
Copies the log as it stands at this moment into FILE, while the API goes on writing, and verifies the copy before it
gets its name. A FILE that is there is left alone unless --replace is said.

${LOG}
${CODES}`,
  restore: `npm run restore -- FILE [--replace]
Verifies the backup FILE and puts a copy of it in the place of the log. Stop the API first. A log that is there is left
alone unless --replace is said; then it is kept beside the restored one as NAME.before-restore-TIME.

${LOG}
${CODES}`,
  'copy-log': `npm run copy-log -- FROM TO
Copies every record of one log into another, with positions, instants and hashes. A copy that was stopped goes on where
it ended when the command is given again. The whole target is verified at the end. FROM and TO are sqlite:FILE or paths.

${CODES}`,
};
