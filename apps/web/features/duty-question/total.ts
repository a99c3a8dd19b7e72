import { figure } from '@/language/format-value';
import type { Translate } from '@/language/translate';
import type { QuoteTotal } from './duty-query';

/** The whole duty in percent where MFN is given, else what comes on top of it; a range where something is not settled. */
export interface Total {
  readonly text: string;
  /** Null where the answer is a range or nothing bounds it. */
  readonly percent: number | null;
  readonly withMfn: boolean;
}

export function totalOf(quote: QuoteTotal, mfn: number | null, t: Translate): Total {
  const base = mfn ?? 0;
  const withMfn = mfn !== null;
  const plus = withMfn ? '' : '+';
  if (quote.allInPercent !== null)
    return { text: `${figure(quote.allInPercent)}%`, percent: quote.allInPercent, withMfn: true };
  if (quote.additionalPercent !== null)
    return {
      text: `${plus}${figure(round(base + quote.additionalPercent))}%`,
      percent: round(base + quote.additionalPercent),
      withMfn,
    };
  const { minPercent, maxPercent } = quote.additionalRange;
  const from = minPercent === null ? '0' : figure(round(base + minPercent));
  if (maxPercent === null)
    return { text: t('pages.duty.atLeast', { from: `${plus}${from}%` }), percent: null, withMfn };
  return {
    text: t('pages.duty.range', { from: `${plus}${from}`, until: `${figure(round(base + maxPercent))}%` }),
    percent: null,
    withMfn,
  };
}

/** Percent points carry at most two decimals in the record; sums must not show the binary rest. */
export const round = (percent: number): number => Math.round(percent * 100) / 100;

/** The middle of what is possible, for a place on a chart; null where nothing bounds it. */
export function midOf(
  quote: QuoteTotal,
  mfn: number | null,
): { readonly low: number; readonly high: number } | null {
  const base = mfn ?? 0;
  if (quote.additionalPercent !== null) {
    const all = quote.allInPercent ?? base + quote.additionalPercent;
    return { low: all, high: all };
  }
  const { minPercent, maxPercent } = quote.additionalRange;
  return maxPercent === null ? null : { low: base + (minPercent ?? 0), high: base + maxPercent };
}
