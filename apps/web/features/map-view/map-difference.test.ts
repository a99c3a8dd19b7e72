import { describe, expect, it } from 'vitest';
import type { MapPicture } from './country-strength';
import { differenceOf } from './map-difference';

const picture = (amounts: Record<string, number>): MapPicture => ({
  kind: 'map',
  measure: 'rate',
  countries: Object.entries(amounts).map(([iso, amount]) => ({
    iso,
    amount,
    step: 0,
    soon: false,
    index: 0,
  })),
  names: {},
  slots: {},
});

describe('two maps beside each other', () => {
  it('differ in who rose and who fell: Japan 24 to 15, Brazil 10 to 40, Korea 15 both times', () => {
    const { rose, fell, all } = differenceOf(
      picture({ JPN: 24, BRA: 10, KOR: 15 }),
      picture({ JPN: 15, BRA: 40, KOR: 15 }),
    );
    expect([rose, fell]).toEqual([['BRA'], ['JPN']]);
    expect([...all].sort()).toEqual(['BRA', 'JPN']);
  });
  it('count as nothing whom one of them does not name', () => {
    expect(differenceOf(picture({ CHN: 20 }), picture({ IND: 50 }))).toMatchObject({
      rose: ['IND'],
      fell: ['CHN'],
    });
  });
});
