import type { Day } from '../calendar/civil-day.js';
import { EVER, OPEN } from './lens.js';

/** Days in a column, as codes of one kind. */
export type DayColumn = Uint16Array | Int32Array;

/** No day at all, where a column may be without one. */
export const NO_DAY = -0x7fffffff;

/** 1925-01-01 to 2104-06-04: the days that have a code of 16 bits. */
const FIRST_NEAR = -16_436;
const LAST_NEAR = FIRST_NEAR + 0xfffd;
const EVER_CODE = 0;
const OPEN_CODE = 0xffff;

/**
 * How the days of columns are written. Codes lie in the order of their days, so what is compared with a whole column is
 * coded once and compared as it lies there. NEAR takes 16 bits, for a span of 179 years; ALL is for columns in which some day
 * lies elsewhere: each day is its own code, in 32 bits.
 */
export class DayCodes {
  private constructor(readonly isNear: boolean) {}

  static readonly NEAR = new DayCodes(true);
  static readonly ALL = new DayCodes(false);

  column(length: number): DayColumn {
    return this.isNear ? new Uint16Array(length) : new Int32Array(length);
  }

  /** A day may be written. `EVER`, `OPEN` and `NO_DAY` always may. */
  holds(day: number): boolean {
    return !this.isNear || (FIRST_NEAR <= day && day <= LAST_NEAR) || day <= EVER || day >= OPEN;
  }

  /** Of a day that is asked for: one that `holds` excludes is as good as the outermost day on its side. */
  codeOf(day: number): number {
    if (!this.isNear) return day;
    if (day < FIRST_NEAR) return EVER_CODE;
    if (day <= LAST_NEAR) return day - FIRST_NEAR + 1;
    return day >= OPEN ? OPEN_CODE : OPEN_CODE - 1;
  }

  dayOf(code: number): Day {
    if (!this.isNear) return code as Day;
    return code === EVER_CODE ? EVER : code === OPEN_CODE ? OPEN : ((code + FIRST_NEAR - 1) as Day);
  }

  /** Where a column may be without a day. */
  dayOrNone(code: number): Day | typeof NO_DAY {
    return this.isNear && code === EVER_CODE ? NO_DAY : this.dayOf(code);
  }
}
