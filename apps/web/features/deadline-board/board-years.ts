import { type Day, partsOf } from '@policy-timeline/domain';
import type { BoardRow } from './board';

/** The rows of one calendar year; `null`: those still to come. */
export interface BoardYear {
  readonly year: number | null;
  readonly rows: readonly BoardRow[];
  readonly kept: number;
  /** Shown at once; the others are one press away. */
  readonly open: boolean;
}

/** As many rows as are shown before the rest folds away, by whole years. */
const SHOWN_AT_ONCE = 24;

/** Newest first, as the rows are; what is still to come leads. */
export function boardYears(rows: readonly BoardRow[]): readonly BoardYear[] {
  const years = new Map<number | null, BoardRow[]>();
  for (const row of rows) {
    const year = row.fate === 'OPEN' ? null : partsOf(row.day as Day).year;
    years.set(year, [...(years.get(year) ?? []), row]);
  }
  let before = 0;
  return [...years]
    .sort(([a], [b]) => (b ?? Number.POSITIVE_INFINITY) - (a ?? Number.POSITIVE_INFINITY))
    .map(([year, ofYear]) => {
      const open = before < SHOWN_AT_ONCE;
      before += ofYear.length;
      return { year, rows: ofYear, kept: ofYear.filter(({ fate }) => fate === 'KEPT').length, open };
    });
}
