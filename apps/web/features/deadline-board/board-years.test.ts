import { parseDay } from '@policy-timeline/domain';
import { describe, expect, it } from 'vitest';
import type { BoardRow, Fate } from './board';
import { boardYears } from './board-years';

const row = (date: string, fate: Fate): BoardRow => ({
  key: date,
  event: date,
  title: { en: date, ja: date },
  date,
  day: parseDay(date),
  kind: 'EXPIRY',
  edge: 'END',
  ofEffects: false,
  family: 'TARIFF',
  modality: 'FACT',
  partners: [],
  knownFrom: parseDay('2018-01-01'),
  fate,
  by: null,
  byTitle: null,
  noticeOn: null,
  movedTo: null,
  others: 0,
  source: null,
});

describe('the board by years', () => {
  it('puts what is to come first, then the newest year, each with what was kept', () => {
    const years = boardYears([
      row('2026-11-10', 'OPEN'),
      row('2026-07-24', 'KEPT'),
      row('2026-03-31', 'UNKNOWN'),
      row('2025-07-09', 'EXTENDED'),
    ]);
    expect(years.map(({ year, rows, kept, open }) => [year, rows.length, kept, open])).toEqual([
      [null, 1, 0, true],
      [2026, 2, 1, true],
      [2025, 1, 0, true],
    ]);
  });

  it('leaves the older years folded once two dozen rows are shown, never a year in two', () => {
    const many = Array.from({ length: 30 }, (_, i) =>
      row(`2025-03-${String(i + 1).padStart(2, '0')}`, 'KEPT'),
    );
    const years = boardYears([...many, row('2024-05-31', 'KEPT')]);
    expect(years.map(({ year, open }) => [year, open])).toEqual([
      [2025, true],
      [2024, false],
    ]);
  });
});
