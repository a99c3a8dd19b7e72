import { expect, it } from 'vitest';
import { addDays, type Day, formatDay } from '../calendar/civil-day.js';
import type { LogRecord } from '../events/record-event.js';
import { covered, on, ordered } from '../testing/builders.js';
import { missingFor } from './missing.js';
import { dateFromAt, statusCodeAt } from './row-columns.js';
import { inOneGo } from './slices.js';
import { Timeline } from './timeline.js';
import { type View, viewOf } from './view.js';
import { wholeState } from './whole-state.js';

/** Each third order is for a slot of its own, and knowledge goes on a day every ten. */
const order = (position: number): LogRecord => ({
  position,
  event: ordered(`${position % 7} %`, {
    id: `order ${position}`,
    slot: `tariff/us/line-${position % 3 === 0 ? position : position % 40}/JPN#rate`,
    from: formatDay(addDays(on('2025-01-01'), (position * 13) % 400)),
    known: formatDay(addDays(on('2024-12-01'), Math.floor(position / 10))),
  }),
});
const first: LogRecord = { position: 0, event: covered('2024-12-01', { id: 'coverage' }) };
const upTo = (position: number): LogRecord[] => [
  first,
  ...Array.from({ length: position }, (_, i) => order(i + 1)),
];

const DAYS: readonly Day[] = ['2025-01-01', '2025-03-01', '2025-06-01', '2026-01-01'].map(on);
const VIEWS: readonly View[] = (['LEGAL', 'COLLECTED'] as const).flatMap((track) =>
  (['NOMINAL', 'CERTAIN'] as const).flatMap((reading) => [
    viewOf({ date: on('2025-03-01'), track, reading }),
    viewOf({ date: on('2025-03-01'), track, reading, asLived: true }),
    viewOf({ date: on('2025-03-01'), track, reading, knownAt: on('2025-01-05') }),
  ]),
);

/** Makes what is missing, a structure after the other; returns their names. */
function prepare(timeline: Timeline, view: View): string[] {
  const made: string[] = [];
  for (let missing = missingFor(timeline, view); missing; missing = missingFor(timeline, view)) {
    inOneGo(missing.make());
    made.push(missing.name);
    if (made.length > 3) throw new Error(`made again and again: ${made}`);
  }
  return made;
}

/** The whole state is that of the slots one by one. */
function check(timeline: Timeline, view: View): void {
  const { table } = timeline.table(view.reading, view.track);
  for (const date of DAYS) {
    const rows = Array.from({ length: table.slotCount }, (_, slot) =>
      table.row(slot, date, timeline.knownAtOf({ ...view, date })),
    );
    expect([...wholeState(timeline, { ...view, date })]).toEqual(rows);
  }
}

it('a question names what it would wait for, one structure after the other, until nothing is missing', () => {
  const timeline = Timeline.of(upTo(200));
  const collected = viewOf({ date: on('2025-03-01'), track: 'COLLECTED' });
  expect(prepare(timeline, collected)).toEqual(['table NOMINAL COLLECTED', 'latest NOMINAL COLLECTED']);
  expect(prepare(timeline, { ...collected, asLived: true })).toEqual(['lived NOMINAL COLLECTED']);
  expect(prepare(timeline, { ...collected, knownAt: on('2025-01-02') })).toEqual(['grid NOMINAL COLLECTED']);
  for (const view of [collected, { ...collected, asLived: true }])
    expect(prepare(timeline, view)).toEqual([]);
  expect(prepare(Timeline.of([]), collected)).toEqual([]);
});

it('versions before and after the one that was prepared need no lists of their own, and answer right', () => {
  const versions = [Timeline.of(upTo(300))];
  for (const view of VIEWS) prepare(versions[0] as Timeline, view);
  for (let position = 300; position < 400; position += 10) {
    const last = versions.at(-1) as Timeline;
    const growing = last.appendInSlices(Array.from({ length: 10 }, (_, i) => order(position + i + 1)));
    versions.push(inOneGo(growing));
  }
  for (const version of versions.toReversed())
    for (const view of VIEWS) {
      expect(prepare(version, view).filter((name) => !name.startsWith('grid'))).toEqual([]);
      check(version, view);
    }
});

it('a version whose slots are too many others than those of the lists gets its own, and newer ones keep theirs', () => {
  const old = Timeline.of(upTo(100));
  for (const view of VIEWS) prepare(old, view);
  const much = old.append(Array.from({ length: 9_000 }, (_, i) => order(101 + i)));
  for (const view of VIEWS) {
    prepare(much, view);
    prepare(old, view);
    expect(prepare(much, view)).toEqual([]);
    expect(prepare(old, view)).toEqual([]);
    check(much, view);
    check(old, view);
  }
}, 30_000);

it('a table that an earlier version has made is grown, and is the one made from nothing', () => {
  const early = Timeline.of(upTo(150));
  let late = early;
  for (let position = 150; position < 240; position += 30)
    late = late.append(Array.from({ length: 30 }, (_, i) => order(position + i + 1)));
  const collected = early.table('NOMINAL', 'COLLECTED');
  late.growFrom(early);
  const grown = late.table('NOMINAL', 'COLLECTED');
  expect(grown.arena).toBe(collected.arena);
  const anew = Timeline.of(upTo(240)).table('NOMINAL', 'COLLECTED');
  const told = (built: typeof grown) =>
    built.order.flatMap((slot) =>
      DAYS.map((date) => {
        const row = built.table.row(slot, date, on('2025-01-03'));
        const { columns } = built.table;
        const deciding = built.eventAt(columns.deciding[row] as number);
        return [built.ids[slot], deciding, statusCodeAt(columns, row), dateFromAt(columns, row)];
      }),
    );
  expect(told(grown)).toEqual(told(anew));
  expect([grown.topics.length, grown.liveRows]).toEqual([anew.topics.length, anew.liveRows]);
  // A later version is none to grow from.
  early.growFrom(late);
  expect(early.table('CERTAIN', 'LEGAL').table.slotCount).toBe(collected.table.slotCount);
});
