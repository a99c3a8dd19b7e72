// The commands on a log, run by the scripts of the root: verify, backup, restore, copy-log.
// Ends with 0 when done, 1 when the log is damaged, 2 when the command could not be carried out.
import { isAbsolute, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { backUpLog, copyLog, EventStoreError, openRowLog, restoreLog } from '../dist/index.js';
import { isLedgerUrl } from '../dist/kurrent/index.js';
import { HELP } from './help.mjs';

class Usage extends Error {}

const [name, root, ...args] = process.argv.slice(2);
const COMMANDS = { verify, backup, restore, 'copy-log': copy };

try {
  const { values, positionals } = read(args);
  if (values.help) console.log(HELP[name]);
  else process.exitCode = await COMMANDS[name](positionals, values);
} catch (error) {
  if (error instanceof Usage) console.error(`${error.message}\n\n${HELP[name]}`);
  else if (error instanceof EventStoreError) console.error(error.message);
  else console.error(error);
  process.exitCode = error instanceof EventStoreError && error.code === 'STORE_DAMAGED' ? 1 : 2;
}

async function verify(logs) {
  const [address = usualLog()] = atMost(1, logs).map(addressFrom);
  const log = await openRowLog(address, { mustExist: true });
  try {
    const { intact, records, head, damage } = await log.verify();
    if (intact) {
      console.log(`${log.name} is intact: ${records} records, the last at position ${head.position}.`);
      console.log(`hash ${head.hash}`);
      return 0;
    }
    const where = damage.position === null ? 'outside the records' : `at position ${damage.position}`;
    console.error(`${log.name} is damaged ${where}: ${damage.reason}.`);
    console.error(
      isLedgerUrl(address)
        ? `${records} records before the damage are intact. Restore the server's backup, or copy a verified log into a new ledger with npm run copy-log.`
        : `${records} records before the damage are intact. Restore a backup with npm run restore -- FILE --replace; the damaged file is kept.`,
    );
    return 1;
  } finally {
    await log.close();
  }
}

async function backup(files, { replace }) {
  const [to] = exactly(1, files).map(fileFrom);
  const from = fileOf(usualLog());
  const { records, head } = await backUpLog(from, to, { replace, onProgress: progress('pages') });
  console.log(`${to} holds ${records} records of ${from}, verified; hash ${head.hash}`);
  return 0;
}

async function restore(files, { replace }) {
  const [from] = exactly(1, files).map(fileFrom);
  const to = fileOf(usualLog());
  const { records, head, kept } = await restoreLog(from, to, { replace });
  if (kept !== null) console.log(`The log that was there is kept as ${kept}`);
  console.log(`${to} holds ${records} records of ${from}, verified; hash ${head.hash}`);
  return 0;
}

async function copy(logs) {
  const [from, to] = exactly(2, logs).map((log) => (log === '-' ? usualLog() : addressFrom(log)));
  const show = progress('records');
  const { name, records, head, resumedAt } = await copyLog(from, to, ({ done, of }) => show(done, of));
  if (resumedAt > 0) console.log(`${resumedAt} records were there from an earlier copy.`);
  console.log(`${name.to} holds ${records} records of ${name.from}, verified; hash ${head.hash}`);
  return 0;
}

function read(given) {
  const options = { help: { type: 'boolean', short: 'h' } };
  if (name === 'backup' || name === 'restore') options.replace = { type: 'boolean' };
  try {
    return parseArgs({ args: given, options, allowPositionals: true });
  } catch (error) {
    throw new Usage(error.message);
  }
}

function exactly(count, given) {
  if (given.length < count) throw new Usage(`${count === 1 ? 'A file is' : 'Two logs are'} to be named.`);
  return atMost(count, given);
}

function atMost(count, given) {
  if (given.length > count) throw new Usage(`"${given[count]}" is one name too many.`);
  return given;
}

/** The log that the API uses with the same environment. */
function usualLog() {
  const url = process.env.POLICY_LOG_URL;
  return url
    ? addressFrom(url)
    : join(resolve(root, process.env.POLICY_DATA_DIR || '.data'), 'policy-timeline.sqlite');
}

/** `kurrentdb://…` as it is; of `sqlite:FILE` and paths the path, counted from the repository. */
function addressFrom(given) {
  return isLedgerUrl(given) ? given : fileFrom(given);
}

/** Backups are files of files. */
function fileOf(address) {
  if (!isLedgerUrl(address)) return address;
  throw new Usage(
    `The log is in KurrentDB: npm run copy-log -- - FILE takes a copy of it, the server's own tools a backup.`,
  );
}

function fileFrom(given) {
  const file = given.startsWith('sqlite:') ? given.slice('sqlite:'.length) : given;
  // What was nearly an address may hold a password.
  if (/^(memory:|[a-z+]+:\/\/)/.test(file) || file === '')
    throw new Usage(`"${file.split(':')[0]}:" is no log in a file; write sqlite:FILE or the path of a file.`);
  return isAbsolute(file) ? file : resolve(root, file);
}

/** At most one line a second. */
function progress(unit) {
  let shownAt = performance.now();
  return (done, of) => {
    if (performance.now() - shownAt < 1_000) return;
    shownAt = performance.now();
    console.log(`${done} of ${of} ${unit}`);
  };
}
