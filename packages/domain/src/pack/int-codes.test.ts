import { describe, expect, it } from 'vitest';
import { NO_DAY } from '../bitemporal/day-codes.js';
import { EVER, OPEN } from '../bitemporal/lens.js';
import { dayCode, distanceCode, readDays, readDistances, readSteps, SAME } from './int-codes.js';

const ints = (values: readonly number[]): Int32Array => Int32Array.from(values);

describe('numbers told by others', () => {
  it('as steps', () => {
    const values = [-1, 999_999_999, 0, -1, 5];
    expect([...readSteps(ints(values.map((value, i) => distanceCode(value, values[i - 1] ?? 0))))]).toEqual(
      values,
    );
  });

  it('as distances', () => {
    const [values, near] = [
      [20_187, -25_567, 4],
      [20_190, 20_000, 4],
    ];
    const codes = values.map((value, i) => distanceCode(value, near[i] as number));
    expect(codes[2]).toBe(0);
    expect([...readDistances(ints(codes), ints(near))]).toEqual(values);
  });

  it('as days, marks among them on either side', () => {
    const days = [EVER, 20_180, 20_187, OPEN, 20_187, NO_DAY, -25_567, NO_DAY, 0];
    const near = [20_000, 20_180, NO_DAY, 7, EVER, OPEN, 20_180, NO_DAY, OPEN];
    const codes = days.map((day, i) => dayCode(day, near[i] as number));
    expect([codes[1], codes[7]], 'the very day, or mark, beside').toEqual([SAME, SAME]);
    expect([...readDays(ints(codes), ints(near))]).toEqual(days);
  });
});
