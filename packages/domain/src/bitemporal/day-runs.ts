import type { Day } from '../calendar/civil-day.js';
import { inOneGo, type Slices } from './slices.js';

/** So many entries in a row are counted between two stops. */
export const DAYS_PER_SLICE = 32_768;

/** How many entries of a list in order of day come up to a day: each day once, and where its run ends. */
export class DayRuns {
  constructor(
    readonly days: Int32Array,
    readonly ends: Int32Array,
  ) {}

  static of(sorted: Int32Array): DayRuns {
    return inOneGo(DayRuns.inSlices(sorted));
  }

  /** @param sorted the day of each entry, ascending */
  static *inSlices(sorted: Int32Array): Slices<DayRuns> {
    let runs = 0;
    for (let i = 0; i < sorted.length; i++) {
      if (i % DAYS_PER_SLICE === DAYS_PER_SLICE - 1) yield;
      if (i === 0 || sorted[i] !== sorted[i - 1]) runs++;
    }
    const [days, ends] = [new Int32Array(runs), new Int32Array(runs)];
    let run = -1;
    for (let i = 0; i < sorted.length; i++) {
      if (i % DAYS_PER_SLICE === DAYS_PER_SLICE - 1) yield;
      if (i === 0 || sorted[i] !== sorted[i - 1]) days[++run] = sorted[i] as number;
      ends[run] = i + 1;
    }
    return new DayRuns(days, ends);
  }

  /** Bytes held. */
  get bytes(): number {
    return 8 * this.days.length;
  }

  countUpTo(day: Day): number {
    const { days } = this;
    let [low, high] = [0, days.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((days[middle] as number) <= day) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? 0 : (this.ends[low - 1] as number);
  }
}
