import { describe, expect, it } from 'vitest';
import { NARROW, xOf, yOf } from './chart-scale';
import { placeLabels } from './place-labels';

const FIELD = { left: 70, right: 720 };

describe('the chart of paper 004', () => {
  it('puts a surplus above nothing, and Germany beneath Japan, whose deficit is smaller', () => {
    expect(yOf(11_900)).toBeLessThan(yOf(0));
    expect(yOf(-68_468)).toBeLessThan(yOf(-84_800));
  });

  it('puts the mark of 2 % between 1.4 and 2.3', () => {
    expect(xOf(1.4)).toBeLessThan(xOf(2));
    expect(xOf(2)).toBeLessThan(xOf(2.3));
  });

  it('fits a phone of 390 px', () => {
    expect(NARROW.width).toBeLessThanOrEqual(390 - 2 * 16);
    expect(xOf(9.6, NARROW)).toBe(NARROW.right);
  });

  it('writes the names that the paper gives even beside the mark of spending, and no others there', () => {
    const germany = { id: 'DEU', text: 'ドイツ', x: 378, y: 676, width: 37 };
    const crowd = [-14, 14].flatMap((dx) => [-14, 0, 14].map((dy) => ({ x: 378 + dx, y: 676 + dy })));
    const field = { ...FIELD, line: 385 };
    expect(placeLabels([germany], crowd, field)).toEqual([]);
    expect(placeLabels([{ ...germany, must: true }], crowd, field)).toHaveLength(1);
  });

  it('never lets two names lie on each other', () => {
    const wishes = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((id) => ({
      id,
      text: id,
      x: 300,
      y: 200,
      width: 40,
    }));
    const placed = placeLabels(wishes, [{ x: 300, y: 200 }], FIELD);
    expect(placed.length).toBeGreaterThanOrEqual(4);
    expect(placed.length).toBeLessThan(9);
    expect(new Set(placed.map(({ at, anchor }) => `${at.x} ${at.y} ${anchor}`)).size).toBe(placed.length);
  });
});
