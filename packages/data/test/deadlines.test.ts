import { type Outcome, parseDay, Timeline, upcoming } from '@policy-timeline/domain';
import { expect, it } from 'vitest';
import { loadCatalogue } from '../src/index.js';

const { events } = loadCatalogue();
const timeline = Timeline.of(events.map((event, position) => ({ event, position })));
const outcomes = (date: string): ReadonlyMap<string, [Outcome | null, string | null]> =>
  new Map(
    upcoming(timeline, { date: parseDay(date), knownAt: null, withinDays: 120 }).map((deadline) => [
      deadline.id,
      [deadline.outcome, deadline.outcomeBy],
    ]),
  );

it('tells what became of the pause of April 2025: its start was kept, its end put off on 7 July', () => {
  expect(outcomes('2025-04-09').get('eo-14266:start')).toEqual(['KEPT', null]);
  expect(outcomes('2025-05-29').get('eo-14266:end')).toEqual(['EXTENDED', 'eo-14316']);
});
