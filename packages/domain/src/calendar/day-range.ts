import { type Day, formatDay } from './civil-day.js';
import { InvalidRange } from './errors.js';

/** Half-open `[from, until)`; a null bound is open. */
export interface DayRange {
  readonly from: Day | null;
  readonly until: Day | null;
}

/** Whether a day lies in the range: `from` does, `until` does not. */
export function contains({ from, until }: DayRange, day: Day): boolean {
  return (from === null || from <= day) && (until === null || day < until);
}

/** Whether the two have a day in common; ranges that only touch have none. */
export function overlaps(a: DayRange, b: DayRange): boolean {
  return (
    (a.from === null || b.until === null || a.from < b.until) &&
    (b.from === null || a.until === null || b.from < a.until)
  );
}

/** @throws InvalidRange when both bounds are given and `from >= until`. */
export function dayRange(from: Day | null, until: Day | null, field = 'range'): DayRange {
  if (from !== null && until !== null && from >= until)
    throw new InvalidRange(formatDay(from), formatDay(until), field);
  return { from, until };
}
