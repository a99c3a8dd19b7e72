// The commands on a log, run by the scripts of the root: verify, backup, restore, copy-log.
// Ends with 0 when done, 1 when the log is damaged, 2 when the command could not be carried out.
import { existsSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { backUpLog, copyLog, EventStoreError, openSqliteEventStore, restoreLog } from '../dist/index.js';
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

async function verify(files) {
  const [file = usualLog()] = atMost(1, files).map(fileFrom);
  if (!existsSync(file)) throw new Usage(`${file} is not there; name a file that holds a log.`);
  const store = await openSqliteEventStore({ file });
  try {
    const { intact, records, head, damage } = await store.verify();
    if (intact) {
      console.log(`${file} is intact: ${records} records, the last at position ${head.position}.`);
      console.log(`hash ${head.hash}`);
      return 0;
    }
    const where = damage.position === null ? 'outside the records' : `at position ${damage.position}`;
    console.error(`${file} is damaged ${where}: ${damage.reason}.`);
    console.error(
      `${records} records before the damage are intact. Restore a backup with npm run restore -- FILE --replace; the damaged file is kept.`,
    );
    return 1;
  } finally {
    await store.close();
  }
}

async function backup(files, { replace }) {
  const [to] = exactly(1, files).map(fileFrom);
  const from = usualLog();
  const { records, head } = await backUpLog(from, to, { replace, onProgress: progress('pages') });
  console.log(`${to} holds ${records} records of ${from}, verified; hash ${head.hash}`);
  return 0;
}

async function restore(files, { replace }) {
  const [from] = exactly(1, files).map(fileFrom);
  const to = usualLog();
  const { records, head, kept } = await restoreLog(from, to, { replace });
  if (kept !== null) console.log(`The log that was there is kept as ${kept}`);
  console.log(`${to} holds ${records} records of ${from}, verified; hash ${head.hash}`);
  return 0;
}

async function copy(urls) {
  const [from, to] = exactly(2, urls).map(fileFrom);
  const show = progress('records');
  const { records, head, resumedAt } = await copyLog(from, to, ({ done, of }) => show(done, of));
  if (resumedAt > 0) console.log(`${resumedAt} records were there from an earlier copy.`);
  console.log(`${to} holds ${records} records of ${from}, verified; hash ${head.hash}`);
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
    ? fileFrom(url)
    : join(resolve(root, process.env.POLICY_DATA_DIR || '.data'), 'policy-timeline.sqlite');
}

/** `sqlite:FILE` or the path of a file; relative paths count from the repository. */
function fileFrom(given) {
  const file = given.startsWith('sqlite:') ? given.slice('sqlite:'.length) : given;
  if (/^(memory:|[a-z+]+:\/\/)/.test(file) || file === '')
    throw new Usage(`"${given}" is no log in a file; write sqlite:FILE or the path of a file.`);
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
