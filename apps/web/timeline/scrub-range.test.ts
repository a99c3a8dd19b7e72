import { parseDay } from '@policy-timeline/domain';
import { describe, expect, it } from 'vitest';
import { clampDay, dayAtPortion, portionOf, type Span, windowWith, zoomed } from './scrub-range';

const span = (from: string, until: string): Span => ({ from: parseDay(from), until: parseDay(until) });
const range = span('1951-01-01', '2028-10-01');

describe('the rail', () => {
  it('turns days into portions and back', () => {
    const window = span('2001-01-01', '2028-10-01');
    for (const text of ['2001-01-01', '2018-03-21', '2026-09-30'])
      expect(dayAtPortion(portionOf(parseDay(text), window), window)).toBe(parseDay(text));
    expect(dayAtPortion(1.4, window)).toBe(parseDay('2028-09-30'));
    expect(clampDay(parseDay('1900-01-01'), range)).toBe(range.from);
  });

  it('grows a long window back to an earlier day, and moves a short one', () => {
    expect(windowWith(parseDay('1995-06-01'), span('2001-01-01', '2028-10-01'), range)).toEqual(
      span('1994-01-01', '2028-10-01'),
    );
    const moved = windowWith(parseDay('1995-06-01'), span('2020-01-01', '2023-01-01'), range);
    expect(moved.until - moved.from).toBe(
      span('2020-01-01', '2023-01-01').until - span('2020-01-01', '2023-01-01').from,
    );
    expect(moved.from < parseDay('1995-06-01') && parseDay('1995-06-01') < moved.until).toBe(true);
  });

  it('keeps the day in place while it zooms, inside the range', () => {
    const window = span('2010-01-01', '2020-01-01');
    const closer = zoomed(window, range, 0.5, parseDay('2015-01-01'));
    expect(portionOf(parseDay('2015-01-01'), closer)).toBeCloseTo(
      portionOf(parseDay('2015-01-01'), window),
      2,
    );
    expect(zoomed(window, range, 100, parseDay('2015-01-01'))).toEqual(range);
  });
});
