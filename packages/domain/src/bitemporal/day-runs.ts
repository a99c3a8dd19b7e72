import type { Day } from '../calendar/civil-day.js';
import { inOneGo, inRanges, type Slices } from './slices.js';

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
    yield* inRanges(sorted.length, (from, until) => {
      for (let i = from; i < until; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) runs++;
    });
    const [days, ends] = [new Int32Array(runs), new Int32Array(runs)];
    let run = -1;
    yield* inRanges(sorted.length, (from, until) => {
      for (let i = from; i < until; i++) {
        if (i === 0 || sorted[i] !== sorted[i - 1]) days[++run] = sorted[i] as number;
        ends[run] = i + 1;
      }
    });
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
