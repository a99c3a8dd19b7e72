import type { Text } from './text.js';

export const TARIFF_AUTHORITIES = [
  'IEEPA',
  'SECTION_232',
  'SECTION_301',
  'SECTION_201',
  'SECTION_122',
  'SECTION_338',
  'OTHER',
] as const;
/** The statute that a duty rests on. */
export type TariffAuthority = (typeof TARIFF_AUTHORITIES)[number];

/** Goods, by HS prefix of 2 to 10 digits or by the name of a list. */
export interface GoodsScope {
  readonly hs: readonly string[];
  readonly lists: readonly string[];
}

/**
 * What a duty covers and how it meets other duties, as its instrument says. Ids in `stacking` are those of events.
 * `stacking: null`: no source states it, so the combination is unresolved.
 */
export interface TariffTerms {
  readonly authority: TariffAuthority;
  readonly include: GoodsScope;
  readonly exclude: GoodsScope & {
    readonly partners: readonly string[];
    readonly conditions: readonly string[];
  };
  /** Facts that limit or change the duty: `us-content-20`, `over-quota`. */
  readonly conditions: readonly string[];
  readonly stacking: {
    /** Duties that this one takes the place of. */
    readonly displaces: readonly string[];
    /** Duties that, where they apply, take the good out of this one. */
    readonly excludedBy: readonly string[];
    readonly cumulatesWith: readonly string[];
    /** Duties in play beside this one of which no source says whether both are paid. */
    readonly unsettledWith?: readonly string[];
    readonly rule?: Text;
    readonly source: string;
  } | null;
}
