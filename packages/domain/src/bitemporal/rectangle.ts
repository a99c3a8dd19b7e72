import type { Day } from '../calendar/civil-day.js';
import type { Answer } from './answer.js';

/**
 * A rectangle of the slot's map: one answer for every date in `[dateFrom, dateUntil)` as known on every day in
 * `[knownFrom, knownUntil)`. `dueOn`: the stretch began by a change that had been scheduled for that day.
 */
export interface Rectangle {
  readonly dateFrom: Day;
  readonly dateUntil: Day;
  readonly knownFrom: Day;
  readonly knownUntil: Day;
  readonly answer: Answer;
  readonly dueOn: Day | null;
}

/** What differs from the rectangles before: knowledge was heard again from a day on. */
export interface Reheard {
  /** Rectangles known from an earlier day stay as they are, but for the day on which they close. */
  readonly since: Day;
  /** Those of them still there on that day and closed on it or later, by the date on which they begin; the others stay open. */
  readonly closes: ReadonlyMap<Day, Day>;
  /** Those known from that day or later. */
  readonly rectangles: readonly Rectangle[];
}

export const byDate = (a: Rectangle, b: Rectangle): number => a.dateFrom - b.dateFrom;
