import { InvalidDate } from './errors.js';

declare const brand: unique symbol;

/**
 * A civil day of the proleptic Gregorian calendar, as the number of days since 1970-01-01.
 * It has no clock and no time zone: policy days are the legal day of the act's jurisdiction
 * (Washington for US orders). Plain `<` and `-` compare and count days.
 */
export type Day = number & { readonly [brand]: 'Day' };

/** The days that can be written: 0001-01-01 to 9999-12-31. */
export const FIRST_DAY = dayOf(1, 1, 1);
export const LAST_DAY = dayOf(9999, 12, 31);

/** @throws InvalidDate when the text is not `YYYY-MM-DD` or the day does not exist (2018-02-29). */
export function parseDay(text: string, field = 'date'): Day {
  const day = readDay(text);
  if (day !== null) return day;
  throw new InvalidDate(text, field, 'write YYYY-MM-DD, a day that exists, for example 2025-04-09');
}

/** The day of a text `YYYY-MM-DD`; null where it is written otherwise or does not exist. Digit by digit: a log has millions. */
export function readDay(text: string): Day | null {
  if (text.length !== 10 || text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return null;
  const year = 100 * twoDigits(text, 0) + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  const exists = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return exists ? dayOf(year, month, day) : null;
}
const DASH = 45;
const ZERO = 48;

/** NaN, with which nothing compares, where they are none. */
function twoDigits(text: string, at: number): number {
  const [tens, ones] = [text.charCodeAt(at) - ZERO, text.charCodeAt(at + 1) - ZERO];
  return tens >= 0 && tens < 10 && ones >= 0 && ones < 10 ? 10 * tens + ones : Number.NaN;
}

/** `YYYY-MM-DD`. */
export function formatDay(day: Day): string {
  const { year, month, day: dom } = partsOf(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dom).padStart(2, '0')}`;
}

/** So many days later, earlier where `days` is negative; may leave the days that can be written. */
export function addDays(day: Day, days: number): Day {
  return (day + days) as Day;
}

/** Month arithmetic keeps the day of the month, or the last day where the month is shorter. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, day: dom } = partsOf(day);
  const index = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  return dayOf(toYear, toMonth, Math.min(dom, daysInMonth(toYear, toMonth)));
}

/** 28 to 31. `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  return month === 2
    ? isLeapYear(year)
      ? 29
      : 28
    : month === 4 || month === 6 || month === 9 || month === 11
      ? 30
      : 31;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Civil parts of a day; month and day count from 1. Algorithm: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
export function partsOf(day: Day): { readonly year: number; readonly month: number; readonly day: number } {
  const z = day + 719_468;
  const era = Math.floor(z / 146_097);
  const doe = z - era * 146_097;
  const yoe = Math.floor(
    (doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365,
  );
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return {
    year: yoe + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: doy - Math.floor((153 * mp + 2) / 5) + 1,
  };
}

/** The day of civil parts that exist; see `parseDay` for checked input. */
export function dayOf(year: number, month: number, day: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yoe = y - era * 400;
  const doy = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const doe = yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy;
  return (era * 146_097 + doe - 719_468) as Day;
}

/** 0 = Sunday … 6 = Saturday. */
export function weekdayOf(day: Day): number {
  return (((day + 4) % 7) + 7) % 7;
}
