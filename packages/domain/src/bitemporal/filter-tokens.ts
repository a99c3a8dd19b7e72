import { FAMILIES, type Family, type PartyId, type PolicyEvent } from '../events/envelope.js';
import { subjectOf } from './record-index.js';
import type { Slot } from './slot-history.js';
import { fold, type Timeline } from './timeline.js';

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

/** The tokens as tests on a timeline: families are alternatives, so are parties; every word must be found. */
export function tokenTest(
  timeline: Timeline,
  tokens: readonly string[],
): { slot(slot: Slot): boolean; event(event: PolicyEvent): boolean } {
  const { parties: names } = timeline.record;
  const { families, parties, words } = readFilterTokens(tokens, (id) => names.has(id));
  const concerns = (ids: readonly PartyId[]): boolean =>
    parties.size === 0 || ids.some((id) => id === '*' || parties.has(id));
  const found = (texts: readonly string[], ids: readonly PartyId[]): boolean =>
    words.length === 0 ||
    words.every((word) =>
      [...texts, ...ids.flatMap((id) => [names.get(id)?.en ?? '', names.get(id)?.ja ?? ''])].some((text) =>
        fold(text).includes(word),
      ),
    );
  return {
    slot: ({ id }) => {
      const subject = timeline.subject(subjectOf(id));
      return (
        (families.size === 0 || families.has(subject.family)) &&
        concerns([...subject.partners, ...subject.authorities]) &&
        found([subject.title.en, subject.title.ja, id], subject.partners)
      );
    },
    event: (event) =>
      (families.size === 0 || families.has(event.family)) &&
      concerns([...event.targets, ...event.actors]) &&
      found(
        [event.title.en, event.title.ja, event.id, event.stream, ...event.effects.map(({ slot }) => slot)],
        event.targets,
      ),
  };
}
