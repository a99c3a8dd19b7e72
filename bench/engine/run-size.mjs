// One size in a process of its own: builds the log, ours and the peers, compares their answers, times the rows, writes JSON.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import * as domain from '@policy-timeline/domain';
import { realisticLog } from '@policy-timeline/domain/testing';
import { agree } from './agree.mjs';
import { timeAppends } from './appends.mjs';
import { coldStarts, writeLines } from './cold-start.mjs';
import { Ours } from './ours.mjs';
import { EmmettPeer, streamsOf } from './peers/emmett.mjs';
import { NaiveReplay, statementsOf } from './peers/naive.mjs';
import { findPostgres, PostgresPeer } from './peers/postgres.mjs';
import { SqlitePeer } from './peers/sqlite.mjs';
import { questionsOf } from './questions.mjs';
import { SIZES } from './rows.mjs';
import { timeRows } from './time-rows.mjs';

const { size, rounds, millisecondsEach, peers, only, outFile } = JSON.parse(process.argv[2]);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));
const say = (text) => console.error(`  ${size}: ${text}`);
const started = performance.now();
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
/** Buffers that nobody holds any more are given back some time after a collection, not in it. */
const used = async () => {
  for (let i = 0; i < 2; i++) {
    globalThis.gc?.();
    await setTimeout(200);
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

const { events, slots } = SIZES[size];
const records = [...realisticLog({ events, slots })];
say(`${events} records made in ${seconds(started)}`);

/** Index, table, two lines and the grid. */
function built(log) {
  const side = new Ours(domain, log);
  const [{ date, knownAt }] = questionsOf(1);
  for (const along of [
    { axis: 'VALID', knownAt: side.newest },
    { axis: 'VALID', asLived: true },
  ])
    side.line(along).at(date, new Int32Array(side.slotCount));
  side.state(date, knownAt, new Int32Array(side.slotCount));
  return side;
}
// Compiled code is no part of what an event takes.
built([...realisticLog({ events: 3_000, slots: 200, seed: 1 })]);
const beforeIndex = await used();
const building = performance.now();
const ours = built(records);
const builtIn = performance.now() - building;
const indexBytes = (await used()) - beforeIndex;
const rectangles = ours.rectangles();
say(
  `index, table and lines in ${seconds(building)}: ${ours.slotCount} slots, ${rectangles.count} rectangles`,
);

const said = statementsOf(records, ours.slotIndex);
const bySlot = streamsOf(said);
const hot = [...bySlot].sort((a, b) => b[1].length - a[1].length)[0][0];
const naive = new NaiveReplay(said.statements, said.revocations, ours.slotCount);

let sqlite;
if (peers.includes('sqlite')) {
  const loading = performance.now();
  sqlite = new SqlitePeer(rectangles, ours.newest);
  say(`SQLite loaded in ${seconds(loading)}`);
}

const emmett = new EmmettPeer();
// All streams where its append, which counts every stream for every event, still allows it.
const whole = events <= 100_000;
const beforeEmmett = await used();
await emmett.load(whole ? freshly(bySlot) : new Map([[hot, bySlot.get(hot)]]));
const emmettBytes = whole ? (await used()) - beforeEmmett : null;

let postgres;
let postgresSkipped = null;
if (peers.includes('postgres')) {
  const bin = findPostgres();
  if (bin) {
    try {
      postgres = await PostgresPeer.start(bin, rectangles, say);
    } catch (error) {
      postgresSkipped = `PostgreSQL did not start: ${error.message.split('\n')[0]}`;
    }
  } else
    postgresSkipped =
      'PostgreSQL is not installed here (initdb, postgres and psql were looked for), so its column is empty';
} else postgresSkipped = 'PostgreSQL was left out';
if (postgresSkipped) say(postgresSkipped);

try {
  const comparing = performance.now();
  const compared = await agree({ ours, naive, sqlite, postgres, emmett, hot }, questionsOf(4711));
  say(`${compared} answers compared, 0 differences, in ${seconds(comparing)}`);
  const rows = await timeRows(
    { ours, naive, sqlite, postgres, emmett, hot },
    { rounds, millisecondsEach, only },
  );
  say(`rows timed after ${seconds(started)}`);
  const appends = only ? null : await timeAppends(ours, hot, records, { rounds, millisecondsEach });
  if (appends) say(`appends timed after ${seconds(started)}`);
  const coldStart = only ? null : await timeColdStart();
  if (coldStart) say(`cold starts timed after ${seconds(started)}`);
  writeFileSync(
    outFile,
    JSON.stringify({
      size,
      events,
      slots: ours.slotCount,
      rectangles: rectangles.count,
      hotActs: bySlot.get(hot).length,
      builtInMilliseconds: builtIn,
      compared,
      rows,
      appends,
      coldStart,
      memory: {
        oursPerEvent: indexBytes / events,
        emmettPerEvent: emmettBytes === null ? null : emmettBytes / events,
        postgresPerEvent: postgres ? postgres.bytes / events : null,
      },
      postgres: postgres?.version ?? null,
      postgresSkipped,
    }),
  );
} finally {
  sqlite?.close();
  await postgres?.stop();
}

/** Emmett keeps the objects it is given, so it is given its own. */
function freshly(streams) {
  return new Map([...streams].map(([slot, list]) => [slot, list.map((one) => ({ ...one }))]));
}

async function timeColdStart() {
  const folder = mkdtempSync(join(tmpdir(), 'bench-cold-'));
  try {
    const file = join(folder, 'log.jsonl');
    await writeLines(records, file);
    return await coldStarts(file, events > 100_000 ? 1 : 3);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
