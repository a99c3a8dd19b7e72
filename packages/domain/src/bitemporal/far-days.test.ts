import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, type Day, FIRST_DAY, formatDay, LAST_DAY } from '../calendar/civil-day.js';
import type { LogRecord } from '../events/record-event.js';
import { covered, log, on, ordered } from '../testing/builders.js';
import { FEW_DAYS, logOf, TWO_SLOTS, telling } from '../testing/few-days.js';
import { saidOn } from './build-table.js';
import { compacted, succeed } from './compact-table.js';
import { STALE_SLOTS } from './derived-lists.js';
import type { Reading } from './lens.js';
import { refresh } from './refresh.js';
import { dateFromAt, dateUntilAt, dueOnAt, knownFromAt, knownUntilAt } from './row-columns.js';
import { inOneGo } from './slices.js';
import { rectanglesOf } from './slot-history.js';
import { LOCATED_ROWS } from './slot-locator.js';
import { rowsOf } from './slot-rows.js';
import { Timeline } from './timeline.js';
import { viewOf } from './view.js';
import { openLine, wholeState } from './whole-state.js';

const seed = Number(process.env.LAWS_SEED ?? Date.now() & 0x7fffffff);
const runs = Number(process.env.LAWS_RUNS ?? 1);

/** The few days, the first and last of them at the ends of the calendar or beside the edges of what has 16 bits. */
const ENDS = [
  ['0001-01-01', '9999-12-31'],
  ['1924-12-31', '2025-04-04'],
  ['1925-01-01', '2104-06-04'],
  ['2025-03-30', '2104-06-05'],
  ['0987-06-05', '2104-06-03'],
] as const;
const moved = (records: readonly LogRecord[], [first, last]: readonly [string, string]): LogRecord[] =>
  JSON.parse(
    JSON.stringify(records)
      .replaceAll(FEW_DAYS[0], first)
      .replaceAll(FEW_DAYS[FEW_DAYS.length - 1] as string, last),
  );

/** Rows are the rectangles of their slots, and found at every point by whatever answers there. */
function check(timeline: Timeline, reading: Reading, days: readonly Day[]): void {
  const { table, slotIndex } = timeline.table(reading, 'LEGAL');
  const { columns, slotCount } = table;
  const out = new Int32Array(slotCount);
  for (const id of TWO_SLOTS) {
    const slot = slotIndex.get(id);
    const said = timeline.index.slots.get(id);
    if (slot === undefined || !said) continue;
    const rectangles = rectanglesOf(saidOn(said, 'LEGAL'), reading);
    expect(
      rowsOf(columns, slot).map((row) => ({
        dateFrom: dateFromAt(columns, row),
        dateUntil: dateUntilAt(columns, row),
        knownFrom: knownFromAt(columns, row),
        knownUntil: knownUntilAt(columns, row),
      })),
    ).toEqual(
      rectangles.map(({ dateFrom, dateUntil, knownFrom, knownUntil }) => ({
        dateFrom,
        dateUntil,
        knownFrom,
        knownUntil,
      })),
    );
    for (const date of days)
      for (const knownAt of days) {
        const [row] = rowsOf(columns, slot).filter(
          (r) =>
            dateFromAt(columns, r) <= date &&
            date < dateUntilAt(columns, r) &&
            knownFromAt(columns, r) <= knownAt &&
            knownAt < knownUntilAt(columns, r),
        );
        const along = { reading, track: 'LEGAL' } as const;
        expect({
          table: table.row(slot, date, knownAt),
          state: wholeState(timeline, viewOf({ date, knownAt, reading }), out)[slot],
          line: openLine(timeline, { axis: 'KNOWN', date }, along).at(knownAt, out)[slot],
        }).toEqual({ table: row, state: row, line: row });
      }
  }
}

it('days of any year are read as they were told, those told later included', { timeout: 60_000 }, () => {
  const told = fc.array(telling, { minLength: 4, maxLength: 14 }).map(logOf);
  fc.assert(
    fc.property(
      told,
      fc.constantFrom(...ENDS),
      fc.nat(12),
      fc.constantFrom<Reading>('NOMINAL', 'POSSIBLE'),
      (records, ends, cut, reading) => {
        const all = moved(records, ends);
        const days = [
          FIRST_DAY,
          ...ends.flatMap((d) => [-1, 0, 1].map((n) => addDays(on(d), n))),
          on('2025-04-01'),
        ]
          .filter((day) => FIRST_DAY <= day && day <= LAST_DAY)
          .concat(LAST_DAY);
        const first = Timeline.of(all.slice(0, 4 + cut));
        check(first, reading, days);
        const grown = first.append(all.slice(4 + cut));
        check(grown, reading, days);
        check(first, reading, days);
        check(Timeline.of(all), reading, days);
      },
    ),
    { seed, numRuns: Math.ceil(25 * runs) },
  );
});

