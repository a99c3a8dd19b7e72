import { addDays, type Day, dayOf, daysInMonth, parseDay, readDay } from './civil-day.js';
import { InvalidDate } from './errors.js';

/** The unit that a source states. */
export type Precision = 'DAY' | 'MONTH' | 'YEAR';

/**
 * A date as its source gives it: EDTF level 0/1 text (`2017`, `2017-08`, `2017-08-25`, `2017-08~`, `2017?`, `2017%`).
 * `first` and `last` are the first and last day of the stated unit.
 */
export interface PartialDate {
  readonly text: string;
  readonly precision: Precision;
  readonly approximate: boolean;
  readonly uncertain: boolean;
  readonly first: Day;
  readonly last: Day;
}

const FORM = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%])?$/;

/** @throws InvalidDate when the text is not one of the forms above or the day does not exist. */
export function parsePartialDate(text: string, field = 'date'): PartialDate {
  const stated = readDay(text);
  if (stated !== null)
    return { text, precision: 'DAY', approximate: false, uncertain: false, first: stated, last: stated };
  const match = FORM.exec(text);
  if (!match || match[1] === '0000') throw unreadable(text, field);
  const [, yearText, monthText, dayText, mark] = match;
  const year = Number(yearText);
  const qualifiers = { approximate: mark === '~' || mark === '%', uncertain: mark === '?' || mark === '%' };
  if (dayText !== undefined) {
    const day = parseDay(`${yearText}-${monthText}-${dayText}`, field);
    return { text, precision: 'DAY', ...qualifiers, first: day, last: day };
  }
  if (monthText === undefined) {
    return { text, precision: 'YEAR', ...qualifiers, first: dayOf(year, 1, 1), last: dayOf(year, 12, 31) };
  }
  const month = Number(monthText);
  if (month < 1 || month > 12) throw unreadable(text, field);
  return {
    text,
    precision: 'MONTH',
    ...qualifiers,
    first: dayOf(year, month, 1),
    last: dayOf(year, month, daysInMonth(year, month)),
  };
}

/** The first day after the stated unit; for a day it is the day itself, because "until" already names the first day that no longer counts. */
export function untilOf(date: PartialDate): Day {
  return date.precision === 'DAY' ? date.first : addDays(date.last, 1);
}

function unreadable(text: string, field: string): InvalidDate {
  return new InvalidDate(
    text,
    field,
    'write 2017, 2017-08 or 2017-08-25, with ~ for about and ? for uncertain',
  );
}
