import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  type Day,
  dayOf,
  daysInMonth,
  FIRST_DAY,
  formatDay,
  LAST_DAY,
  parseDay,
  partsOf,
  weekdayOf,
} from './civil-day.js';
import { contains, dayRange, overlaps } from './day-range.js';
import { InvalidDate, InvalidRange } from './errors.js';
import { parsePartialDate, untilOf } from './partial-date.js';
import { spellPartial } from './spelled-date.js';

const anyDay = fc.integer({ min: FIRST_DAY, max: LAST_DAY }).map((n) => n as Day);

describe('civil days', () => {
  it.each([
    ['1970-01-01', 0],
    ['2000-02-29', 11_016],
    ['2025-04-09', 20_187],
    ['0001-01-01', -719_162],
    ['9999-12-31', 2_932_896],
  ])('%s is day %i', (text, day) => {
    expect(parseDay(text)).toBe(day);
    expect(formatDay(day as Day)).toBe(text);
  });

  it.each([
    '2018-02-29',
    '1900-02-29',
    '2025-13-01',
    '2025-00-10',
    '2025-04-31',
    '0000-01-01',
    '10000-01-01',
    '2025-4-9',
    ' 2025-04-09',
    '2025-04-09T00:00',
    '２０２５-04-09',
    '-001-01-01',
    '',
  ])('refuses %j', (text) => {
    expect(() => parseDay(text, 'knownAt')).toThrow(
      new InvalidDate(text, 'knownAt', 'write YYYY-MM-DD, a day that exists, for example 2025-04-09'),
    );
  });

  it('an error names the field, the text, and how to write it', () => {
    expect(() => parseDay('9 July', 'knownAt')).toThrow(
      'knownAt: "9 July" is not a date that can be used; write YYYY-MM-DD, a day that exists, for example 2025-04-09.',
    );
  });

  it('months keep the day, or the last day where the month is shorter', () => {
    expect(formatDay(addMonths(parseDay('2025-01-31'), 1))).toBe('2025-02-28');
    expect(formatDay(addMonths(parseDay('2024-01-31'), 1))).toBe('2024-02-29');
    expect(formatDay(addMonths(parseDay('2025-03-31'), -13))).toBe('2024-02-29');
    expect(formatDay(addMonths(parseDay('2025-11-15'), 2))).toBe('2026-01-15');
  });

  it('Liberation Day was a Wednesday', () => {
    expect(weekdayOf(parseDay('2025-04-02'))).toBe(3);
    expect(weekdayOf(parseDay('1969-12-31'))).toBe(3);
  });

  it('format and parse are each other’s inverse', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(parseDay(formatDay(day))).toBe(day);
      }),
      { numRuns: 2000 },
    );
  });

  it('parts agree with Date.UTC, and dayOf puts them together again', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const utc = new Date(day * 86_400_000);
        const parts = { year: utc.getUTCFullYear(), month: utc.getUTCMonth() + 1, day: utc.getUTCDate() };
        expect(partsOf(day)).toEqual(parts);
        expect(dayOf(parts.year, parts.month, parts.day)).toBe(day);
        expect(weekdayOf(day)).toBe(utc.getUTCDay());
        expect(daysInMonth(parts.year, parts.month)).toBeGreaterThanOrEqual(parts.day);
      }),
      { numRuns: 2000 },
    );
  });

  it('text order is day order', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(formatDay(a) < formatDay(b)).toBe(a < b);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('partial dates', () => {
  it.each([
    ['2017', 'YEAR', '2017-01-01', '2017-12-31', '2018-01-01'],
    ['2017-08', 'MONTH', '2017-08-01', '2017-08-31', '2017-09-01'],
    ['2024-02', 'MONTH', '2024-02-01', '2024-02-29', '2024-03-01'],
    ['2017-12', 'MONTH', '2017-12-01', '2017-12-31', '2018-01-01'],
    ['2017-08-25', 'DAY', '2017-08-25', '2017-08-25', '2017-08-25'],
  ])('%s is a %s from %s to %s; as an end it stops on %s', (text, precision, first, last, until) => {
    const date = parsePartialDate(text);
    expect([date.precision, formatDay(date.first), formatDay(date.last), formatDay(untilOf(date))]).toEqual([
      precision,
      first,
      last,
      until,
    ]);
    expect([date.approximate, date.uncertain]).toEqual([false, false]);
  });

  it.each([
    ['2017~', true, false],
    ['2017-08?', false, true],
    ['2017-08-25%', true, true],
  ])('%s: approximate %s, uncertain %s', (text, approximate, uncertain) => {
    expect(parsePartialDate(text)).toMatchObject({ approximate, uncertain, text });
  });

  it.each([
    '0000',
    '2017-13',
    '2017-00',
    '2017-02-30',
    '17',
    '2017-8',
    '2017~~',
    '2017/08',
    'August 2017',
    '',
  ])('refuses %j', (text) => {
    expect(() => parsePartialDate(text, 'effective.from')).toThrow(InvalidDate);
    expect(() => parsePartialDate(text, 'effective.from')).toThrow(
      /^effective\.from: ".*" is not a date that can be used; write /,
    );
  });

  it('the windows of the months of a year lie side by side and fill it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9998 }), (n) => {
        const year = String(n).padStart(4, '0');
        const months = Array.from({ length: 12 }, (_, i) =>
          parsePartialDate(`${year}-${String(i + 1).padStart(2, '0')}`),
        );
        const whole = parsePartialDate(year);
        expect(months[0]?.first).toBe(whole.first);
        expect(months[11]?.last).toBe(whole.last);
        months.slice(1).forEach((month, i) => {
          expect(month.first).toBe(untilOf(months[i] as typeof month));
        });
      }),
    );
  });
});

describe('day ranges', () => {
  const [first, bound] = [parseDay('2025-04-09'), parseDay('2025-07-08')];
  it('are half-open', () => {
    const range = dayRange(first, bound);
    expect([addDays(first, -1), first, addDays(bound, -1), bound].map((day) => contains(range, day))).toEqual(
      [false, true, true, false],
    );
    expect(contains({ from: null, until: null }, first)).toBe(true);
  });

  it('that end on or before their first day are refused, and told why', () => {
    expect(() => dayRange(first, first)).toThrow(InvalidRange);
    expect(() => dayRange(bound, first, 'effective')).toThrow(
      'effective: the range would end (2025-04-09) on or before its first day (2025-07-08)',
    );
  });

  it('overlap exactly when some day is in both', () => {
    const bounds = fc
      .tuple(fc.option(fc.integer({ min: 0, max: 5 })), fc.option(fc.integer({ min: 1, max: 6 })))
      .filter(([a, b]) => a === null || b === null || a < b);
    fc.assert(
      fc.property(bounds, bounds, ([a, b], [c, d]) => {
        const [one, other] = [
          { from: a as Day | null, until: b as Day | null },
          { from: c as Day | null, until: d as Day | null },
        ];
        const shared = Array.from({ length: 9 }, (_, i) => (i - 1) as Day).some(
          (day) => contains(one, day) && contains(other, day),
        );
        expect(overlaps(one, other)).toBe(shared);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('dates in sentences', () => {
  it.each([
    ['2025-08-07', '2025年8月7日', '7 August 2025'],
    ['2018-04', '2018年4月', 'April 2018'],
    ['2018-04~', '2018年4月ごろ', 'about April 2018'],
    ['2017?', '2017年？', '2017?'],
  ])('%s is spelled as precisely as it is known', (text, ja, en) => {
    expect([spellPartial(text, 'ja'), spellPartial(text, 'en')]).toEqual([ja, en]);
  });
});
