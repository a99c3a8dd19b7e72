import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Day, formatDay, LAST_DAY, parseDay } from './civil-day.js';
import { InvalidDate } from './errors.js';
import { ERAS, formatEraDay, formatEraDayNarrow, formatEraYear, parseEraDay } from './japanese-era.js';

describe('Japanese eras', () => {
  it.each([
    ['2025-08-20', '令和7年8月20日', 'R7.8.20', 'Reiwa 7'],
    ['2019-05-01', '令和元年5月1日', 'R1.5.1', 'Reiwa 1'],
    ['2019-04-30', '平成31年4月30日', 'H31.4.30', 'Heisei 31'],
    ['1989-01-08', '平成元年1月8日', 'H1.1.8', 'Heisei 1'],
    ['1989-01-07', '昭和64年1月7日', 'S64.1.7', 'Showa 64'],
    ['1926-12-25', '昭和元年12月25日', 'S1.12.25', 'Showa 1'],
    ['1926-12-24', '大正15年12月24日', 'T15.12.24', 'Taisho 15'],
    ['1912-07-30', '大正元年7月30日', 'T1.7.30', 'Taisho 1'],
    ['1912-07-29', '明治45年7月29日', 'M45.7.29', 'Meiji 45'],
    ['1873-01-01', '明治6年1月1日', 'M6.1.1', 'Meiji 6'],
  ])('%s is %s, %s, %s', (day, long, narrow, year) => {
    expect([
      formatEraDay(parseDay(day)),
      formatEraDayNarrow(parseDay(day)),
      formatEraYear(parseDay(day)),
    ]).toEqual([long, narrow, year]);
    expect([formatDay(parseEraDay(long)), formatDay(parseEraDay(narrow))]).toEqual([day, day]);
  });

  it('reads full-width characters, small letters and the first year as a number', () => {
    for (const text of [
      '令和７年８月２０日',
      'Ｒ７．８．２０',
      'r7.8.20',
      ' 令和7年 8月20日 ',
      'R7/8/20',
      'R07.08.20',
    ])
      expect(formatDay(parseEraDay(text))).toBe('2025-08-20');
    expect(formatDay(parseEraDay('令和1年5月1日'))).toBe('2019-05-01');
  });

  it('has no era before 1873-01-01', () => {
    const day = parseDay('1872-12-31');
    expect([formatEraDay(day), formatEraDayNarrow(day), formatEraYear(day)]).toEqual([null, null, null]);
    expect(() => parseEraDay('明治5年12月2日')).toThrow(
      'Japanese dates can be read from 明治6年1月1日 (1873-01-01) on',
    );
  });

  it('a day the era never had is told by its right name', () => {
    expect(() => parseEraDay('平成32年1月1日')).toThrow(
      'date: "平成32年1月1日" is not a date that can be used; 平成 (Heisei) has no such day, it is 令和2年1月1日.',
    );
    expect(() => parseEraDay('昭和64年1月8日')).toThrow('it is 平成元年1月8日');
    expect(() => parseEraDay('令和元年4月30日')).toThrow('it is 平成31年4月30日');
    for (const text of [
      '令和7年2月29日',
      'R7.13.1',
      '令和0年1月1日',
      '慶応3年1月1日',
      'R7',
      '',
      '2025-08-20',
    ])
      expect(() => parseEraDay(text)).toThrow(InvalidDate);
  });

  it('both forms give the day back, on any day since 1873', () => {
    const days = fc
      .integer({ min: parseDay('1873-01-01'), max: Math.min(LAST_DAY, parseDay('2117-12-31')) })
      .map((n) => n as Day);
    fc.assert(
      fc.property(days, (day) => {
        expect(parseEraDay(formatEraDay(day) ?? '')).toBe(day);
        expect(parseEraDay(formatEraDayNarrow(day) ?? '')).toBe(day);
      }),
      { numRuns: 1000 },
    );
  });

  it('agrees with the calendar of the platform', () => {
    const platform = new Intl.DateTimeFormat('ja-JP-u-ca-japanese-nu-latn', {
      era: 'long',
      year: 'numeric',
      month: 'long',
      day: 'numeric',
      timeZone: 'UTC',
    });
    for (const { from } of ERAS)
      for (const day of [from, from + 1, from + 400])
        expect(formatEraDay(day as Day)).toBe(platform.format(new Date(day * 86_400_000)));
  });
});