it('one plan for the last day of the calendar is written where all others lie, and earlier versions read on', () => {
  const [japan, canada] = TWO_SLOTS;
  const near = log(covered('2025-06-01'), ordered('24 %', { slot: japan, from: '2025-04-02' }));
  const before = Timeline.of(near);
  const narrow = before.table('NOMINAL', 'LEGAL').table.columns;
  const far = log(
    ...near.map(({ event }) => event),
    ordered('5 %', { slot: canada, from: '9999-12-31', known: '2025-05-01' }),
  );
  const after = before.append(far.slice(near.length));
  const wide = after.table('NOMINAL', 'LEGAL').table;
  expect([narrow.days.isNear, wide.columns.days.isNear]).toEqual([true, false]);
  const asked = [on('2025-04-01'), on('2025-04-02'), addDays(LAST_DAY, -1), LAST_DAY];
  check(before, 'NOMINAL', asked);
  check(after, 'NOMINAL', asked);
  // A tidied arena stays as wide as its rows need.
  for (let turns = 0; turns < STALE_SLOTS && refresh(after, { reading: 'NOMINAL', track: 'LEGAL' }); turns++);
  check(after.append([]), 'NOMINAL', asked);
});

it('a version of near days goes on in the arena of one with far days', () => {
  const [japan, canada] = TWO_SLOTS;
  const near = log(
    covered('2025-06-01'),
    ordered('24 %', { slot: japan, from: '2025-04-02', modality: 'PLANNED', known: '2025-03-30' }),
    ordered('10 %', { slot: canada, from: '2025-04-03' }),
  );
  const told = near.map(({ event }) => event);
  const before = Timeline.of(near);
  before.table('NOMINAL', 'LEGAL');
  const far = log(...told, ordered('5 %', { slot: japan, from: '9999-12-31', known: '2025-05-01' }));
  const after = before.append(far.slice(near.length)).table('NOMINAL', 'LEGAL');
  succeed(after, inOneGo(compacted(after)));
  const more = log(...told, ordered('7 %', { slot: canada, from: '2025-04-05' }));
  const grown = before.append(more.slice(near.length));
  expect(grown.table('NOMINAL', 'LEGAL').table.columns.days.isNear).toBe(false);
  check(grown, 'NOMINAL', [on('2025-04-01'), on('2025-04-02'), on('2025-04-05'), LAST_DAY]);
  const duesOf = (timeline: Timeline) => {
    const { table, slotIndex } = timeline.table('NOMINAL', 'LEGAL');
    return rowsOf(table.columns, slotIndex.get(japan) as number).map((row) => dueOnAt(table.columns, row));
  };
  expect(duesOf(grown)).toEqual(duesOf(Timeline.of(more)));
});

it('the rows of a full slot are found after another slot has brought a far day', () => {
  const [japan, canada] = TWO_SLOTS;
  const orders = Array.from({ length: 2 * LOCATED_ROWS }, (_, i) =>
    ordered('10 %', {
      slot: japan,
      from: formatDay(addDays(on('2025-01-01'), 7 * (i % 50))),
      known: formatDay(addDays(on('2025-01-01'), i)),
    }),
  );
  const near = log(covered('2025-06-01'), ...orders);
  const before = Timeline.of(near);
  const { arena, table } = before.table('NOMINAL', 'LEGAL');
  expect(arena.locator(table.columns.slotStart[0] as number)).toBeDefined();
  const far = log(...near.map(({ event }) => event), ordered('5 %', { slot: canada, from: '9999-12-31' }));
  const after = before.append(far.slice(near.length));
  expect(after.table('NOMINAL', 'LEGAL').table.columns.days.isNear).toBe(false);
  check(after, 'NOMINAL', ['2024-12-31', '2025-01-08', '2025-03-01', '2025-08-01', '9999-12-31'].map(on));
});
