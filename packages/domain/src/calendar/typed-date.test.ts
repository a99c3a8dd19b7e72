import { describe, expect, it } from 'vitest';
import { formatDay, parseDay } from './civil-day.js';
import { InvalidDate } from './errors.js';
import { readTypedDate } from './typed-date.js';

const shown = { current: parseDay('2025-05-22'), today: parseDay('2026-11-21') };

describe('a date as people type it', () => {
  it.each([
    '2025-08-20',
    '2025/8/20',
    '2025.08.20',
    '2025-8-20',
    '2025年8月20日',
    '２０２５年８月２０日',
    '令和7年8月20日',
    '令和７年８月２０日',
    'R7.8.20',
    'r7/8/20',
    'Aug 20 2025',
    'Aug. 20, 2025',
    'august 20th, 2025',
    '20 August 2025',
    '20 aug 2025',
    '+90d',
    '+90',
    ' 2025-08-20 ',
  ])('%s is 20 August 2025', (text) => {
    expect(formatDay(readTypedDate(text, shown))).toBe('2025-08-20');
  });

  it('steps count from the day shown, today is the reader’s', () => {
    expect(formatDay(readTypedDate('-30d', shown))).toBe('2025-04-22');
    expect(formatDay(readTypedDate('＋1d', shown))).toBe('2025-05-23');
    expect(readTypedDate('today', shown)).toBe(shown.today);
    expect(readTypedDate('今日', shown)).toBe(shown.today);
    expect(() => readTypedDate('today', { current: shown.current })).toThrow('today is not known here');
  });

  it.each([
    ['2025-02-29', 'that month has 28 days'],
    ['Feb 30 2024', 'that month has 29 days'],
    ['8/20/2025', 'day and month can be taken for each other; write the year first'],
    ['平成32年1月1日', 'it is 令和2年1月1日'],
    ['+9999999d', 'that step leaves the calendar'],
    [
      'next Tuesday',
      'write 2025-08-20, 2025/8/20, Aug 20 2025, 2025年8月20日, 令和7年8月20日, R7.8.20, or a step such as +90d',
    ],
    ['2025-13-01', 'write 2025-08-20'],
    ['Ju 4 2025', 'write 2025-08-20'],
    ['2025-08/20', 'write 2025-08-20'],
    ['0000-01-01', 'write 2025-08-20'],
    ['', 'write 2025-08-20'],
  ])('%j is refused with a sentence that helps: %s', (text, sentence) => {
    expect(() => readTypedDate(text, shown)).toThrow(InvalidDate);
    expect(() => readTypedDate(text, shown)).toThrow(sentence);
  });
});
