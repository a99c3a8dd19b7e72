import type { BuiltTable } from '../bitemporal/built-table.js';
import type { Day } from '../calendar/civil-day.js';
import type { DutySlot } from './instruments.js';

/** Blocs by their key in a slot or in terms, and by their id as a party; members are read from the record. */
const BLOCS: Readonly<Record<string, string>> = { EU: 'membership/eu', 'org:eu': 'membership/eu' };

/** The partner on the day: itself, and the blocs it is a member of. */
export interface PartnerOnDay {
  readonly partner: string;
  readonly isIn: (parties: ReadonlySet<string> | readonly string[]) => boolean;
  /** False: the record holds no members of the bloc, so nothing tells whether the partner is one. */
  readonly blocsRecorded: boolean;
}

export function partnerOnDay(built: BuiltTable, partner: string, date: Day, knownAt: Day): PartnerOnDay {
  const blocsRecorded = hasMembers(built);
  const slot = built.slotIndex.get(membershipSlot(partner));
  const isMember = slot !== undefined && inForce(built, slot, date, knownAt);
  return {
    partner,
    blocsRecorded,
    isIn: (parties) => {
      const has = (id: string): boolean => (parties instanceof Set ? parties.has(id) : arrayHas(parties, id));
      return has(partner) || (isMember && (has('EU') || has('org:eu')));
    },
  };
}

export const membershipSlot = (partner: string): string => `${BLOCS.EU}/${partner}`;

/** A duty for everyone, for this partner, or for a bloc it is in. */
export function concerns({ party, partners }: DutySlot, who: PartnerOnDay): boolean {
  return (party === null && partners.has('*')) || who.isIn(partners);
}

function inForce({ table }: BuiltTable, slot: number, date: Day, knownAt: Day): boolean {
  return table.plainStatusAt(table.row(slot, date, knownAt)) === 'IN_FORCE';
}

const recorded = new WeakMap<BuiltTable, boolean>();
function hasMembers(built: BuiltTable): boolean {
  const known = recorded.get(built) ?? built.ids.some((id) => id.startsWith(`${BLOCS.EU}/`));
  recorded.set(built, known);
  return known;
}
const arrayHas = (parties: ReadonlySet<string> | readonly string[], id: string): boolean =>
  (parties as readonly string[]).includes(id);
