import type { Text } from '../events/text.js';
import type { Value } from '../events/value.js';

/** A duty as its instrument writes it; percents of customs value. */
export type RateExpression =
  | { readonly kind: 'ADDITIONAL'; readonly percent: number; readonly upTo: boolean }
  /** The total with MFN is max(MFN, percent). */
  | { readonly kind: 'INCLUSIVE'; readonly percent: number; readonly upTo: boolean }
  | {
      readonly kind: 'QUOTA';
      readonly withinPercent: number;
      /** null: nothing may enter above the quota. */
      readonly abovePercent: number | null;
      readonly inclusive: boolean;
      readonly quota: string;
    }
  | { readonly kind: 'EXEMPT' }
  | { readonly kind: 'SPECIFIC'; readonly text: Text }
  | { readonly kind: 'NONE' };

/** Percent points on top of MFN; null where percent cannot say it. */
export interface PercentRange {
  readonly minPercent: number | null;
  readonly maxPercent: number | null;
}
export interface Span {
  readonly low: number;
  readonly high: number;
}
export const NOTHING: Span = { low: 0, high: 0 };

const NO_RATE: RateExpression = { kind: 'NONE' };

export function rateOf(value: Value | null): RateExpression {
  switch (value?.kind) {
    case 'RATE':
      return {
        // A listed total (`TOTAL`) is what the instrument puts on top of MFN: its base is part of the duty, not of MFN.
        kind: value.rateBasis === 'INCLUSIVE' ? 'INCLUSIVE' : 'ADDITIONAL',
        percent: value.ratePercent,
        upTo: value.upTo === true,
      };
    case 'QUOTA':
      return {
        kind: 'QUOTA',
        withinPercent: value.withinPercent,
        abovePercent: value.abovePercent,
        inclusive: value.rateBasis === 'INCLUSIVE',
        quota: value.quota,
      };
    case 'EXEMPT':
      return { kind: 'EXEMPT' };
    case 'SPECIFIC':
      return { kind: 'SPECIFIC', text: value.text };
    case 'QUANTITY':
    case 'TEXT':
    case 'FLAG':
    case undefined:
      return NO_RATE;
  }
}

/** Points on top of MFN that the expression can come to, given MFN and on which side of the quota the good is. */
export function additionOf(rate: RateExpression, mfn: number | null, overQuota: boolean | null): Span {
  const points = (percent: number, inclusive: boolean, upTo = false): Span => {
    if (!inclusive) return { low: upTo ? 0 : percent, high: percent };
    return mfn === null || upTo ? { low: 0, high: percent } : exactly(Math.max(0, exact(percent - mfn)));
  };
  switch (rate.kind) {
    case 'ADDITIONAL':
    case 'INCLUSIVE':
      return points(rate.percent, rate.kind === 'INCLUSIVE', rate.upTo);
    case 'QUOTA': {
      const within = points(rate.withinPercent, rate.inclusive);
      if (rate.abovePercent === null || overQuota === false) return within;
      const above = points(rate.abovePercent, rate.inclusive);
      return overQuota ? above : union(within, above);
    }
    case 'EXEMPT':
    case 'SPECIFIC':
    case 'NONE':
      return NOTHING;
  }
}

const exactly = (percent: number): Span => ({ low: percent, high: percent });
export const union = (a: Span, b: Span): Span => ({
  low: Math.min(a.low, b.low),
  high: Math.max(a.high, b.high),
});
/** Sums of decimals without binary dust: 7.5 + 0.1 is 7.6. */
export const exact = (percent: number): number => Math.round(percent * 1e6) / 1e6;
export const settledPoints = ({ low, high }: Span): number | null => (low === high ? exact(low) : null);
