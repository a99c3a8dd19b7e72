import { type Effect, formatDay, type PolicyEvent, Timeline, viewOf } from '@policy-timeline/domain';
import { covered, log, on, policyEvent } from '@policy-timeline/domain/testing';
import { describe, expect, it } from 'vitest';
import { calendarDeadlines } from './calendar-deadlines.js';

const CARS = 'tariff/us/cars';
const PARTS = 'tariff/us/cars/parts';
const TIRES = 'tariff/us/cars/tires';
const day = (date: string) => ({ date });
const rate = (slot: string, from?: string): Effect => ({
  act: 'ASSERT',
  slot,
  value: { kind: 'RATE', ratePercent: 25, rateBasis: 'ADDITIONAL' },
  ...(from !== undefined && { from: day(from) }),
});
const moving = (slot: string, target: string, from?: string): Effect => ({
  ...rate(slot, from),
  act: 'AMEND',
  target,
});
const act = (id: string, known: string, from: string, effects: readonly Effect[]): PolicyEvent =>
  policyEvent({ id, knownOn: day(known), effective: { from: day(from) }, effects });

/** Cars from 3 April, parts and tires from 3 May: the order of 26 March 2025. */
const ordered = act('order', '2025-03-26', '2025-04-03', [
  rate(CARS),
  rate(PARTS, '2025-05-03'),
  rate(TIRES, '2025-05-03'),
]);

const calendar = (knownAt: string, ...events: readonly PolicyEvent[]): readonly string[] => {
  const timeline = Timeline.of(log(covered('2030'), ordered, ...events));
  return calendarDeadlines({
    prefix: { timeline, position: 0, basis: '', hash: '' },
    settled: false,
    view: viewOf({ date: on(knownAt), knownAt: on(knownAt) }),
    tokens: [],
    locale: 'en',
    parameter: () => null,
  }).dated.map(
    ({ uid, sequence, status, row, was }) =>
      `${uid} #${sequence} ${formatDay(row.earliest)} ${status}${was.map(({ date }) => ` was ${date}`).join('')}`,
  );
};

const CARS_BEGIN = 'order:start #0 2025-04-03 CONFIRMED';

describe('a step of an act', () => {
  it('has a name of its own beside the first day of the act', () => {
    expect(calendar('2025-04-01')).toEqual([CARS_BEGIN, 'order:start:2025-05-03 #0 2025-05-03 CONFIRMED']);
  });

  it('keeps its name when another act moves it, be it on its own day or as a step', () => {
    const asItsDay = act('delay', '2025-04-10', '2025-06-03', [
      moving(PARTS, 'order'),
      moving(TIRES, 'order'),
    ]);
    const asAStep = act('delay', '2025-04-10', '2025-04-10', [
      rate('tariff/us/trucks'),
      moving(PARTS, 'order', '2025-06-03'),
      moving(TIRES, 'order', '2025-06-03'),
    ]);
    const moved = 'order:start:2025-05-03 #1 2025-06-03 CONFIRMED was 2025-05-03';
    for (const delay of [asItsDay, asAStep])
      expect(calendar('2025-04-12', delay).filter((line) => line.startsWith('order'))).toEqual([
        CARS_BEGIN,
        moved,
      ]);
    const again = act('again', '2025-05-20', '2025-07-01', [moving(PARTS, 'delay'), moving(TIRES, 'delay')]);
    expect(calendar('2025-05-21', asItsDay, again)).toEqual([
      CARS_BEGIN,
      'order:start:2025-05-03 #2 2025-07-01 CONFIRMED was 2025-06-03 was 2025-05-03',
    ]);
  });

  it('moved in part, goes on beside the part that moved, and the act begins when it did', () => {
    const delay = act('delay', '2025-04-10', '2025-06-03', [moving(PARTS, 'order')]);
    expect(calendar('2025-04-12', delay)).toEqual([
      CARS_BEGIN,
      'order:start:2025-05-03 #0 2025-05-03 CONFIRMED',
      'delay:start #0 2025-06-03 CONFIRMED',
    ]);
  });
});
