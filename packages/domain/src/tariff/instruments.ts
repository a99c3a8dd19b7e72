import { topicOf } from '../bitemporal/build-table.js';
import type { BuiltTable } from '../bitemporal/built-table.js';
import { knownDay, OPEN, type Reading } from '../bitemporal/lens.js';
import { subjectOf } from '../bitemporal/record-index.js';
import { SaidSlot } from '../bitemporal/slot-events.js';
import type { Slot } from '../bitemporal/slot-history.js';
import type { Statement } from '../bitemporal/statement.js';
import type { Timeline } from '../bitemporal/timeline.js';
import type { Day } from '../calendar/civil-day.js';
import { parsePartialDate } from '../calendar/partial-date.js';
import type { PartyId, SlotId, Track } from '../events/envelope.js';
import type { TariffTerms } from '../events/tariff-terms.js';
import type { Text } from '../events/text.js';
import { type Closing, closingsOf } from './small-shipment-closings.js';

/** How closely a slot is written for a partner; the closest that says something counts. */
export const LEVELS = { GENERAL: 1, BLOC: 2, COUNTRY: 3, PART_OF_COUNTRY: 4 } as const;
export type Level = (typeof LEVELS)[keyof typeof LEVELS];

/** A slot that holds a duty with terms, and where it stands among the slots of its programme. */
export interface DutySlot {
  readonly id: SlotId;
  /** Row group in the reading table. */
  readonly index: number;
  readonly slot: Slot;
  readonly topic: string | null;
  readonly title: Text;
  /** Alpha-3 code, `EU`, the name of a group of countries, or null where the slot is for everyone or for a scope of goods. */
  readonly party: string | null;
  readonly level: Level;
  /** What the slot is a part of: a slot for a partner takes the place of the slots for all at and below this path. */
  readonly scopePath: string;
  readonly partners: ReadonlySet<PartyId>;
  /** Names by which a question may ask for what the slot covers: `steel`, `copper`. */
  readonly scopeNames: ReadonlySet<string>;
  /** Lists named by any of the slot's terms. */
  readonly lists: ReadonlySet<string>;
  /** Codes that some duty of the record writes beside a list alone: what bounds the list. */
  readonly listCodes: ReadonlyMap<string, readonly string[]>;
  /** The terms in force under each statement: its own, those of the act it amends or ends, else the newest before it. */
  readonly terms: ReadonlyMap<Statement, TariffTerms>;
  /** The same by `placeOf` the statement. */
  readonly termsAt: ReadonlyMap<string, TariffTerms>;
  /** Every event heard on this slot and its fact. */
  readonly ids: ReadonlyMap<string, Day>;
}

/** The duties of one record on one track by one reading, prepared once. */
export interface Instruments {
  readonly reading: Reading;
  readonly built: BuiltTable;
  readonly all: readonly DutySlot[];
  /** The first day of which the record says anything complete about duties; null: it holds no duty. */
  readonly begins: Day | null;
  readonly firstComplete: ReadonlyMap<string, Day>;
  /** Facts of events, and the events that tell of each. */
  readonly accountsOf: (event: string) => ReadonlySet<string>;
  /** Slots that close the duty-free route for small shipments. */
  readonly closings: readonly Closing[];
  readonly forPartner: (partner: string) => readonly DutySlot[];
}

const prepared = new WeakMap<Timeline, Map<string, Instruments>>();

export function instrumentsOf(timeline: Timeline, track: Track, reading: Reading): Instruments {
  const known = prepared.get(timeline) ?? new Map<string, Instruments>();
  prepared.set(timeline, known);
  const key = `${track} ${reading}`;
  const instruments = known.get(key) ?? prepare(timeline, track, reading);
  known.set(key, instruments);
  return instruments;
}

function prepare(timeline: Timeline, track: Track, reading: Reading): Instruments {
  const built = timeline.table(reading, track);
  const listCodes = codesByList(timeline);
  const slotAt = (index: number): SaidSlot => new SaidSlot(built.slotAt(index), timeline.record.events);
  const all = built.order.flatMap(
    (index) => dutySlot(timeline, slotAt(index), index, reading, listCodes) ?? [],
  );
  const firstComplete = new Map<string, Day>();
  for (const topic of new Set(all.map((duty) => duty.topic))) {
    const rows = timeline.coverageOf(topic)?.rows ?? [];
    if (topic !== null && rows.length > 0) {
      const first = rows.map((row) => parsePartialDate(row.completeFrom, 'completeFrom').first);
      firstComplete.set(topic, Math.min(...first) as Day);
    }
  }
  const heard = all.flatMap(({ slot }) =>
    slot.statements.map((s) => Math.min(s.known.nominal, s.from.nominal)),
  );
  const begins = Math.min(...firstComplete.values(), ...heard);
  const accounts = new Map<string, Set<string>>();
  for (const { event } of timeline.record.events.values()) {
    const fact = event.fact ?? event.id;
    const ids = accounts.get(fact) ?? new Set([fact]);
    accounts.set(fact, ids.add(event.id));
    accounts.set(event.id, ids);
  }
  const byPartner = new Map<string, readonly DutySlot[]>();
  return {
    reading,
    built,
    all,
    begins: Number.isFinite(begins) ? (begins as Day) : null,
    firstComplete,
    accountsOf: (event) => accounts.get(event) ?? new Set([event]),
    closings: closingsOf(timeline, built),
    forPartner: (partner) => {
      const found = byPartner.get(partner) ?? all.filter((duty) => mayConcern(duty, partner));
      byPartner.set(partner, found);
      return found;
    },
  };
}

