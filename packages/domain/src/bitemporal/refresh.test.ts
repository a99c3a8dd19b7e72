import { expect, it } from 'vitest';
import { addDays, type Day, formatDay } from '../calendar/civil-day.js';
import type { LogRecord } from '../events/record-event.js';
import { covered, on, ordered } from '../testing/builders.js';
import { refresh } from './refresh.js';
import { knownUntilAt, sameRow } from './row-columns.js';
import { countRows } from './slot-rows.js';
import { Timeline } from './timeline.js';
import { viewOf } from './view.js';
import { diffRows, openLine, wholeState } from './whole-state.js';

const NOMINAL = { reading: 'NOMINAL', track: 'LEGAL' } as const;
const SLOTS = 1_500;
const DAYS: readonly Day[] = [on('2025-01-01'), on('2025-03-01'), on('2025-06-01'), on('2026-01-01')];

const order = (position: number): LogRecord => ({
  position,
  event: ordered(`${position % 7} %`, {
    id: `order ${position}`,
    slot: `tariff/us/line-${position % SLOTS}/JPN#rate`,
    from: formatDay(addDays(on('2025-01-01'), (position * 13) % 400)),
    known: formatDay(addDays(on('2024-12-01'), Math.floor(position / 20))),
  }),
});

/** Whatever answers, it answers as the slots one by one. */
function check(timeline: Timeline): void {
  const { table, liveRows } = timeline.table('NOMINAL', 'LEGAL');
  expect(liveRows).toBe(
    Array.from({ length: table.slotCount }, (_, i) => countRows(table.columns, i)).reduce((a, b) => a + b),
  );
  const state = (date: Day, knownAt: Day) =>
    Array.from({ length: table.slotCount }, (_, slot) => table.row(slot, date, knownAt));
  for (const date of DAYS) {
    expect([...wholeState(timeline, viewOf({ date }))]).toEqual(state(date, timeline.newestKnown));
    expect([...wholeState(timeline, viewOf({ date, asLived: true }))]).toEqual(state(date, date));
    for (const knownAt of DAYS)
      expect([...wholeState(timeline, viewOf({ date, knownAt }))]).toEqual(state(date, knownAt));
  }
  const [from, until] = [viewOf({ date: DAYS[0] as Day }), viewOf({ date: DAYS[2] as Day })];
  const { columns } = table;
  const [before, after] = [wholeState(timeline, from), wholeState(timeline, until)];
  const differ = [...before.keys()].filter(
    (slot) => !sameRow(columns, before[slot] as number, after[slot] as number),
  );
  expect([...diffRows(timeline, from, until).slots].sort((a, b) => a - b)).toEqual(differ);
}

/** What decides each slot, told by its id. */
function decided(timeline: Timeline) {
  const built = timeline.table('NOMINAL', 'LEGAL');
  const { table, order, ids } = built;
  return DAYS.flatMap((knownAt) =>
    order.map((slot) => {
      const row = table.row(slot, DAYS[1] as Day, knownAt);
      return [
        ids[slot],
        built.eventAt(table.columns.deciding[row] as number),
        knownUntilAt(table.columns, row),
      ];
    }),
  );
}

it('lists and arena are built anew in slices: between two of them appends go on and every answer is right', () => {
  let position = 0;
  const next = (): LogRecord => order(++position);
  const versions = [
    Timeline.of([
      { position: 0, event: covered('2024-12-01', { id: 'coverage' }) },
      ...Array.from({ length: 4 * SLOTS }, next),
    ]),
  ];
  let timeline = versions[0] as Timeline;
  openLine(timeline, { axis: 'VALID', knownAt: on('2025-02-01') }, NOMINAL);
  check(timeline);
  const arenas = new Set([timeline.table('NOMINAL', 'LEGAL').arena]);
  let slices = 0;
  for (let appends = 1; appends <= 60; appends++) {
    timeline = timeline.append(Array.from({ length: 40 }, next));
    arenas.add(timeline.table('NOMINAL', 'LEGAL').arena);
    // A busy program does a few slices between two appends, an idle one all of them.
    for (let slice = 0; slice < (appends % 20 === 0 ? 10_000 : 12); slice++) {
      if (!refresh(timeline, NOMINAL)) break;
      slices++;
    }
    if (appends % 6 === 0) check(timeline);
    if (appends % 10 === 0) versions.push(timeline);
  }
  expect(slices).toBeGreaterThan(20);
  expect(arenas.size).toBeGreaterThan(1);
  for (const version of versions) {
    check(version);
    expect(decided(version)).toEqual(decided(Timeline.of(version.records)));
  }
}, 60_000);
