import type { Text } from './text.js';

/** Percent of customs value: 24 means 24 %, never 0.24. `upTo`: the source gives a ceiling. */
export interface RateValue {
  readonly kind: 'RATE';
  readonly ratePercent: number;
  /** ADDITIONAL: on top of other duty; TOTAL: the listed rate with its base included; INCLUSIVE: max(MFN, rate). */
  readonly rateBasis: 'ADDITIONAL' | 'TOTAL' | 'INCLUSIVE';
  readonly upTo?: true;
}
/** A number with its unit. */
export interface QuantityValue {
  readonly kind: 'QUANTITY';
  readonly amount: number;
  /** `round`, `percentOfGdp`, `usdMillion`, `usdBillion`, `percent`, `posts`, `persons` … */
  readonly unit: string;
}
/** Words, such as the name of who holds an office. */
export interface TextValue {
  readonly kind: 'TEXT';
  readonly text: Text;
}
/** Nothing is due on what the slot covers. */
export interface ExemptValue {
  readonly kind: 'EXEMPT';
}
/** A tariff-rate quota: one rate within it, another above. */
export interface QuotaValue {
  readonly kind: 'QUOTA';
  readonly withinPercent: number;
  /** null: nothing may enter above the quota. */
  readonly abovePercent: number | null;
  readonly rateBasis: 'ADDITIONAL' | 'INCLUSIVE';
  /** The quantity, as the source gives it: `100,000 cars a year`. */
  readonly quota: string;
}
/** A duty that is no percentage: `100 US dollars per parcel`. */
export interface SpecificValue {
  readonly kind: 'SPECIFIC';
  readonly text: Text;
}
/** The slot simply holds: a membership, a designation, a ban. */
export interface FlagValue {
  readonly kind: 'FLAG';
}
/** What a slot holds. */
export type Value =
  | RateValue
  | QuotaValue
  | SpecificValue
  | ExemptValue
  | QuantityValue
  | TextValue
  | FlagValue;

/** Equality of content, key order aside. */
export function sameValue(a: Value | null, b: Value | null): boolean {
  if (a === null || b === null) return a === b;
  switch (a.kind) {
    case 'RATE':
      return (
        b.kind === 'RATE' &&
        a.ratePercent === b.ratePercent &&
        a.rateBasis === b.rateBasis &&
        a.upTo === b.upTo
      );
    case 'QUANTITY':
      return b.kind === 'QUANTITY' && a.amount === b.amount && a.unit === b.unit;
    case 'TEXT':
      return b.kind === 'TEXT' && a.text.en === b.text.en && a.text.ja === b.text.ja;
    case 'SPECIFIC':
      return b.kind === 'SPECIFIC' && a.text.en === b.text.en && a.text.ja === b.text.ja;
    case 'QUOTA':
      return (
        b.kind === 'QUOTA' &&
        a.withinPercent === b.withinPercent &&
        a.abovePercent === b.abovePercent &&
        a.rateBasis === b.rateBasis &&
        a.quota === b.quota
      );
    case 'EXEMPT':
    case 'FLAG':
      return a.kind === b.kind;
  }
}
