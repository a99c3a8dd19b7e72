import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readyFor } from '../bitemporal/derived-lists.js';
import type { RecordSource } from '../bitemporal/record-source.js';
import { makeReady, prepareAppend, refresh } from '../bitemporal/refresh.js';
import { knownFromAt } from '../bitemporal/row-columns.js';
import { inOneGo } from '../bitemporal/slices.js';
import { Timeline } from '../bitemporal/timeline.js';
import { viewOf } from '../bitemporal/view.js';
import { openLine, wholeState } from '../bitemporal/whole-state.js';
import { addDays, type Day } from '../calendar/civil-day.js';
import type { Track } from '../events/envelope.js';
import type { LogRecord } from '../events/record-event.js';
import { on } from '../testing/builders.js';
import { FEW_DAYS, fewDaysLog, TWO_SLOTS } from '../testing/few-days.js';
import { realisticLog } from '../testing/realistic/realistic-log.js';
import type { StoredBytes } from './sections.js';
import { readSnapshot, snapshotHead, type Unfit, writeSnapshot } from './snapshot.js';

const seed = Number(process.env.LAWS_SEED ?? Date.now() & 0x7fffffff);
const runs = Number(process.env.LAWS_RUNS ?? 1);
const trials = (numRuns: number) => ({ seed, numRuns: Math.ceil(numRuns * runs) });

const READINGS = ['NOMINAL', 'CERTAIN', 'POSSIBLE'] as const;
const TRACKS: readonly Track[] = ['LEGAL', 'COLLECTED'];
const NOMINAL = { reading: 'NOMINAL', track: 'LEGAL' } as const;
const DAYS: readonly Day[] = [addDays(on(FEW_DAYS[0]), -1), ...FEW_DAYS.map(on), on('2025-05-01')];
const sha256 = () => createHash('sha256');

const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
const written = (timeline: Timeline): Uint8Array =>
  joined(...writeSnapshot(timeline, { hash: 'h', madeBy: 'test' }, sha256));
const stored = (bytes: Uint8Array): StoredBytes => ({
  size: bytes.length,
  read: (at, into) => into.set(bytes.subarray(at, at + into.length)),
});
const sourceOf = (records: readonly LogRecord[]): RecordSource => ({
  at: (position) => records[position] as LogRecord,
});
const read = (bytes: Uint8Array, records: readonly LogRecord[]): Timeline | Unfit =>
  inOneGo(readSnapshot(stored(bytes), sourceOf(records), sha256));
function restored(timeline: Timeline): Timeline {
  const found = read(written(timeline), timeline.records);
  if ('unfit' in found) throw new Error(found.unfit);
  return found;
}

/** All that a timeline says of the two slots on the few days. */
function told(timeline: Timeline) {
  return READINGS.flatMap((reading) =>
    TRACKS.flatMap((track) => {
      const { slotIndex, order, ids } = timeline.table(reading, track);
      const asked = TWO_SLOTS.filter((slot) => slotIndex.has(slot));
      return [
        order.map((slot) => ids[slot]),
        ...DAYS.flatMap((date) =>
          DAYS.map((knownAt) => [
            asked.map((slot) => timeline.read(slot, viewOf({ date, knownAt, reading, track }))),
            wholeState(timeline, viewOf({ date, knownAt, reading, track })).length,
          ]),
        ),
      ];
    }),
  );
}
const settled = ({ record, index, newestKnown, position }: Timeline) => ({
  position,
  newestKnown,
  events: [...record.events],
  recordEvents: record.recordEvents,
  subjects: [...record.subjects],
  parties: [...record.parties],
  coverage: [...record.coverage],
  facts: [...record.events.facts],
  spoken: Object.fromEntries(
    [...index.spoken].map(([id, slot]) => [id, { says: slot.says, rows: [...slot.toArray()] }]),
  ),
  awaited: [...index.awaited],
  corrections: [...index.corrections],
});

