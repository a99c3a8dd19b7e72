import { describe, expect, it } from 'vitest';
import { Timeline } from '../bitemporal/timeline.js';
import { formatDay } from '../calendar/civil-day.js';
import type { LogEvent } from '../events/record-event.js';
import {
  amended,
  corrected,
  covered,
  ended,
  log,
  ordered,
  paused,
  percent,
  revoked,
  sourceOf,
  voided,
} from '../testing/builders.js';
import { changesByAppend } from './append-changes.js';

const order = ordered('24 %', { id: 'order', from: '2025-04-05', known: '2025-04-02' });
const pause = paused({
  id: 'pause',
  rate: '10 %',
  from: '2025-04-09',
  until: '2025-07-09',
  known: '2025-04-09',
});
const complete = covered('2025-12-31');

/** `kind change day: before → after` for each row. */
function told(record: readonly LogEvent[], ...events: readonly LogEvent[]): string[] {
  const before = Timeline.of(log(...record));
  const after = Timeline.of(log(...record, ...events));
  return changesByAppend(before, after, events).map(
    ({ kind, change, view, before: was, after: is }) =>
      `${kind} ${change} ${formatDay(view.date)}: ${was?.status ?? 'nothing'} → ${is?.status ?? 'nothing'}`,
  );
}

describe('what an append would change', () => {
  it.each([
    ['an order for a later day', [complete], order, ['PLAN BEGAN 2025-04-05: nothing → IN_FORCE']],
    [
      'a pause on the day it is told',
      [complete, order],
      pause,
      ['WORLD SUSPENDED 2025-04-09: IN_FORCE → SUSPENDED'],
    ],
    [
      'an extension asserts the added stretch alone',
      [complete, order, pause],
      amended(pause, { known: '2025-07-07', until: '2025-08-01' }),
      ['PLAN SUSPENDED 2025-07-09: IN_FORCE → SUSPENDED'],
    ],
    [
      'a pause lifted early',
      [complete, order, pause],
      revoked(pause, { known: '2025-06-01', from: '2025-06-01' }),
      ['WORLD RESUMED 2025-06-01: SUSPENDED → IN_FORCE'],
    ],
    [
      'an order that reaches back',
      [complete, order],
      ordered('15 %', { from: '2025-08-07', known: '2025-09-04' }),
      ['LEARNED VALUE_CHANGED 2025-08-07: IN_FORCE → IN_FORCE'],
    ],
    [
      'an end announced ahead',
      [complete, order],
      ended({ from: '2025-11-01', known: '2025-10-01' }),
      ['PLAN ENDED 2025-11-01: IN_FORCE → ENDED'],
    ],
    [
      'an erratum',
      [complete, order],
      corrected(order, {
        effects: [{ act: 'ASSERT', slot: 'tariff/us/reciprocal/JPN', value: percent(23) }],
      }),
      ['CORRECTED VALUE_CHANGED 2025-04-05: IN_FORCE → IN_FORCE'],
    ],
    ['a void', [complete, order], voided(order), ['CORRECTED ENDED 2025-04-05: IN_FORCE → nothing']],
    [
      'a void of a void',
      [complete, order, voided(order)],
      voided('voided order'),
      ['CORRECTED BEGAN 2025-04-05: nothing → IN_FORCE'],
    ],
  ] as const)('%s', (_story, record, event, rows) => expect(told(record, event)).toEqual(rows));

  it('is not hidden by what was known later', () => {
    const later = ordered('30 %', { id: 'later', from: '2025-04-05', known: '2025-05-01' });
    expect(told([complete, later], order)).toEqual(['PLAN BEGAN 2025-04-05: NOT_IN_FORCE → IN_FORCE']);
  });

  it('shows a day that is not fixed, and a better account of the same act', () => {
    expect(told([complete], ordered('24 %', { from: null, known: '2025-04-02', dateOpen: true }))).toEqual([
      expect.stringContaining('nothing → DATE_OPEN'),
    ]);
    const paper = { ...order, id: 'paper', fact: 'act', sources: [sourceOf('PAPER', '2025-05-30')] as const };
    const official = ordered('24 %', {
      id: 'official',
      fact: 'act',
      from: '2025-04-06',
      known: '2025-04-02',
    });
    expect(told([complete, paper], official)).toEqual([
      'PLAN ENDED 2025-04-05: IN_FORCE → SCHEDULED',
      'PLAN OTHER 2025-04-06: IN_FORCE → IN_FORCE',
    ]);
  });

  it('is the plan where the coverage of the topic ends before it falls due', () => {
    expect(told([order], ended({ id: 'end', from: '2025-11-01', known: '2025-11-01' }))).toEqual([
      'WORLD ENDED 2025-11-01: UNKNOWN → ENDED',
    ]);
  });

  it('is nothing for an event without effects', () => {
    expect(told([complete, order], { ...order, id: 'note', effects: [] })).toEqual([]);
  });
});
