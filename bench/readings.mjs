// One slot, the whole state and an append of the shipped record, beside a naive replay of the log in the same run.
// The naive side is the written-out definition of semantics (packages/domain/src/testing/oracle.ts): parse, settle, fold.
import { loadCatalogue } from '@policy-timeline/data';
import { parseDay, Timeline, viewOf } from '@policy-timeline/domain';
import { oracleReading } from '@policy-timeline/domain/testing';
import { interleaved, random, table } from './measure.mjs';

const { events } = loadCatalogue();
const records = events.map((event, position) => ({ position, event }));
const timeline = Timeline.of(records);
const { table: readings, slotIndex } = timeline.table('NOMINAL', 'LEGAL');
const slots = [...slotIndex.keys()];
const pick = random(20261121);
const [first, last] = [parseDay('1990-01-01'), timeline.newestKnown];
const day = () => first + Math.floor(pick() * (last - first));
const questions = Array.from({ length: 400 }, () => ({
  slot: slots[Math.floor(pick() * slots.length)],
  date: day(),
  knownAt: day(),
}));
/** The log of the slot's stream with what it needs: the naive replay reads no more than it must. */
const streamOf = new Map(
  slots.map((slot) => {
    const streams = new Set(
      events.filter((e) => e.effects?.some((effect) => effect.slot === slot)).map((e) => e.stream),
    );
    return [slot, records.filter(({ event }) => streams.has(event.stream))];
  }),
);

let compared = 0;
for (const { slot, date, knownAt } of questions) {
  const ours = timeline.read(slot, viewOf({ date, knownAt }));
  const theirs = oracleReading(streamOf.get(slot), { slot, date, knownAt });
  const holds = ours.status === 'IN_FORCE' || ours.status === 'SUSPENDED' ? ours.value : null;
  const shaded = ours.validFrom === null && ours.certainty === 'POSSIBLE';
  if (ours.status !== 'UNKNOWN' && !shaded && JSON.stringify(holds) !== JSON.stringify(theirs.holds)) {
    throw new Error(
      `${slot} at (${date}, ${knownAt}): ${JSON.stringify(holds)} against ${JSON.stringify(theirs)}`,
    );
  }
  compared++;
}

let i = 0;
const next = () => questions[i++ % questions.length];
const out = new Int32Array(readings.slotCount);
const result = interleaved(
  {
    'one slot, raw (row in the table)': () => {
      const q = next();
      return readings.row(slotIndex.get(q.slot), q.date, q.knownAt);
    },
    'one slot, as a reading object': () => {
      const q = next();
      return timeline.read(q.slot, viewOf(q));
    },
    'one slot, naive replay of its stream': () => {
      const q = next();
      return oracleReading(streamOf.get(q.slot), q);
    },
    'whole state, raw': () => {
      const q = next();
      return readings.state(q.date, q.knownAt, out);
    },
    'whole state, as reading objects': () => timeline.state(viewOf(next())),
    'ten years, day by day, whole state each': () => {
      const { knownAt } = next();
      for (let d = parseDay('2016-01-01'); d < parseDay('2026-01-01'); d++) readings.state(d, knownAt, out);
    },
    'one append, index and table anew': () => {
      const event = { ...records.at(-1).event, id: `bench-${i++}` };
      return timeline.append([{ position: records.length, event }]).table('NOMINAL', 'LEGAL');
    },
  },
  { rounds: 15, millisecondsEach: 120 },
);
console.log(
  `\nshipped record: ${records.length} log records, ${slots.length} slots, ${readings.columns.slotEnd.at(-1)} rectangles; ${compared} answers compared with the naive replay, 0 differences\n`,
);
console.log(table(result));
const median = (name) => result.find((r) => r.name === name).medianMicroseconds;
const ratio = median('one slot, naive replay of its stream') / median('one slot, raw (row in the table)');
const ratioObject = median('one slot, naive replay of its stream') / median('one slot, as a reading object');
const state = median('whole state, as reading objects') / 1000;
console.log(
  `\none slot against its replay: ${ratio.toFixed(0)}× raw, ${ratioObject.toFixed(0)}× as an object (target 100×)`,
);
console.log(`whole state: ${state.toFixed(3)} ms as objects (target < 1 ms)`);
if (ratio < 100 || state >= 1) process.exitCode = 1;
