import { describe, expect, it } from 'vitest';
import { type ChangeDays, changesOnDay, firstFrom, nearestChange } from './change-days';

const changes: ChangeDays = { days: Int32Array.of(10, 20, 26), counts: Int32Array.of(1, 3, 2) };

describe('days of change', () => {
  it('are found from any day on', () => {
    expect([9, 10, 11, 27].map((day) => firstFrom(changes, day))).toEqual([0, 0, 1, 3]);
  });
  it('draw the thumb only from near by, and the nearer one wins', () => {
    expect(nearestChange(changes, 22, 3)).toBe(20);
    expect(nearestChange(changes, 24, 5)).toBe(26);
    expect(nearestChange(changes, 15, 3)).toBeNull();
  });
  it('tell how much changes', () => {
    expect([changesOnDay(changes, 20), changesOnDay(changes, 21)]).toEqual([3, 0]);
  });
});
