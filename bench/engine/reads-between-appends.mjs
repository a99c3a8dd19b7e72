// Whether anyone waits while events are appended and lists are built anew: the log in an SQLite file, opened and followed as the
// API does it, so the events of a long log are read from the file again. A reader asks for the whole state in every pass of the
// event loop; what else a pass did is what it waited for.
import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PerformanceObserver } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { viewOf, wholeState } from '@policy-timeline/domain';
import { openSqliteEventStore } from '@policy-timeline/event-store';
import { writeLog } from '../api-at-scale/write-log.mjs';
import { summary } from '../measure.mjs';

/** Enough to go past the number of touched slots at which lines are built anew. */
const APPENDS_IN_A_ROW = 1500;
/** Slow appends are told by how few of them fit in here. */
const SECONDS_OF_APPENDS = 30;
/** Lists go on being built anew after the last of them. */
const SECONDS_AFTER = 2;
/** As the API is configured by default: a longer log lets go of its events. */
const RECORDS_IN_MEMORY = 131_072;
/** Newest events of a slot looked at for one that says a single thing of it. */
const EVENTS_LOOKED_AT = 20;
/** A turn, and a read, may take so long. */
const MOST_MILLISECONDS = 5;

const { Timelines } = await import(new URL('../../apps/api/dist/timeline/timelines.js', import.meta.url));
const { size, log: madeBefore, outFile } = JSON.parse(process.argv[2]);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));
const say = (text) => console.error(`  ${size}: ${text}`);

const folder = mkdtempSync(join(tmpdir(), 'bench-appends-'));
try {
  const file = join(folder, 'log.sqlite');
  if (madeBefore && existsSync(madeBefore)) copyFileSync(madeBefore, file);
  else {
    say(`a log is written to an SQLite file`);
    await writeLog(file, size, () => undefined);
    if (madeBefore) copyFileSync(file, madeBefore);
  }
  writeFileSync(outFile, JSON.stringify(await measured(file)));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measured(file) {
  const log = await openSqliteEventStore({ file });
  const timelines = Timelines.following(log, { recordsInMemory: RECORDS_IN_MEMORY });
  await timelines.ready;
  const { timeline, position } = timelines.current;
  const view = viewOf({ date: timeline.newestKnown - 100 });
  const out = new Int32Array(2 * timeline.slotIds.length);
  const chosen = assertionsOf(timeline);
  wholeState(timeline, view, out);
  globalThis.gc?.();
  const { heapUsed } = process.memoryUsage();

  const collections = [];
  const observer = new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      collections.push({ start: startTime, milliseconds: duration });
  });
  observer.observe({ entryTypes: ['gc'] });
  const [reads, turns] = [[], []];
  let goesOn = true;
  const reading = (async () => {
    while (goesOn) {
      const start = performance.now();
      await new Promise((resolve) => setImmediate(resolve));
      turns.push({ start, milliseconds: performance.now() - start });
      const asked = performance.now();
      wholeState(timelines.current.timeline, view, out);
      reads.push(performance.now() - asked);
    }
  })();
  const appends = [];
  const until = performance.now() + SECONDS_OF_APPENDS * 1000;
  for (const { fact: _, ...event } of chosen) {
    if (performance.now() > until) break;
    const start = performance.now();
    const expected = timelines.revisionOf(event.stream, timelines.current.position) ?? 'none';
    const events = [{ ...event, id: `appended-${appends.length}` }];
    const receipt = await log.append([{ stream: event.stream, events, expected }], { actor: 'bench' });
    await timelines.waitFor(receipt.position);
    appends.push(performance.now() - start);
  }
  await setTimeout(SECONDS_AFTER * 1000);
  goesOn = false;
  await reading;
  // Entries of the collector come some time after it.
  await setTimeout(100);
  timelines.stop();
  await log.close();

  for (const turn of turns) turn.collecting = overlap(turn, collections);
  const undisturbed = turns
    .filter(({ collecting }) => collecting === 0)
    .map(({ milliseconds }) => milliseconds);
  const longest = turns.reduce((a, b) => (b.milliseconds > a.milliseconds ? b : a));
  return {
    appends: appends.length,
    append: summary(appends),
    read: summary(reads),
    turn: {
      ...summary(turns.map(({ milliseconds }) => milliseconds)),
      collectingInTheLongest: longest.collecting,
    },
    undisturbed: summary(undisturbed),
    count: turns.length,
    over: turns.filter(({ milliseconds }) => milliseconds > MOST_MILLISECONDS).length,
    undisturbedOver: undisturbed.filter((milliseconds) => milliseconds > MOST_MILLISECONDS).length,
    eventsInMemory: position < RECORDS_IN_MEMORY,
    heapMb: heapUsed / 2 ** 20,
  };
}

/** Milliseconds of a turn in which the collector of garbage was at work. */
function overlap({ start, milliseconds }, collections) {
  let sum = 0;
  for (const one of collections) {
    const from = Math.max(start, one.start);
    const to = Math.min(start + milliseconds, one.start + one.milliseconds);
    if (to > from) sum += to - from;
  }
  return sum;
}

/** A newest assertion of each of many slots, hot and quiet ones alike. */
function assertionsOf(timeline) {
  const { ids, record } = timeline.table('NOMINAL', 'LEGAL');
  const built = timeline.table('NOMINAL', 'LEGAL');
  const step = Math.max(1, Math.floor(ids.length / APPENDS_IN_A_ROW));
  const chosen = [];
  for (let slot = 0; slot < ids.length && chosen.length < APPENDS_IN_A_ROW; slot += step) {
    const newest = built.slotAt(slot).toArray().slice(-EVENTS_LOOKED_AT).reverse();
    for (const row of newest) {
      const event = record.events.eventAt(row);
      if (event?.effects.length !== 1 || event.effects[0].act !== 'ASSERT') continue;
      chosen.push(event);
      break;
    }
  }
  return chosen;
}
