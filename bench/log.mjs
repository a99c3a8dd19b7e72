// Durable appends beside bare SQLite with the same settings, rounds in turn: singles, batches, and singles on a log of a
// million events beside an empty one. Ends with 1 when a target is missed. See `npm run bench -- log --help`.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parseArgs } from 'node:util';
import { openSqliteEventStore } from '@policy-timeline/event-store';

const HELP = `npm run bench -- log [--events N] [--rounds N] [--singles N]
  --events   size of the long log, 1000000
  --rounds   rounds of each kind, in turn; the median counts, 7
  --singles  appends of one event in a round, 300`;

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '7' },
    singles: { type: 'string', default: '300' },
    help: { type: 'boolean' },
  },
});
if (values.help) {
  console.log(HELP);
  process.exit(0);
}
const [EVENTS, ROUNDS, SINGLES] = [values.events, values.rounds, values.singles].map(Number);
const BATCH = 1_000;

const folder = mkdtempSync(join(tmpdir(), 'bench-log-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const eventOf = () => ({ id: randomUUID(), type: 'TariffSet', ratePercent: 12.5, note: 'x'.repeat(400) });

function bareTable() {
  const database = new DatabaseSync(join(folder, 'bare.db'));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  database.exec(
    'CREATE TABLE event (position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body TEXT NOT NULL) STRICT',
  );
  const insert = database.prepare('INSERT INTO event (id, body) VALUES (?, ?)');
  const put = (event) => insert.run(event.id, JSON.stringify(event));
  return {
    single: async (event) => void put(event),
    batch: async (events) => {
      database.exec('BEGIN IMMEDIATE');
      for (const event of events) put(event);
      database.exec('COMMIT');
    },
    close: () => database.close(),
  };
}

async function ourLog(name) {
  const store = await openSqliteEventStore({ file: join(folder, name) });
  let count = 0;
  const append = async (events) => {
    count += 1;
    await store.append([{ stream: `stream-${count}`, events, expected: 'none' }]);
  };
  return { single: (event) => append([event]), batch: append, close: () => store.close() };
}

const bare = bareTable();
const ours = await ourLog('ours.db');
const long = await ourLog('long.db');
const filledAt = performance.now();
for (let done = 0; done < EVENTS; done += 5_000) {
  await long.batch(Array.from({ length: Math.min(5_000, EVENTS - done) }, eventOf));
}
console.log(`${EVENTS} events written in ${((performance.now() - filledAt) / 1000).toFixed(0)} s`);

/** Events per second. */
async function singles(log) {
  const events = Array.from({ length: SINGLES }, eventOf);
  const start = performance.now();
  for (const event of events) await log.single(event);
  return (SINGLES * 1000) / (performance.now() - start);
}
async function batches(log) {
  const lists = Array.from({ length: 5 }, () => Array.from({ length: BATCH }, eventOf));
  const start = performance.now();
  for (const events of lists) await log.batch(events);
  return (5 * BATCH * 1000) / (performance.now() - start);
}
async function together(log) {
  const events = Array.from({ length: SINGLES }, eventOf);
  const start = performance.now();
  await Promise.all(events.map((event) => log.single(event)));
  return (SINGLES * 1000) / (performance.now() - start);
}

const rows = {
  'one event, bare row': () => singles(bare),
  'one event, our log': () => singles(ours),
  'one event, long log': () => singles(long),
  'at once, our log': () => together(ours),
  '1000 events, bare rows': () => batches(bare),
  '1000 events, our log': () => batches(ours),
};
const rates = Object.fromEntries(Object.keys(rows).map((name) => [name, []]));
for (let round = 0; round < ROUNDS; round += 1)
  for (const [name, run] of Object.entries(rows)) rates[name].push(await run());

const median = (name) => rates[name].toSorted((a, b) => a - b)[ROUNDS >> 1];
for (const name of Object.keys(rows)) {
  const [low, high] = [Math.min(...rates[name]), Math.max(...rates[name])];
  console.log(
    `${name.padEnd(24)} ${median(name).toFixed(0).padStart(8)} events/s   (${low.toFixed(0)}–${high.toFixed(0)})`,
  );
}
const targets = [
  [
    'one event: ours / bare',
    median('one event, our log') / median('one event, bare row'),
    (x) => x >= 0.6,
    '≥ 0.60',
  ],
  [
    '1000 events: ours / bare',
    median('1000 events, our log') / median('1000 events, bare rows'),
    (x) => x >= 0.5,
    '≥ 0.50',
  ],
  [
    'time on the long log / on the short',
    median('one event, our log') / median('one event, long log'),
    (x) => x <= 1.2,
    '≤ 1.20',
  ],
];
for (const [what, ratio, holds, target] of targets) {
  console.log(
    `${what.padEnd(36)} ${ratio.toFixed(2)}  target ${target}  ${holds(ratio) ? 'holds' : 'MISSED'}`,
  );
  if (!holds(ratio)) process.exitCode = 1;
}
await Promise.all([bare.close(), ours.close(), long.close()]);
