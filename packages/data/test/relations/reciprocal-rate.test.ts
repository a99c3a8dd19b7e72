import { readFileSync } from 'node:fs';
import {
  computeReciprocalRate,
  parseDay,
  publishedRate,
  ROUNDINGS,
  reciprocalRate,
  Timeline,
  viewOf,
} from '@policy-timeline/domain';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/load-catalogue.js';

/** The whole record: the annexes themselves, and the paper's account of them. */
const record = Timeline.of(loadCatalogue().events.map((event, position) => ({ event, position })));
const on = (date: string) => viewOf({ date: parseDay(date), knownAt: parseDay(date) });

const published = readFileSync(new URL('fixtures/reciprocal-rates-2025.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(2)
  .map((line) => line.split(','))
  .map(([partner = '', ...cells]) => {
    const [imports = 0, exports = 0, firstAnnex = 0, correctedAnnex = 0] = cells.map(Number);
    const rate = computeReciprocalRate({ importsUsdMillion: imports, exportsUsdMillion: exports });
    return { partner, firstAnnex, correctedAnnex, rate };
  });

describe('the reciprocal formula (paper 004, figure 1) against the annexes of Executive Order 14257', () => {
  it('agrees with all 57 published rates to one point, halved and not below 10', () => {
    expect(published.length).toBe(57);
    const half = ({ rate }: (typeof published)[number]) => Math.max(rate.floorPercent, rate.halvedPercent);
    expect(published.filter((p) => Math.abs(half(p) - p.correctedAnnex) > 1)).toEqual([]);
    expect(published.filter((p) => Math.abs(p.rate.ceilingOfHalf - p.correctedAnnex) > 1)).toEqual([]);
    expect(published.filter((p) => Math.abs(p.rate.ceilingOfHalf - p.firstAnnex) > 1)).toEqual([]);
  });

  it('rounds half up for the first annex, and the share first for the corrected one', () => {
    const off = (rounding: keyof typeof ROUNDINGS, annex: 'firstAnnex' | 'correctedAnnex') =>
      published.filter((p) => p.rate[rounding] !== p[annex]).map(({ partner }) => partner);
    expect(off('ceilingOfHalf', 'firstAnnex').sort()).toEqual(ROUNDINGS.ceilingOfHalf.except);
    expect(off('ceilingOfHalfOfRounded', 'correctedAnnex').sort()).toEqual(
      ROUNDINGS.ceilingOfHalfOfRounded.except,
    );
  });

  it('gives a negative value as printed and the stated one with the other sign: Japan 2024', () => {
    // Imports 148,208 and exports 79,740 million: the paper's deficit of 68,468.
    const japan = computeReciprocalRate({ importsUsdMillion: 148_208, exportsUsdMillion: 79_740 });
    expect(japan.asPrintedPercent).toBeCloseTo(-46.2, 1);
    expect(japan.asStatedPercent).toBeCloseTo(46.2, 1);
    expect([japan.ceilingOfHalf, japan.asMarked]).toEqual([24, 'DERIVED']);
  });

  it('leaves a partner with a US surplus at the floor', () =>
    expect(computeReciprocalRate({ importsUsdMillion: 100, exportsUsdMillion: 150 })).toMatchObject({
      asStatedPercent: 0,
      ceilingOfHalf: 10,
    }));

  it.each([
    { importsUsdMillion: 0, exportsUsdMillion: 1 },
    { importsUsdMillion: 1, exportsUsdMillion: -1 },
    { importsUsdMillion: 1, exportsUsdMillion: 1, elasticity: 0 },
    { importsUsdMillion: Number.NaN, exportsUsdMillion: 1 },
  ])('refuses %o', (figures) => expect(() => computeReciprocalRate(figures)).toThrow(/cannot be used/));
});

describe('the card of a partner', () => {
  it('shows the listed total with base and top-up, and what a pause leaves', () => {
    const card = (date: string) => publishedRate(record, on(date), 'JPN');
    const listed = { ratePercent: 24, basePercent: 10, topUpPercent: 14 };
    expect(card('2025-04-05')).toMatchObject({ ...listed, status: 'SCHEDULED', appliesPercent: null });
    expect(card('2025-04-09')).toMatchObject({ ...listed, status: 'IN_FORCE', appliesPercent: 24 });
    expect(card('2025-06-05')).toMatchObject({ ...listed, status: 'SUSPENDED', appliesPercent: 10 });
    expect(card('2025-06-05')?.events.filter((id) => !record.event(id))).toEqual([]);
  });

  it('knows nothing the day before the announcement, and no rate for those left out', () => {
    expect(publishedRate(record, on('2025-04-01'), 'JPN')).toBeNull();
    expect(publishedRate(record, on('2025-06-05'), 'CAN')).toBeNull();
    expect(publishedRate(record, on('2025-06-05'), 'AUS')).toBeNull();
    expect(publishedRate(record, on('2025-06-05'), 'org:eu')?.ratePercent).toBe(20);
  });

  it('computes nothing from the record, which holds no imports of 2024', () => {
    const card = reciprocalRate(record, on('2025-06-05'), { partner: 'JPN' });
    expect([card.elasticity, card.passThrough, card.tradeYear, card.computed]).toEqual([
      4,
      0.25,
      2024,
      'UNKNOWN',
    ]);
    expect(card.formulaKnown?.event).toBe('reciprocal-formula');
    expect(reciprocalRate(record, on('2025-04-01')).formulaKnown).toBeNull();
  });
});
