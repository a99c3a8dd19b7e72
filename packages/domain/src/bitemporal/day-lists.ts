import type { Day } from '../calendar/civil-day.js';
import type { Journal } from './journal.js';
import type { PlacedStatement } from './lens.js';
import { later } from './resolve.js';

type Stands = (s: PlacedStatement, day: Day) => boolean;

/** Statements by a day of theirs, in order of day. */
export class DayLists {
  /** Ascending; beside each day its list, which is never empty. */
  readonly days: Day[] = [];
  readonly #lists: PlacedStatement[][] = [];

  constructor(private readonly journal: Journal) {}

  add(day: Day, s: PlacedStatement): void {
    const { days } = this;
    const at = countUpTo(days, day);
    if (days[at - 1] === day) this.on(at - 1).push(s);
    else {
      days.splice(at, 0, day);
      this.#lists.splice(at, 0, [s]);
    }
    this.journal.writing?.push(() => this.#takeBack(day));
  }

  /** Those of the day at a place. */
  on(place: number): PlacedStatement[] {
    return this.#lists[place] as PlacedStatement[];
  }

  /** The strongest that stands on the first day after `date` on which any does. */
  nextAfter(date: Day, stands: Stands): PlacedStatement | undefined {
    for (let i = countUpTo(this.days, date); i < this.days.length; i++) {
      const found = this.#strongestOn(i, stands);
      if (found) return found;
    }
    return undefined;
  }
  /** The strongest that stands on the last day up to `date` on which any does. */
  lastUpTo(date: Day, stands: Stands): PlacedStatement | undefined {
    for (let i = countUpTo(this.days, date) - 1; i >= 0; i--) {
      const found = this.#strongestOn(i, stands);
      if (found) return found;
    }
    return undefined;
  }

  #strongestOn(place: number, stands: Stands): PlacedStatement | undefined {
    const day = this.days[place] as Day;
    let best: PlacedStatement | undefined;
    for (const s of this.on(place))
      if ((best === undefined || later(s, best) > 0) && stands(s, day)) best = s;
    return best;
  }

  #takeBack(day: Day): void {
    const at = countUpTo(this.days, day) - 1;
    const list = this.on(at);
    list.pop();
    if (list.length > 0) return;
    this.days.splice(at, 1);
    this.#lists.splice(at, 1);
  }
}

/** How many days of a sorted list are not after `day`. */
export function countUpTo(days: readonly Day[], day: Day): number {
  let [low, high] = [0, days.length];
  // What becomes known later speaks of later days, as a rule.
  if (high > 0 && (days[high - 1] as Day) <= day) return high;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] as Day) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}
