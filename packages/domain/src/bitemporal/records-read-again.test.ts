import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, type Day } from '../calendar/civil-day.js';
import { deadlineRows } from '../deadlines/deadline-rows.js';
import type { LogRecord } from '../events/record-event.js';
import { covered, log, on, ordered, voided } from '../testing/builders.js';
import { FEW_DAYS, fewDaysLog, TWO_SLOTS } from '../testing/few-days.js';
import { realisticLog } from '../testing/realistic/realistic-log.js';
import { changeDays } from './changes.js';
import { diff } from './diff.js';
import { LogPrefix } from './log-prefix.js';
import { reasonsOf } from './reasons.js';
import { CachedRecords, type RecordSource } from './record-source.js';
import { inOneGo } from './slices.js';
import { Timeline } from './timeline.js';
import { viewOf } from './view.js';

const seed = Number(process.env.LAWS_SEED ?? Date.now() & 0x7fffffff);
const runs = Number(process.env.LAWS_RUNS ?? 1);
const DAYS: readonly Day[] = [addDays(on(FEW_DAYS[0]), -1), ...FEW_DAYS.map(on), on('2025-05-01')];

/** Each record anew whenever it is asked for, with room for four. */
function readingOf(records: readonly LogRecord[]): RecordSource {
  const texts = records.map((record) => JSON.stringify(record));
  return new CachedRecords({ at: (position) => JSON.parse(texts[position] as string) }, 4);
}
const overSource = (records: readonly LogRecord[], length = records.length): Timeline =>
  inOneGo(Timeline.over(LogPrefix.over(readingOf(records), length)));

/** What a timeline of the two slots says, in every view of the few days. */
function told(timeline: Timeline) {
  const views = (['NOMINAL', 'CERTAIN', 'POSSIBLE'] as const).flatMap((reading) =>
    DAYS.flatMap((date) => [
      ...DAYS.map((knownAt) => viewOf({ date, knownAt, reading })),
      viewOf({ date, reading, asLived: true }),
    ]),
  );
  const slots = TWO_SLOTS.filter((id) => timeline.index.slots.has(id));
  return {
    position: timeline.position,
    newestKnown: timeline.newestKnown,
    records: timeline.records,
    events: [...timeline.record.events],
    known: [...timeline.record.knownWindows],
    recordEvents: timeline.record.recordEvents,
    awaited: [...timeline.index.awaited].sort(),
    states: views.map((view) =>
      timeline
        .state(view)
        .map((reading) => ({ ...reading, decidedBy: reading.decidedBy, value: reading.value })),
    ),
    reasons: views.flatMap((view) => slots.map((id) => reasonsOf(timeline, id, view))),
    diffs: diff(
      { timeline, view: viewOf({ date: DAYS[1] as Day }) },
      { timeline, view: viewOf({ date: DAYS[5] as Day }) },
    ),
    changes: changeDays(timeline, viewOf({ date: DAYS[1] as Day }), {}),
    deadlines: deadlineRows(timeline),
  };
}

it('a timeline whose records are read again when asked for answers as one that holds them', {
  timeout: 30_000 * Math.max(1, runs),
}, () => {
  fc.assert(
    fc.property(fewDaysLog, fc.nat(), (records, cut) => {
      const held = Timeline.of(records);
      const whole = told(held);
      expect(told(overSource(records))).toEqual(whole);
      // One that has grown by appends, and one as of a position in the past.
      const length = cut % (records.length + 1);
      const before = overSource(records, length);
      const first = told(Timeline.of(records.slice(0, length)));
      expect(told(before)).toEqual(first);
      expect(told(before.append(records.slice(length)))).toEqual(whole);
      expect(told(overSource(records).at(length - 1))).toEqual(first);
      expect(told(before)).toEqual(first);
    }),
    { seed, numRuns: Math.ceil(20 * runs) },
  );
});

it('a timeline lets go of its records under its readers: it, those it has grown from and those that grow from it answer as before', {
  timeout: 30_000,
}, () => {
  const records: readonly LogRecord[] = [...realisticLog({ events: 2_600, slots: 40 })];
  const views = ['2010-06-01', '2018-06-01', '2025-07-01'].map((day) =>
    viewOf({ date: on(day), knownAt: on(day) }),
  );
  const said = (timeline: Timeline) =>
    views.map((view) =>
      timeline.state(view).map((reading) => ({ ...reading, event: reading.decidedBy, value: reading.value })),
    );
  const first = Timeline.of(records.slice(0, 1_500));
  first.table('NOMINAL', 'LEGAL');
  const timeline = first.append(records.slice(1_500, 2_300));
  inOneGo(timeline.letGoOfRecords(readingOf(records)));
  const next = timeline.append(records.slice(2_300));
  inOneGo(next.letGoOfRecords(readingOf(records)));
  for (const kept of [first, timeline, next, next.at(1_200), next.at(2_350)])
    expect(said(kept)).toEqual(said(Timeline.of(records.slice(0, kept.position + 1))));
  expect(next.recordOf(records[17]?.event.id ?? '')).toEqual(records[17]);
});

it('a log is settled by reading each record about once, and asked for its size by reading none', () => {
  const records: readonly LogRecord[] = [...realisticLog({ events: 2_600, slots: 40 })];
  let reads = 0;
  const counting: RecordSource = {
    at(position) {
      reads++;
      return records[position] as LogRecord;
    },
  };
  const timeline = inOneGo(
    Timeline.over(LogPrefix.over(counting, records.length, LogPrefix.of(records).names)),
  );
  expect(timeline.index.slots.size).toBeGreaterThan(30);
  // Corrected events are read again, and slots of which nobody is sure to say something.
  expect(reads).toBeLessThan(1.2 * records.length);
  reads = 0;
  expect(timeline.record.events.size).toBe([...Timeline.of(records).record.events].length);
  expect(reads).toBe(0);
});

it('an event whose day cannot be read is a fault only as long as it counts', () => {
  const order = ordered('5 %', { id: 'order', from: '2025-03-01', known: '2025-02-01' });
  const spoiled = { ...order, id: 'spoiled', knownOn: { date: '2025-02-30' } };
  expect(() => Timeline.of(log(covered('2025-03-01', { id: 'coverage' }), order, spoiled))).toThrow(
    '2025-02-30',
  );
  const timeline = Timeline.of(
    log(covered('2025-03-01', { id: 'coverage' }), order, spoiled, voided(spoiled, 'mistake')),
  );
  expect([...timeline.record.events.keys()]).toEqual(['order']);
});
