import type { Family } from '@policy-timeline/domain';
import { describe, expect, it } from 'vitest';
import { byFamily, byFinding, type ReadingRow, type RowReading } from './reading-list';

const reading = (ratePercent: number, status: RowReading['status'] = 'IN_FORCE'): RowReading => ({
  status,
  modality: 'FACT',
  certainty: 'CERTAIN',
  projected: false,
  value: { kind: 'RATE', ratePercent, rateBasis: 'ADDITIONAL' },
  validFrom: '2025-04-09',
  validUntil: null,
  retroactiveDays: 0,
});
const row = (slot: string, family: Family, actual: RowReading | null = null): ReadingRow => ({
  index: 0,
  slot,
  family,
  reading: reading(24),
  actual,
});

describe('grouping', () => {
  it('keeps the families of the record in order, observations last', () => {
    const groups = byFamily([
      row('a', 'INDICATOR'),
      row('b', 'SANCTION'),
      row('c', 'TARIFF'),
      row('d', 'TARIFF'),
    ]);
    expect(groups.map(({ key, rows }) => [key, rows.length])).toEqual([
      ['TARIFF', 2],
      ['SANCTION', 1],
      ['INDICATOR', 1],
    ]);
  });

  it('puts what turned out differently first: another value, or another status', () => {
    const groups = byFinding(
      [
        row('same', 'TARIFF', reading(24)),
        row('value', 'TARIFF', reading(15)),
        row('status', 'SANCTION', reading(24, 'ENDED')),
      ],
      true,
    );
    expect(groups.map(({ key, rows }) => [key, rows.map(({ slot }) => slot)])).toEqual([
      ['DIFFERENT', ['value', 'status']],
      ['SAME', ['same']],
    ]);
  });

  it('groups by family where nothing could be learned since', () => {
    expect(byFinding([row('a', 'TARIFF', reading(24))], false).map(({ key }) => key)).toEqual(['TARIFF']);
  });
});
