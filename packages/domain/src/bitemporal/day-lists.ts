import type { Day } from '../calendar/civil-day.js';
import type { Journal } from './journal.js';
import { appendTo, countUpTo, insertDay } from './known-placement.js';
import type { PlacedStatement } from './lens.js';

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
  after(date: Day, stands: Stands): PlacedStatement[] {
    return this.#walk(countUpTo(this.#days, date), 1, stands);
  }
  upTo(date: Day, stands: Stands): PlacedStatement[] {
    return this.#walk(countUpTo(this.#days, date) - 1, -1, stands);
  }
  #walk(start: number, direction: 1 | -1, stands: Stands): PlacedStatement[] {
    const found: PlacedStatement[] = [];
    for (let i = start; i >= 0 && i < this.#days.length; i += direction) {
      const day = this.#days[i] as Day;
      const list = this.#on.get(day) as PlacedStatement[];
      found.push(...list);
      if (list.some((s) => stands(s, day))) break;
    }
    return found;
  }
}
