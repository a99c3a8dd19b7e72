import type { Day } from '../calendar/civil-day.js';
import { EVER } from './lens.js';

/** Takes one change back. */
type Undo = () => void;

/** How many of the newest days can be taken back: what is appended speaks of them as a rule. */
export const DAYS_KEPT = 128;

/** The newest days of a sweep with what takes each of their changes back, so that knowledge can be heard again from one of them on. */
export class Journal {
  #days: { readonly day: Day; readonly undo: Undo[] }[] = [];
  #writing: Undo[] | undefined;
  /** Nothing up to this day can be taken back. */
  #settled: Day = EVER;

  /** Null while nothing is to be taken back: changes then need not be told. */
  get writing(): Undo[] | undefined {
    return this.#writing;
  }

  /** `kept`: the changes of this day can be taken back later. Days come in ascending order. */
  begin(day: Day, kept: boolean): void {
    if (!kept) {
      this.#settled = day;
      return;
    }
    this.#writing = [];
    this.#days.push({ day, undo: this.#writing });
    if (this.#days.length < 2 * DAYS_KEPT) return;
    this.#settled = (this.#days[DAYS_KEPT - 1] as { day: Day }).day;
    this.#days = this.#days.slice(DAYS_KEPT);
  }

  /** Takes back everything from `day` on; false, with nothing taken back, where that lies too far back. */
  rewind(day: Day): boolean {
    if (day <= this.#settled) return false;
    this.#writing = undefined;
    for (let last = this.#days.at(-1); last && last.day >= day; last = this.#days.at(-1)) {
      for (let i = last.undo.length - 1; i >= 0; i--) (last.undo[i] as Undo)();
      this.#days.pop();
    }
    return true;
  }
}
