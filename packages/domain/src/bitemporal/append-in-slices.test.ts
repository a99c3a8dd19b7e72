import { expect, it } from 'vitest';
import { addDays, formatDay } from '../calendar/civil-day.js';
import type { LogRecord } from '../events/record-event.js';
import { covered, on, ordered } from '../testing/builders.js';
import { realisticLog } from '../testing/realistic/realistic-log.js';
import { HOT_STATEMENTS } from './kept-sweeps.js';
import { knownUntilAt } from './row-columns.js';
import { inOneGo } from './slices.js';
import { Timeline } from './timeline.js';
import { viewOf } from './view.js';
import { wholeState } from './whole-state.js';

/** What decides each slot on some days, told by its id. */
function told(timeline: Timeline) {
  const built = timeline.table('NOMINAL', 'LEGAL');
  const { table, order, ids } = built;
  return ['2018-06-01', '2025-01-01', '2025-07-01'].map(on).flatMap((knownAt) => {
    const state = wholeState(timeline, viewOf({ date: on('2025-06-01'), knownAt }));
    return order.map((slot) => {
      const row = state[slot] as number;
      return [
        ids[slot],
        built.eventAt(table.columns.deciding[row] as number),
        knownUntilAt(table.columns, row),
      ];
    });
  });
}

const records: readonly LogRecord[] = [...realisticLog({ events: 3_000, slots: 40 })];

it('an append in slices gives what an append gives, while rivals append to the version that is being grown', {
  timeout: 30_000,
}, () => {
  const batches = [1200, 1201, 1300, 1900, 2400, 2401, records.length];
  let timeline = Timeline.of(records.slice(0, 1000));
  timeline.table('NOMINAL', 'LEGAL');
  let slices = 0;
  for (const until of batches) {
    const before = timeline;
    const growing = before.appendInSlices(records.slice(before.position + 1, until));
    let rival: Timeline | undefined;
    for (let step = growing.next(); ; step = growing.next()) {
      slices++;
      if (step.done) {
        timeline = step.value;
        break;
      }
      // A rehearsal by an editor: it writes its rows between those of the append.
      if (slices % 50 === 0) {
        rival = before.append(records.slice(before.position + 1, before.position + 1 + (slices % 70)));
        rival.table('NOMINAL', 'LEGAL');
      }
    }
    if (rival) expect(told(rival)).toEqual(told(Timeline.of(rival.records)));
    expect(told(timeline)).toEqual(told(Timeline.of(records.slice(0, until))));
    expect(told(before)).toEqual(told(Timeline.of(before.records)));
  }
  expect(slices).toBeGreaterThan(200);
});

it('a timeline built in slices is the one built at once', () => {
  const building = Timeline.inSlices(records);
  let slices = 0;
  for (let step = building.next(); !step.done; step = building.next()) slices++;
  expect(slices).toBeGreaterThan(10);
  expect(told(inOneGo(Timeline.inSlices(records)))).toEqual(told(Timeline.of(records)));
});

it('the recent past is an append away from a version that was kept, and a rival leaves no trace in it', () => {
  let timeline = Timeline.of(records.slice(0, 1000));
  while (timeline.position < 2500) {
    const next = timeline.position + 1;
    timeline.append(
      records.slice(next, next + 3).map((r) => ({ ...r, event: { ...r.event, id: `x-${r.position}` } })),
    );
    timeline = timeline.append(records.slice(next, next + 7));
  }
  for (const position of [2499, 2480, 2400, 2301, 1700, 1005, 999, 500, -1]) {
    const then = timeline.at(position);
    expect([then.position, then.records]).toEqual([position, records.slice(0, position + 1)]);
    expect(told(then)).toEqual(told(Timeline.of(records.slice(0, position + 1))));
  }
  expect(timeline.at(timeline.position)).toBe(timeline);
});

it('a new slot finds its place in the order of ids', () => {
  const order = (slot: string, position: number): LogRecord => ({
    position,
    event: ordered('5 %', {
      id: `order ${position}`,
      slot: `tariff/us/${slot}/JPN#rate`,
      from: '2025-03-01',
      known: formatDay(addDays(on('2025-02-01'), position % 20)),
    }),
  });
  let timeline = Timeline.of([
    { position: 0, event: covered('2024-12-01', { id: 'coverage' }) },
    order('m', 1),
  ]);
  timeline.table('NOMINAL', 'LEGAL');
  for (const [i, slot] of ['z', 'a', 'n', 'm', 'b'].entries()) {
    timeline = timeline.append([order(slot, 2 * i + 2), order(`${slot}-2`, 2 * i + 3)]);
    const { ids: named, order: numbers } = timeline.table('NOMINAL', 'LEGAL');
    const ids = numbers.map((n) => named[n]);
    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(named.length);
  }
});

it('no slice of a first append to a hot slot does all of the work', () => {
  const hot = 'tariff/us/hot/JPN#rate';
  const order = (position: number): LogRecord => ({
    position,
    event: ordered(`${position % 9} %`, {
      id: `order ${position}`,
      slot: hot,
      from: formatDay(addDays(on('2020-01-01'), (position * 37) % 1500)),
      known: formatDay(addDays(on('2020-01-01'), position)),
    }),
  });
  const said = Array.from({ length: 12 * HOT_STATEMENTS }, (_, i) => order(i));
  const timeline = Timeline.of(said);
  timeline.table('NOMINAL', 'LEGAL');
  const growing = timeline.appendInSlices([order(said.length)]);
  let slices = 0;
  while (!growing.next().done) slices++;
  expect(slices).toBeGreaterThan(said.length / HOT_STATEMENTS);
});
