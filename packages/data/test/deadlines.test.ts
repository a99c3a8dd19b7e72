import {
  type Outcome,
  parseDay,
  type Reading,
  Timeline,
  type Track,
  upcoming,
} from '@policy-timeline/domain';
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

it('lists what the border was to do beside what the law says, when asked for that track', () => {
  const ahead = (track: Track) =>
    upcoming(timeline, { date: parseDay('2026-02-21'), knownAt: parseDay('2026-02-23'), track }).map(
      ({ id }) => id,
    );
  expect(ahead('COLLECTED')).toContain('eo-14389-collection:start');
  expect(ahead('LEGAL')).not.toContain('eo-14389-collection:start');
});

it('counts what only a later paper tells as known by then, or by the paper alone', () => {
  const ahead = (reading: Reading) =>
    upcoming(timeline, { date: parseDay('2018-03-01'), knownAt: parseDay('2018-03-01'), reading }).map(
      ({ id }) => id,
    );
  expect(ahead('NOMINAL')).toContain('nafta-withdrawal-threat:start');
  expect(ahead('CERTAIN')).not.toContain('nafta-withdrawal-threat:start');
});
