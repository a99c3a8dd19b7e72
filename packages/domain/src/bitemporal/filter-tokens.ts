import { FAMILIES, type Family, type PartyId } from '../events/envelope.js';
import { fold } from './fold.js';

/** A filter as people type it into an address: `f=JPN,tariff,steel`. */
export interface FilterTokens {
  readonly families: ReadonlySet<Family>;
  readonly parties: ReadonlySet<PartyId>;
  /** Folded: without regard to case or width. */
  readonly words: readonly string[];
}

export const REGION_TOKEN = 'latin-america';
/** Countries and bodies behind the token `latin-america`. */
export const LATIN_AMERICA: ReadonlySet<PartyId> = new Set(
  'ARG ATG BHS BLZ BOL BRA BRB CHL COL CRI CUB DMA DOM ECU GRD GTM GUY HND HTI JAM KNA LCA MEX NIC PAN PER PRY SLV SUR TTO URY VCT VEN org:latin-america org:south-america org:alba org:unasur org:celac org:mercosur'.split(
    ' ',
  ),
);

/** Each token is a family, a country or body the record names, the region, or else a word. */
export function readFilterTokens(tokens: readonly string[], isParty: (id: PartyId) => boolean): FilterTokens {
  const families = new Set<Family>();
  const parties = new Set<PartyId>();
  const words: string[] = [];
  for (const token of tokens) {
    const family = FAMILIES.find((name) => name.toLowerCase() === token.toLowerCase());
    const party = [token.toUpperCase(), token].find(isParty);
    if (family) families.add(family);
    else if (token === REGION_TOKEN) for (const id of LATIN_AMERICA) parties.add(id);
    else if (party !== undefined) parties.add(party);
    else words.push(fold(token));
  }
  return { families, parties, words };
}
