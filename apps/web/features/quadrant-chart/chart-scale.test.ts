import { describe, expect, it } from 'vitest';
import { placeLabels, xOf, yOf } from './chart-scale';

describe('the chart of paper 004', () => {
  it('puts a surplus above nothing, and Germany beneath Japan, whose deficit is smaller', () => {
    expect(yOf(11_900)).toBeLessThan(yOf(0));
    expect(yOf(-68_468)).toBeLessThan(yOf(-84_800));
  });

  it('puts the mark of 2 % between 1.4 and 2.3', () => {
    expect(xOf(1.4)).toBeLessThan(xOf(2));
    expect(xOf(2)).toBeLessThan(xOf(2.3));
  });

  it('never lets two names lie on each other', () => {
    const wishes = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((id) => ({
      id,
      text: id,
      x: 300,
      y: 200,
      width: 40,
    }));
    const placed = placeLabels(wishes, [{ x: 300, y: 200 }]);
    expect(placed.length).toBeGreaterThanOrEqual(4);
    expect(placed.length).toBeLessThan(9);
    expect(new Set(placed.map(({ at, anchor }) => `${at.x} ${at.y} ${anchor}`)).size).toBe(placed.length);
  });
});
