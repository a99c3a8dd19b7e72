import type { Day } from '../calendar/civil-day.js';
import { DayCodes, type DayColumn } from './day-codes.js';
import { type Numbers, numbersUpTo } from './numbers.js';
import { inOneGo, inRanges, type Slices } from './slices.js';

/** How many entries of a list in order of day come up to a day: each day once, and where its run ends. */
export class DayRuns {
  constructor(
    readonly codes: DayCodes,
    readonly days: DayColumn,
    readonly ends: Numbers,
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
    const areNear = [sorted[0] ?? 0, sorted.at(-1) ?? 0].every((day) => DayCodes.NEAR.holds(day));
    const codes = areNear ? DayCodes.NEAR : DayCodes.ALL;
    const [days, ends] = [codes.column(runs), numbersUpTo(sorted.length, runs)];
    let run = -1;
    yield* inRanges(sorted.length, (from, until) => {
      for (let i = from; i < until; i++) {
        if (i === 0 || sorted[i] !== sorted[i - 1]) days[++run] = codes.codeOf(sorted[i] as number);
        ends[run] = i + 1;
      }
    });
    return new DayRuns(codes, days, ends);
  }

  /** Bytes held. */
  get bytes(): number {
    return this.days.byteLength + this.ends.byteLength;
  }

  countUpTo(day: Day): number {
    const { days } = this;
    const code = this.codes.codeOf(day);
    let [low, high] = [0, days.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((days[middle] as number) <= code) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? 0 : (this.ends[low - 1] as number);
  }
}
