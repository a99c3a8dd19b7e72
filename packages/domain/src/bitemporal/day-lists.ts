import type { Day } from '../calendar/civil-day.js';
import type { Journal } from './journal.js';
import { appendTo, countUpTo, insertDay } from './known-placement.js';
import type { PlacedStatement } from './lens.js';
import { later } from './resolve.js';

type Stands = (s: PlacedStatement, day: Day) => boolean;

/** Statements by a day of theirs, to be walked from a date until one of a day stands. */
export class DayLists {
  readonly #days: Day[] = [];
  readonly #on = new Map<Day, PlacedStatement[]>();

  constructor(private readonly journal: Journal) {}

  add(day: Day, s: PlacedStatement): void {
    if (!this.#on.has(day)) insertDay(this.#days, day, this.journal);
    appendTo(this.#on, day, s, this.journal);
  }
  /** The strongest that stands on the first day after `date` on which any does. */
  nextAfter(date: Day, stands: Stands): PlacedStatement | undefined {
    const days = this.#days;
    for (let i = countUpTo(days, date); i < days.length; i++) {
      const found = this.#strongestOn(days[i] as Day, stands);
      if (found) return found;
    }
    return undefined;
  }
  /** The strongest that stands on the last day up to `date` on which any does. */
  lastUpTo(date: Day, stands: Stands): PlacedStatement | undefined {
    const days = this.#days;
    for (let i = countUpTo(days, date) - 1; i >= 0; i--) {
      const found = this.#strongestOn(days[i] as Day, stands);
      if (found) return found;
    }
    return undefined;
  }
  #strongestOn(day: Day, stands: Stands): PlacedStatement | undefined {
    let best: PlacedStatement | undefined;
    for (const s of this.#on.get(day) as PlacedStatement[])
      if ((best === undefined || later(s, best) > 0) && stands(s, day)) best = s;
    return best;
  }
}
