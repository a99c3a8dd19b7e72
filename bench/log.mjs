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
  --rounds   rounds of each kind, in turn; the median of their ratios counts, 41
  --singles  appends of one event in a round, 50
The disk's sync is most of a single append: on a busy disk only the ratios of one round say something.
TMPDIR names the folder, and so the disk.`;

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '41' },
    singles: { type: 'string', default: '50' },
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

/** The peer: the id, unique, and the body as JSON; no stream, no hash, no instant. The same settings as our log. */
function bareTable(name) {
  const database = new DatabaseSync(join(folder, name));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON');
  database.exec('PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = 4000');
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

const [bare, bareBatches] = [bareTable('bare.db'), bareTable('bare-batches.db')];
const [short, ofBatches, long] = await Promise.all(['short.db', 'batches.db', 'long.db'].map(ourLog));
const filledAt = performance.now();
for (let done = 0; done < EVENTS; done += 5_000) {
  await long.batch(Array.from({ length: Math.min(5_000, EVENTS - done) }, eventOf));
}
console.log(`${EVENTS} events written in ${((performance.now() - filledAt) / 1000).toFixed(0)} s`);

/** Events per second of `count` calls with `of` events each. */
async function rateOf(call, count, of) {
  const lists = Array.from({ length: count }, () => Array.from({ length: of }, eventOf));
  const start = performance.now();
  for (const events of lists) await call(events);
  return (count * of * 1000) / (performance.now() - start);
}
async function together(log) {
  const events = Array.from({ length: SINGLES }, eventOf);
  const start = performance.now();
  await Promise.all(events.map((event) => log.single(event)));
  return (SINGLES * 1000) / (performance.now() - start);
}
const singles = (log) => rateOf(([event]) => log.single(event), SINGLES, 1);
const batches = (log) => rateOf((events) => log.batch(events), 4, BATCH);

/** One kind after the other: the pages of a thousand events are still on their way to the disk when single ones come next. */
const kinds = [
  {
    'one event, bare row': () => singles(bare),
    'one event, our log': () => singles(short),
    'one event, long log': () => singles(long),
    'at once, our log': () => together(short),
  },
  {
    '1000 events, bare rows': () => batches(bareBatches),
    '1000 events, our log': () => batches(ofBatches),
  },
];
const rates = Object.fromEntries(kinds.flatMap(Object.keys).map((name) => [name, []]));
for (const rows of kinds) {
  for (let round = 0; round < ROUNDS; round += 1) {
    // Each in turn is the first: whoever comes after another's write finds the disk busier.
    const names = Object.keys(rows);
    for (let i = 0; i < names.length; i += 1) {
      const name = names[(i + round) % names.length];
      rates[name].push(await rows[name]());
    }
  }
}

const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];
for (const [name, list] of Object.entries(rates)) {
  const [low, high] = [Math.min(...list), Math.max(...list)];
  console.log(
    `${name.padEnd(24)} ${median(list).toFixed(0).padStart(8)} events/s   (${low.toFixed(0)}–${high.toFixed(0)})`,
  );
}
/** The median of the ratios of each round: what a neighbour takes, it takes from both. */
const ratio = (one, other) => median(rates[one].map((rate, round) => rate / rates[other][round]));
/** All the time of all the rounds: what comes seldom, as the folding in of the write-ahead log, is in it. */
const ofAll = (one, other) => {
  const time = (name) => rates[name].reduce((sum, rate) => sum + 1 / rate, 0);
  return time(other) / time(one);
};
const targets = [
  ['one event: ours / bare', 'one event, our log', 'one event, bare row', (x) => x >= 0.6, '≥ 0.60'],
  ['1000 events: ours / bare', '1000 events, our log', '1000 events, bare rows', (x) => x >= 0.5, '≥ 0.50'],
  [
    'time on the long log / on the short',
    'one event, our log',
    'one event, long log',
    (x) => x <= 1.2,
    '≤ 1.20',
  ],
];
for (const [what, one, other, holds, target] of targets) {
  const found = ratio(one, other);
  console.log(
    `${what.padEnd(36)} ${found.toFixed(2)}  target ${target}  ${holds(found) ? 'holds' : 'MISSED'}   (all rounds together ${ofAll(one, other).toFixed(2)})`,
  );
  if (!holds(found)) process.exitCode = 1;
}
for (const log of [bare, bareBatches, short, ofBatches, long]) await log.close();