function codesByList({ record }: Timeline): ReadonlyMap<string, readonly string[]> {
  const codes = new Map<string, readonly string[]>();
  for (const { event } of record.events.values()) {
    for (const { terms } of event.effects) {
      const [list, further] = terms?.include.lists ?? [];
      if (!terms || list === undefined || further !== undefined || terms.include.hs.length === 0) continue;
      codes.set(list, [...new Set([...(codes.get(list) ?? []), ...terms.include.hs])]);
    }
  }
  return codes;
}

/** Undefined: not a US duty with terms. */
function dutySlot(
  timeline: Timeline,
  slot: SaidSlot,
  index: number,
  reading: Reading,
  listCodes: DutySlot['listCodes'],
): DutySlot | undefined {
  const withTerms = slot.statements.filter((s) => ownTerms(timeline, s) !== undefined);
  if (withTerms.length === 0) return undefined;
  const subject = timeline.subject(subjectOf(slot.id));
  if (subject.family !== 'TARIFF' || !subject.authorities.includes('USA')) return undefined;
  const path = subject.id.split('/');
  const key = path.at(-1) as string;
  const parent = path.slice(0, -1).join('/');
  const partners = partnersOf(timeline, subject.id);
  const [, code, part] = /^([A-Z]{3}|EU)(-.+)?$/.exec(key) ?? [];
  // A named group of countries (`column-2`) under a slot for all is a slot for partners as well.
  const forSome = !partners.includes('*') && timeline.index.slots.has(parent);
  const party = code ?? (forSome ? key : null);
  const terms = new Map<Statement, TariffTerms>();
  for (const statement of slot.statements) {
    const found = termsUnder(timeline, slot, statement);
    if (found) terms.set(statement, found);
  }
  const ids = new Map<string, Day>();
  for (const s of [...slot.statements, ...slot.revocations])
    for (const id of [s.event, s.fact])
      ids.set(id, Math.min(ids.get(id) ?? OPEN, knownDay(s.known, reading)) as Day);
  return {
    id: slot.id,
    index,
    slot,
    topic: topicOf(slot.from, timeline.record),
    title: subject.title,
    party,
    level:
      party === null
        ? LEVELS.GENERAL
        : part !== undefined
          ? LEVELS.PART_OF_COUNTRY
          : party === 'EU'
            ? LEVELS.BLOC
            : LEVELS.COUNTRY,
    scopePath: party !== null || key === 'all' ? parent : subject.id,
    partners: new Set([...partners, ...(code === undefined ? [] : [code])]),
    // The last part alone: asking for cars must not also find the duty on car parts beneath it.
    scopeNames: new Set([lastPart(party !== null || key === 'all' ? parent : subject.id)]),
    lists: new Set([...terms.values()].flatMap((t) => [...t.include.lists, ...t.exclude.lists])),
    listCodes,
    terms,
    termsAt: new Map([...terms].map(([statement, t]) => [placeOf(statement), t])),
    ids,
  };
}

/** One effect of one event. */
export const placeOf = ({ position, index }: Statement): string => `${position} ${index}`;

const lastPart = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/^section-\d+-/, '');

const ownTerms = (timeline: Timeline, { event, index }: Statement): TariffTerms | undefined =>
  timeline.event(event)?.event.effects[index]?.terms;

function termsUnder(timeline: Timeline, slot: Slot, statement: Statement): TariffTerms | undefined {
  const own = ownTerms(timeline, statement);
  if (own) return own;
  const target = timeline.event(statement.event)?.event.effects[statement.index]?.target;
  const targetFact = statement.targetFact ?? (target && (timeline.event(target)?.event.fact ?? target));
  const told = slot.statements
    .filter((s) => ownTerms(timeline, s) !== undefined)
    .sort((a, b) => a.known.nominal - b.known.nominal || a.position - b.position);
  const source =
    told.find((s) => s.fact === targetFact) ??
    told.findLast((s) => s.known.nominal <= statement.known.nominal) ??
    told[0];
  return source && ownTerms(timeline, source);
}

/** A subject without partners of its own has those of the programme it stands under. */
function partnersOf(timeline: Timeline, subject: string): readonly PartyId[] {
  for (let path = subject; path.includes('/'); path = path.slice(0, path.lastIndexOf('/'))) {
    const described = timeline.record.subjects.get(path);
    if (described && described.partners.length > 0) return described.partners;
  }
  return timeline.subject(subject).partners;
}

function mayConcern({ party, partners }: DutySlot, partner: string): boolean {
  const forEveryone = party === null && partners.has('*');
  return forEveryone || partners.has(partner) || party === 'EU' || partners.has('org:eu');
}