describe('a timeline that was written and read again', { timeout: 60_000 * Math.max(1, runs) }, () => {
  it('tells what it told before, and goes on as if it had never been away', () => {
    fc.assert(
      fc.property(
        fewDaysLog,
        fc.nat(12),
        fc.nat(12),
        fc.subarray([...READINGS]),
        fc.boolean(),
        (records, first, second, readings, isReady) => {
          const [start, middle] = [first, second].map((n) => n % (records.length + 1)).sort((a, b) => a - b);
          let before = Timeline.of(records.slice(0, start));
          for (const reading of readings) for (const track of TRACKS) before.table(reading, track);
          if (isReady) inOneGo(makeReady(before, NOMINAL));
          before = before.append(records.slice(start, middle));
          if (isReady) before.table('NOMINAL', 'LEGAL');
          const after = restored(before);
          expect(settled(after)).toEqual(settled(before));
          expect(told(after)).toEqual(told(before));
          const growing = (timeline: Timeline) =>
            records.slice(middle).reduce((grown, record) => grown.append([record]), timeline);
          const grown = growing(after);
          expect(settled(grown)).toEqual(settled(growing(before)));
          expect(told(grown)).toEqual(told(Timeline.of(records)));
          const asked = (start ?? 0) - 1;
          expect(told(grown.at(asked))).toEqual(told(Timeline.of(records.slice(0, start))));
        },
      ),
      trials(30),
    );
  });

  it('has its hot slots, its corrections and its lists, and lets appends be laid over them', () => {
    const records = [...realisticLog({ events: 2_000, slots: 20 })];
    let before = Timeline.of(records.slice(0, 1_400));
    inOneGo(makeReady(before, NOMINAL));
    for (let at = 1_400; at < 1_600; at += 25) {
      const next = records.slice(at, at + 25);
      inOneGo(prepareAppend(before, next, NOMINAL) ?? nothing());
      before = inOneGo(before.appendInSlices(next));
    }
    before = before.append(records.slice(1_600, 1_605));
    inOneGo(makeReady(before, NOMINAL));
    before = before.append(records.slice(1_605, 1_610));
    expect(before.table('NOMINAL', 'LEGAL').table.columns.patched?.size).toBeGreaterThan(0);
    let after = restored(before);
    const lists = readyFor(after.table('NOMINAL', 'LEGAL'));
    expect([lists.latest, lists.grid]).not.toContain(undefined);
    expect(lists.latest?.base.table.columns.slotStart).not.toEqual(
      before.table('NOMINAL', 'LEGAL').table.columns.slotStart,
    );
    same(after, before, records);
    for (let at = 1_610; at < records.length; at += 50) {
      const next = records.slice(at, at + 50);
      after = inOneGo(after.appendInSlices(next));
      while (refresh(after, NOMINAL));
    }
    same(after, Timeline.of(records), records);
    // And once more, from what was read.
    same(restored(after), Timeline.of(records), records);
  });

  it('is the one of the moment at which the writing began, whatever is appended meanwhile', () => {
    const records = [...realisticLog({ events: 1_500, slots: 40 })];
    const before = Timeline.of(records.slice(0, 1_000));
    inOneGo(makeReady(before, NOMINAL));
    const writing = writeSnapshot(before, { hash: 'h', madeBy: 'test' }, sha256);
    const parts: Uint8Array[] = [];
    let later = before;
    for (let step = writing.next(); !step.done; step = writing.next()) {
      parts.push(step.value.slice());
      if (later.position + 1 >= records.length) continue;
      later = later.append(records.slice(later.position + 1, later.position + 9));
      inOneGo(makeReady(later, NOMINAL));
    }
    expect(later.position).toBe(records.length - 1);
    const after = read(joined(...parts), records.slice(0, 1_000));
    same(after as Timeline, Timeline.of(records.slice(0, 1_000)), records);
  });
});

it('is read without a look at the log, and a whole state and a reading look at what they tell alone', () => {
  const records = [...realisticLog({ events: 2_000, slots: 200 })];
  const before = Timeline.of(records);
  inOneGo(makeReady(before, NOMINAL));
  const bytes = written(before);
  let looked = 0;
  const counting: RecordSource = {
    at(position) {
      looked++;
      return records[position] as LogRecord;
    },
  };
  const after = inOneGo(readSnapshot(stored(bytes), counting, sha256)) as Timeline;
  wholeState(after, viewOf({ date: after.newestKnown }));
  // The last chunk is not full: an append would have to read it at once.
  expect(looked).toBeLessThan(1024);
  looked = 0;
  const [slot] = after.table('NOMINAL', 'LEGAL').ids;
  after.read(slot ?? '', viewOf({ date: after.newestKnown }));
  expect(looked).toBeLessThan(5);
});

