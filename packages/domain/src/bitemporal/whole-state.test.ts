import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { addDays, type Day, formatDay } from '../calendar/civil-day.js';
import { covered, log, on, ordered } from '../testing/builders.js';
import { FEW_DAYS, fewDaysLog, logOf, TWO_SLOTS, telling } from '../testing/few-days.js';
import { Grid } from './grid.js';
import type { Reading } from './lens.js';
import { ReadingTable } from './reading-table.js';
import { refresh } from './refresh.js';
import { sameRow } from './row-columns.js';
import { inOneGo } from './slices.js';
import { SlotLocator } from './slot-locator.js';
import { Timeline } from './timeline.js';
import { viewOf } from './view.js';
import { diffRows, openLine, wholeState } from './whole-state.js';

const seed = Number(process.env.LAWS_SEED ?? Date.now() & 0x7fffffff);
const runs = Number(process.env.LAWS_RUNS ?? 1);
const trials = (numRuns: number) => ({ seed, numRuns: Math.ceil(numRuns * runs) });

const DAYS: readonly Day[] = [addDays(on(FEW_DAYS[0]), -1), ...FEW_DAYS.map(on), on('2025-05-01')];
const day = fc.constantFrom(...DAYS);
/** Enough on few days that many rows begin between two of them. */
const longLog = fc.array(telling, { minLength: 20, maxLength: 40 }).map(logOf);
/** A log cut into a start and two appends, so that lines and grid of an earlier version are laid over. */
const grown = fc.tuple(fewDaysLog, fc.nat(8), fc.nat(8), day, day).map(([told, a, b, date, knownAt]) => {
  // Covered only so far that an append moves the newest known day.
  const early = { position: 0, event: covered('2025-03-29', { id: 'coverage' }) };
  const records = a % 2 === 0 ? [early, ...told.slice(1)] : told;
  const cuts = [a, b].map((n) => 3 + (n % Math.max(1, records.length - 3))).sort((x, y) => x - y);
  const parts = [records.slice(0, cuts[0]), records.slice(cuts[0], cuts[1]), records.slice(cuts[1])] as const;
  return { parts, date, knownAt };
});

