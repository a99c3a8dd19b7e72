import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, type Day } from '../calendar/civil-day.js';
import { on } from '../testing/builders.js';
import { FEW_DAYS, logOf, type Telling, TWO_SLOTS, telling } from '../testing/few-days.js';
import { saidOn } from './build-table.js';
import { HOT_STATEMENTS } from './kept-sweeps.js';
import type { Reading } from './lens.js';
import { dateFromAt, dateUntilAt, knownFromAt, knownUntilAt } from './row-columns.js';
import { rectanglesOf } from './slot-history.js';
import { rowsOf } from './slot-rows.js';
import { Timeline } from './timeline.js';
import { viewOf } from './view.js';
import { wholeState } from './whole-state.js';

const seed = Number(process.env.LAWS_SEED ?? Date.now() & 0x7fffffff);
const runs = Number(process.env.LAWS_RUNS ?? 1);
const DAYS: readonly Day[] = [addDays(on(FEW_DAYS[0]), -1), ...FEW_DAYS.map(on), on('2025-05-01')];

/** Most of it about one slot. */
const hotLog = fc
  .array(
    telling.map((t): Telling => ({ ...t, slot: t.slot === 1 && t.value === 0 ? 1 : 0 })),
    { minLength: 3 * HOT_STATEMENTS, maxLength: 4 * HOT_STATEMENTS },
  )
  .map(logOf);

/** The rows of a slot as its rectangles, and every row found where it covers the point. */
function check(timeline: Timeline, reading: Reading): void {
  const { table, slotIndex } = timeline.table(reading, 'LEGAL');
  const { columns } = table;
  for (const id of TWO_SLOTS) {
    const slot = slotIndex.get(id);
    const said = timeline.index.slots.get(id);
    if (slot === undefined || !said) continue;
    const rectangles = rectanglesOf(saidOn(said, 'LEGAL'), reading);
    const found = rowsOf(columns, slot).map((row) => [
      knownFromAt(columns, row),
      knownUntilAt(columns, row),
      dateFromAt(columns, row),
      dateUntilAt(columns, row),
      timeline.table(reading, 'LEGAL').eventAt(columns.deciding[row] as number),
    ]);
    expect(found).toEqual(
      rectangles.map((r) => [r.knownFrom, r.knownUntil, r.dateFrom, r.dateUntil, r.answer.event]),
    );
    for (const date of DAYS) {
      const lived = wholeState(timeline, viewOf({ date, reading, asLived: true }));
      for (const knownAt of DAYS) {
        const row = table.row(slot, date, knownAt);
        expect(
          dateFromAt(columns, row) <= date &&
            date < dateUntilAt(columns, row) &&
            knownFromAt(columns, row) <= knownAt &&
            knownAt < knownUntilAt(columns, row) &&
            rowsOf(columns, slot).includes(row),
        ).toBe(true);
        expect(wholeState(timeline, viewOf({ date, knownAt, reading }))[slot]).toBe(row);
        if (date === knownAt) expect(lived[slot]).toBe(row);
      }
    }
  }
}

it('a slot heard of very often, appended to again and again and by rival versions, reads as if resolved anew', {
  timeout: 60_000 * Math.max(1, runs),
}, () => {
  let patched = 0;
  fc.assert(
    fc.property(hotLog, fc.constantFrom<Reading>('NOMINAL', 'POSSIBLE'), (records, reading) => {
      const start = Timeline.of(records.slice(0, -9));
      start.table(reading, 'LEGAL');
      let timeline = start;
      for (let n = start.position + 1; n < records.length; n += 3) {
        // What a rehearsal of the next appends writes, and what is asked of it, leaves no trace.
        const rival = timeline.append(records.slice(n, n + 2));
        check(rival, reading);
        timeline = timeline.append(records.slice(n, n + 3));
        check(timeline, reading);
        patched += timeline.table(reading, 'LEGAL').table.columns.patched?.size ?? 0;
      }
      check(start, reading);
    }),
    { seed, numRuns: Math.ceil(6 * runs) },
  );
  expect(patched).toBeGreaterThan(0);
});