it('days of any year are stored as they are told', () => {
  const records = [...realisticLog({ events: 2_000, slots: 12 })];
  const far = records.map(
    (record) => JSON.parse(JSON.stringify(record).replaceAll('2019-', '0987-')) as LogRecord,
  );
  const timeline = Timeline.of(far.slice(0, 1_500)).append(far.slice(1_500));
  inOneGo(makeReady(timeline, NOMINAL));
  const after = restored(timeline);
  const { columns } = after.table('NOMINAL', 'LEGAL').table;
  expect([columns.days.isNear, columns.dateFrom.constructor]).toEqual([false, Int32Array]);
  same(after, Timeline.of(far), far);
});

/** The same whole states, readings and lines. */
function same(a: Timeline, b: Timeline, records: readonly LogRecord[]): void {
  expect(a.position).toBe(b.position);
  const named = (timeline: Timeline, state: Int32Array) => {
    const built = timeline.table('NOMINAL', 'LEGAL');
    const { table } = built;
    const { columns } = table;
    return built.order.map((slot) => {
      const row = state[slot] as number;
      return [
        built.ids[slot],
        built.eventAt(columns.deciding[row] as number),
        table.plainStatusAt(row),
        knownFromAt(columns, row),
      ];
    });
  };
  for (const date of ['1999-06-01', '2018-03-01', '2025-06-01', '2030-01-01'].map(on)) {
    for (const knownAt of [...['2001-01-01', '2018-06-01', '2025-01-01'].map(on), null]) {
      const view = viewOf({ date, knownAt });
      expect(named(a, wholeState(a, view))).toEqual(named(b, wholeState(b, view)));
    }
    const along = { axis: 'KNOWN', date } as const;
    const [lineA, lineB] = [a, b].map((timeline) =>
      openLine(timeline, along, NOMINAL).at(on('2020-01-01'), new Int32Array(60)),
    ) as [Int32Array, Int32Array];
    expect(named(a, lineA)).toEqual(named(b, lineB));
  }
  for (const slot of a.slots.slice(0, 30)) {
    const view = viewOf({ date: on('2025-06-01'), knownAt: on('2025-03-01') });
    expect(a.read(slot.id, view)).toEqual(b.read(slot.id, view));
  }
  for (const { event } of records.slice(0, a.position + 1).filter((_, i) => i % 37 === 0))
    expect(a.event(event.id)).toEqual(b.event(event.id));
}

function* nothing(): Generator<undefined, void> {}

/** Every byte in the trials. */
const BYTES_BETWEEN = runs > 1 ? 1 : 5;

describe('a file that is not whole', { timeout: 60_000 * Math.max(1, runs) }, () => {
  const records = fc.sample(fewDaysLog, { seed: 3, numRuns: 5 }).sort((a, b) => b.length - a.length)[0] ?? [];
  const timeline = Timeline.of(records);
  timeline.table('NOMINAL', 'LEGAL');
  const bytes = written(timeline);

  it('is refused whichever byte of it has changed', () => {
    for (let at = 0; at < bytes.length; at += BYTES_BETWEEN) {
      const hurt = bytes.slice();
      hurt[at] = (hurt[at] as number) ^ (1 << (at % 8));
      const found = read(hurt, records);
      if (!('unfit' in found)) throw new Error(`byte ${at} of ${bytes.length} changed and nobody noticed`);
    }
  });

  it('is refused when its end is missing, or something was put behind it', () => {
    for (let size = 0; size < bytes.length; size += 97)
      expect(read(bytes.slice(0, size), records)).toHaveProperty('unfit');
    expect(read(joined(bytes, Uint8Array.of(0)), records)).toHaveProperty('unfit');
  });

  it('is refused with sections of another snapshot in it', () => {
    const other = written(Timeline.of(records.slice(0, -1)));
    expect(read(joined(bytes.subarray(0, 500), other.subarray(500)), records)).toHaveProperty('unfit');
  });

  it('says what it is of before it is read', () => {
    expect(snapshotHead(stored(bytes), sha256)).toEqual({
      version: expect.any(Number),
      madeBy: 'test',
      position: records.length - 1,
      hash: 'h',
    });
  });
});
