import { describe, expect, it } from 'vitest';
import { EVER, OPEN } from '../bitemporal/lens.js';
import { NO_DAY } from '../bitemporal/reading-table.js';
import { IntReader, IntWriter } from './int-columns.js';

const WIDEST = 2 ** 31 - 1;

describe('a column of whole numbers', () => {
  it('is read as it was written, at every width', () => {
    const counts = [0, 1, 127, 128, 16_383, 16_384, 2 ** 28, WIDEST];
    const steps = [-1, 999_999_999, 0, -1, 5];
    const days = [EVER, 20_180, 20_187, OPEN, 20_187, NO_DAY, -25_567];
    const near = Int32Array.from([0, 20_180, NO_DAY, 7, 20_000, 7, EVER]);
    const writer = new IntWriter();
    writer.counts(counts);
    writer.steps(steps);
    writer.days(days);
    writer.days(days, near);
    writer.distances(days.slice(1, 3), [20_190, 20_000]);
    writer.day(20_187, 20_180);

    const reader = new IntReader(writer.bytes);
    expect([...reader.counts(counts.length)]).toEqual(counts);
    expect([...reader.steps(steps.length)]).toEqual(steps);
    expect([...reader.days(days.length)]).toEqual(days);
    expect([...reader.days(days.length, near)]).toEqual(days);
    expect([...reader.distances(Int32Array.of(20_190, 20_000))]).toEqual(days.slice(1, 3));
    expect(reader.day(20_180)).toBe(20_187);
  });

  it('that ends too early is refused, one number or many', () => {
    const writer = new IntWriter();
    writer.counts([1, 300]);
    const cut = writer.bytes.subarray(0, 2);
    expect(() => new IntReader(cut).counts(2)).toThrow(RangeError);
    const reader = new IntReader(cut);
    reader.count();
    expect(() => reader.count()).toThrow(RangeError);
  });

  it.each([-1, WIDEST + 1, Number.NaN])('cannot tell %d', (value) => {
    expect(() => new IntWriter().count(value)).toThrow(RangeError);
  });
});