describe('whole states, by whatever structure answers them, are the rows of their slots', {
  timeout: 60_000 * Math.max(1, runs),
}, () => {
  let comparisons = 0;
  let differences = 0;
  afterAll(() =>
    console.log(
      `whole states: seed ${seed}, ${comparisons} rows compared, ${differences} differences (95 % bound 3/${comparisons})`,
    ),
  );

  const rowByRow = (timeline: Timeline, reading: Reading, date: Day, knownAt: Day): number[] => {
    const { table } = timeline.table(reading, 'LEGAL');
    return Array.from({ length: table.slotCount }, (_, slot) => table.row(slot, date, knownAt));
  };
  const same = (state: Int32Array, rows: readonly number[]): void => {
    comparisons += rows.length;
    if (rows.every((row, slot) => state[slot] === row)) return;
    differences++;
    expect([...state]).toEqual(rows);
  };
  const check = (timeline: Timeline, reading: Reading): void => {
    const along = { reading, track: 'LEGAL' } as const;
    const lived = openLine(timeline, { axis: 'VALID', asLived: true }, along);
    const { slotCount } = timeline.table(reading, 'LEGAL').table;
    const scrubbed = lived.at(DAYS[0] as Day, new Int32Array(slotCount));
    let at = DAYS[0] as Day;
    for (const date of [...DAYS, DAYS[0] as Day]) {
      const asLived = rowByRow(timeline, reading, date, date);
      same(wholeState(timeline, viewOf({ date, reading, asLived: true })), asLived);
      same(lived.move(scrubbed, at, date), asLived);
      at = date;
      const latest = rowByRow(timeline, reading, date, timeline.newestKnown);
      same(wholeState(timeline, viewOf({ date, reading })), latest);
      const knowledge = openLine(timeline, { axis: 'KNOWN', date }, along);
      for (const knownAt of DAYS) {
        const rows = rowByRow(timeline, reading, date, knownAt);
        same(wholeState(timeline, viewOf({ date, knownAt, reading })), rows);
        same(knowledge.at(knownAt, new Int32Array(slotCount)), rows);
      }
    }
  };

  it('on every line and off them, with appends in between, before and after the lists are built anew', () => {
    fc.assert(
      fc.property(grown, fc.constantFrom<Reading>('NOMINAL', 'CERTAIN', 'POSSIBLE'), ({ parts }, reading) => {
        let timeline = Timeline.of(parts[0]);
        check(timeline, reading);
        const first = timeline;
        timeline = timeline.append(parts[1]);
        check(timeline, reading);
        timeline = timeline.append(parts[2]);
        check(timeline, reading);
        refresh(timeline, { reading, track: 'LEGAL' });
        check(timeline, reading);
        check(first, reading);
      }),
      trials(60),
    );
  });

  it('a plan whose day passes by an append to another slot is seen to have passed', () => {
    const [japan, canada] = TWO_SLOTS;
    const plan = ordered('24 %', {
      slot: japan,
      from: '2025-04-02',
      known: '2025-03-30',
      modality: 'PLANNED',
    });
    const news = ordered('10 %', { slot: canada, from: '2025-04-04', known: '2025-04-04' });
    const records = log(plan, ordered('5 %', { slot: canada, from: '2025-03-30' }), news);
    const before = Timeline.of(records.slice(0, 2));
    const view = viewOf({ date: on('2025-04-03') });
    const statusOfJapan = (timeline: Timeline) => {
      const { table, slotIndex } = timeline.table('NOMINAL', 'LEGAL');
      const row = wholeState(timeline, view)[slotIndex.get(japan) as number] as number;
      return table.plainStatusAt(row);
    };
    expect([before, before.append(records.slice(2))].map(statusOfJapan)).toEqual(['SCHEDULED', 'UNKNOWN']);
  });

  it('a grid of two dates walks from them to every other, and a locator finds the row of any slot', () => {
    fc.assert(
      fc.property(longLog, fc.constantFrom<Reading>('NOMINAL', 'POSSIBLE'), (records, reading) => {
        const { table } = Timeline.of(records).table(reading, 'LEGAL');
        const { columns } = table;
        const grid = Grid.of(columns, 2);
        const locators = [...columns.slotEnd.keys()].map((slot) =>
          inOneGo(
            SlotLocator.inSlices(columns, columns.slotStart[slot] as number, columns.slotEnd[slot] as number),
          ),
        );
        const walked = new ReadingTable(columns);
        const out = new Int32Array(table.slotCount);
        for (const date of DAYS) {
          for (const knownAt of DAYS) {
            const rows = locators.map((_, slot) => walked.row(slot, date, knownAt));
            same(grid.at(date, knownAt, out), rows);
            same(
              Int32Array.from(locators, (locator) => locator.row(columns, date, knownAt)),
              rows,
            );
          }
        }
      }),
      trials(60),
    );
  });

  it('a difference of two days is that of their states', () => {
    fc.assert(
      fc.property(
        grown,
        day,
        fc.boolean(),
        fc.boolean(),
        ({ parts, date, knownAt }, other, asLived, fixed) => {
          const timeline = Timeline.of(parts[0]).append(parts[1]).append(parts[2]);
          const view = (d: Day) => viewOf({ date: d, ...(asLived ? { asLived } : fixed ? { knownAt } : {}) });
          const { columns } = timeline.table('NOMINAL', 'LEGAL').table;
          const [before, after] = [wholeState(timeline, view(date)), wholeState(timeline, view(other))];
          const expected = [...before.keys()].filter(
            (slot) => !sameRow(columns, before[slot] as number, after[slot] as number),
          );
          const found = diffRows(timeline, view(date), view(other));
          expect([...found.slots].sort((a, b) => a - b)).toEqual(expected);
          expect([...found.after]).toEqual([...found.slots].map((slot) => after[slot]));
          expect([...found.before]).toEqual([...found.slots].map((slot) => before[slot]));
        },
      ),
      trials(150),
    );
  });
});

it('many appends to one slot leave no more holes than rows, and every version reads its own', () => {
  const [japan, canada] = TWO_SLOTS;
  const orders = Array.from({ length: 150 }, (_, i) =>
    ordered('10 %', {
      id: `order ${i}`,
      slot: i === 1 ? canada : japan,
      from: formatDay(addDays(on('2025-01-01'), i)),
    }),
  );
  const records = log(covered('2025-01-01'), ...orders);
  const versions = [Timeline.of(records.slice(0, 3))];
  for (const record of records.slice(3)) {
    const next = (versions.at(-1) as Timeline).append([record]);
    next.table('NOMINAL', 'LEGAL');
    versions.push(next);
  }
  const view = viewOf({ date: on('2025-12-31') });
  versions.forEach((timeline, i) => {
    const built = timeline.table('NOMINAL', 'LEGAL');
    const { table, arena, slotIndex } = built;
    const row = wholeState(timeline, view)[slotIndex.get(japan) as number] as number;
    expect(built.eventAt(table.columns.deciding[row] as number)).toBe(i === 0 ? 'order 0' : `order ${i + 1}`);
    expect(arena.used).toBeLessThan(50_000);
  });
  const { arena, table } = (versions.at(-1) as Timeline).table('NOMINAL', 'LEGAL');
  const live = table.columns.slotEnd.reduce(
    (sum, end, slot) => sum + end - (table.columns.slotStart[slot] as number),
    0,
  );
  expect(arena.used).toBeLessThanOrEqual(2 * live + 11_000);
});
