import { type Day, formatDay, parseDay } from '../calendar/civil-day.js';
import { COUNTRIES } from './countries.js';
import { InvalidCode, InvalidInput } from './errors.js';
import { type Product, parseProduct } from './product.js';

export const PREFERENCE_CLAIMS = ['USMCA', 'KORUS', 'CAFTA_DR', 'USJTA'] as const;
/** A preference that the importer claims for the good. */
export type PreferenceClaim = (typeof PREFERENCE_CLAIMS)[number];

/** Who may claim what: a claim for any other origin contradicts itself. */
export const CLAIMANTS: Readonly<Record<PreferenceClaim, readonly string[]>> = {
  USMCA: ['CAN', 'MEX'],
  KORUS: ['KOR'],
  CAFTA_DR: ['CRI', 'DOM', 'SLV', 'GTM', 'HND', 'NIC'],
  USJTA: ['JPN'],
};

/** What is imported and the facts that matter; what is left out is assumed and said, or leaves the line unresolved. */
export interface TariffQuestion {
  /** Country of origin, ISO 3166-1 alpha-3. */
  readonly partner: string;
  /** HS code of 2–10 digits, the name of a list, or `ordinary` = on no product list of any instrument. */
  readonly product: string;
  /**
   * Of the lists whose members the record does not hold, those that the good is on: it is on no other, and an empty list
   * says that it is on none. Left out, each of them stays open or is assumed not to hold the good.
   */
  readonly lists?: readonly string[] | null;
  readonly mfnRatePercent?: number | null;
  /** An empty list says that nothing is claimed; left out it is assumed. */
  readonly claims?: readonly string[] | null;
  readonly overQuota?: boolean | null;
  /** Day of loading, YYYY-MM-DD: what grace for goods in transit looks at. */
  readonly exportedOn?: string | null;
  readonly usContentPercent?: number | null;
  readonly customsValueUsd?: number | null;
}

/** The question once checked. */
export interface ImportCase {
  readonly partner: string;
  readonly product: Product;
  readonly lists: readonly string[] | null;
  readonly mfnRatePercent: number | null;
  readonly claims: readonly PreferenceClaim[] | null;
  readonly overQuota: boolean | null;
  readonly exportedOn: Day | null;
  readonly usContentPercent: number | null;
  readonly customsValueUsd: number | null;
}

/** @throws InvalidCode, InvalidInput, InvalidDate */
export function readQuestion(question: TariffQuestion, date: Day): ImportCase {
  const { partner } = question;
  const product = parseProduct(question.product);
  return {
    partner: countryOf(partner),
    product,
    lists: listsOf(question.lists, product),
    mfnRatePercent: amount(
      question.mfnRatePercent,
      'mfnRatePercent',
      'a rate in percent from 0 on',
      0,
      10_000,
    ),
    claims: claimsOf(question.claims, partner),
    overQuota: question.overQuota ?? null,
    exportedOn: exportOf(question.exportedOn, date),
    usContentPercent: amount(question.usContentPercent, 'usContentPercent', 'a share from 0 to 100', 0, 100),
    customsValueUsd: amount(question.customsValueUsd, 'customsValueUsd', 'an amount from 0 on', 0, 1e15),
  };
}

function countryOf(given: string): string {
  if (!COUNTRIES.has(given)) {
    const upper = given.toUpperCase();
    throw new InvalidCode(
      'partner',
      given,
      `is not a country code of ISO 3166-1 alpha-3; write ${COUNTRIES.has(upper) ? upper : 'a code in use such as JPN'}, and for a bloc one of its members`,
    );
  }
  if (given === 'USA')
    throw new InvalidInput(
      'partner',
      'USA is the importing country; write the country of origin, such as JPN',
    );
  return given;
}

function listsOf(given: TariffQuestion['lists'], product: Product): readonly string[] | null {
  if (given === null || given === undefined) return null;
  if (product.kind === 'ORDINARY' && given.length > 0)
    throw new InvalidInput(
      'lists',
      'a good that is "ordinary" is on no list; leave lists out, or write the HS code of the good as product',
    );
  if (given.length > MOST_LISTS)
    throw new InvalidInput('lists', `${given.length} lists are given; write at most ${MOST_LISTS}`);
  return given;
}
const MOST_LISTS = 100;

function claimsOf(given: TariffQuestion['claims'], partner: string): readonly PreferenceClaim[] | null {
  if (given === null || given === undefined) return null;
  return given.map((text) => {
    const claim = PREFERENCE_CLAIMS.find((c) => c === text);
    if (claim === undefined) {
      throw new InvalidCode(
        'claims',
        text,
        `is not a preference that this record knows; write one of ${PREFERENCE_CLAIMS.join(', ')}`,
      );
    }
    const claimants = CLAIMANTS[claim];
    if (!claimants.includes(partner)) {
      throw new InvalidInput(
        'claims',
        `${claim} can be claimed for goods of ${claimants.join(', ')}, not of ${partner}; leave the claim out or correct the partner`,
      );
    }
    return claim;
  });
}

function exportOf(given: string | null | undefined, date: Day): Day | null {
  if (given === null || given === undefined) return null;
  const day = parseDay(given, 'exportedOn');
  if (day > date) {
    throw new InvalidInput(
      'exportedOn',
      `${given} is after the entry date ${formatDay(date)}; a good is exported before it enters`,
    );
  }
  return day;
}

function amount(
  given: number | null | undefined,
  field: string,
  what: string,
  low: number,
  high: number,
): number | null {
  if (given === null || given === undefined) return null;
  if (!Number.isFinite(given) || given < low || given > high)
    throw new InvalidInput(field, `${given} is not ${what}`);
  return given;
}
