import { inOneGo, type Slices } from '../bitemporal/slices.js';
import type { Day } from '../calendar/civil-day.js';
import { parsePartialDate } from '../calendar/partial-date.js';
import type { PartyId, PolicyEvent, SourceKind, SubjectId } from '../events/envelope.js';
import {
  type CoverageDeclared,
  type EventCorrected,
  isRecordEvent,
  type LogEvent,
  type LogRecord,
  type RecordEvent,
  type SubjectDescription,
} from '../events/record-event.js';
import type { Text } from '../events/text.js';
import { LayeredMap } from './layered-map.js';
import { type KnownWindow, knownWindow } from './window.js';

/** An event as our record has it at a position, errata applied. */
export interface SettledEvent {
  readonly event: PolicyEvent;
  readonly position: number;
  /** False for an account of a fact that a better account displaces: it projects nothing and shows up as a conflict. */
  readonly projects: boolean;
  /** The newest position at which our record of it changed, by an erratum or by what became of one; null when it never did. */
  readonly correctedAt: number | null;
}
export interface TopicCoverage {
  readonly topic: string;
  readonly rows: readonly CoverageDeclared[];
  /** Last day covered by any source; null when no row is declared. */
  readonly through: Day | null;
}
/** The record behind a view: what the log's prefix says once errata, voids and accounts are settled (semantics §4.1). */
export interface SettledRecord {
  readonly events: ReadonlyMap<string, SettledEvent>;
  /** When each event was publicly known. */
  readonly knownWindows: ReadonlyMap<string, KnownWindow>;
  /** The event that projects each fact. */
  readonly accounts: ReadonlyMap<string, string>;
  readonly subjects: ReadonlyMap<SubjectId, SubjectDescription>;
  readonly parties: ReadonlyMap<PartyId, Text>;
  readonly coverage: ReadonlyMap<string, TopicCoverage>;
  readonly recordEvents: readonly { readonly event: RecordEvent; readonly position: number }[];
}

const RANK: Readonly<Record<SourceKind, number>> = {
  OFFICIAL: 3,
  STATEMENT: 2,
  DATASET: 2,
  PAPER: 1,
  PRESS: 1,
};

/** The rank of an event is that of its best source. */
export function rankOf(event: PolicyEvent): number {
  return Math.max(...event.sources.map((source) => RANK[source.kind]));
}

export const factOf = (event: PolicyEvent): string => event.fact ?? event.id;

/** Takes records in any order; only the set of (event, position) matters. */
export const settleRecord = (records: readonly LogRecord[]): SettledRecord =>
  inOneGo(settlingRecord(records));

/** So many events are settled between two stops. */
const EVENTS_PER_SLICE = 1024;

export function* settlingRecord(records: readonly LogRecord[]): Slices<SettledRecord> {
  const byPosition = [...records].sort((a, b) => a.position - b.position);
  const { voided, patches, corrected } = correctionsOf(byPosition);

  const settled: { event: PolicyEvent; position: number; correctedAt: number | null }[] = [];
  const recordEvents: { event: RecordEvent; position: number }[] = [];
  const subjects = new Map<SubjectId, SubjectDescription>();
  const parties = new Map<PartyId, Text>();
  const coverageRows = new Map<string, Map<string, CoverageDeclared>>();
  let seen = 0;
  for (const { event, position } of byPosition) {
    if (++seen % EVENTS_PER_SLICE === 0) yield;
    if (voided.has(event.id)) continue;
    if (isRecordEvent(event)) {
      recordEvents.push({ event, position });
      if (event.type === 'SubjectsDescribed')
        for (const subject of event.subjects) subjects.set(subject.id, subject);
      if (event.type === 'PartiesDescribed')
        for (const [id, name] of Object.entries(event.parties)) parties.set(id, name);
      if (event.type === 'CoverageDeclared') {
        const rows = coverageRows.get(event.topic) ?? new Map<string, CoverageDeclared>();
        coverageRows.set(event.topic, rows.set(event.source, event));
      }
      continue;
    }
    settled.push({
      event: patches.has(event.id) ? { ...event, ...patches.get(event.id) } : event,
      position,
      correctedAt: corrected.get(event.id) ?? null,
    });
  }

  const best = yield* bestAccounts(settled);
  const events = new Map<string, SettledEvent>();
  const knownWindows = new Map<string, KnownWindow>();
  for (const entry of settled) {
    const { event } = entry;
    events.set(event.id, { ...entry, projects: best.get(factOf(event)) === event.id });
    knownWindows.set(event.id, knownWindow(event));
    if (++seen % EVENTS_PER_SLICE === 0) yield;
  }
  return {
    events,
    knownWindows,
    accounts: best,
    subjects,
    parties,
    coverage: new Map(
      [...coverageRows].map(([topic, rows]) => [topic, coverageOf(topic, [...rows.values()])]),
    ),
    recordEvents,
  };
}

/** The record with further descriptions, names and coverage; other events are left out of account. */
export function describeRecord(record: SettledRecord, described: readonly LogRecord[]): SettledRecord {
  const subjects = new Map<SubjectId, SubjectDescription>();
  const parties = new Map(record.parties);
  const coverage = new Map(record.coverage);
  const recordEvents = [...record.recordEvents];
  for (const { event, position } of described) {
    if (!isRecordEvent(event)) continue;
    recordEvents.push({ event, position });
    if (event.type === 'SubjectsDescribed')
      for (const subject of event.subjects) subjects.set(subject.id, subject);
    if (event.type === 'PartiesDescribed')
      for (const [id, name] of Object.entries(event.parties)) parties.set(id, name);
    if (event.type === 'CoverageDeclared') {
      const rows = new Map(coverage.get(event.topic)?.rows.map((row) => [row.source, row]));
      coverage.set(event.topic, coverageOf(event.topic, [...rows.set(event.source, event).values()]));
    }
  }
  return {
    ...record,
    subjects: LayeredMap.of(record.subjects).with(subjects),
    parties,
    coverage,
    recordEvents,
  };
}

/** A voided erratum or void does nothing, so the newest are heard first; the newest erratum of a target wins field by field. */
export function correctionsOf(byPosition: readonly LogRecord[]) {
  const voided = new Set<string>();
  const patches = new Map<string, EventCorrected['patch']>();
  const corrected = new Map<string, number>();
  for (const { event, position } of [...byPosition].reverse() as { event: LogEvent; position: number }[]) {
    if ((event.type === 'EventVoided' || event.type === 'EventCorrected') && isRecordEvent(event)) {
      corrected.set(
        event.target,
        Math.max(corrected.get(event.target) ?? -1, corrected.get(event.id) ?? position),
      );
    }
    if (voided.has(event.id)) continue;
    if (event.type === 'EventVoided' && isRecordEvent(event)) voided.add(event.target);
    if (event.type === 'EventCorrected' && isRecordEvent(event)) {
      patches.set(event.target, { ...event.patch, ...patches.get(event.id), ...patches.get(event.target) });
    }
  }
  return { voided, patches, corrected };
}

/** Of several accounts of one fact the one with the greatest (source rank, position) projects, whatever the known day. */
function* bestAccounts(
  settled: readonly { readonly event: PolicyEvent; readonly position: number }[],
): Slices<ReadonlyMap<string, string>> {
  let seen = 0;
  const best = new Map<string, { id: string; rank: number; position: number }>();
  for (const { event, position } of settled) {
    if (++seen % EVENTS_PER_SLICE === 0) yield;
    const fact = factOf(event);
    const rank = rankOf(event);
    const held = best.get(fact);
    if (!held || rank > held.rank || (rank === held.rank && position > held.position))
      best.set(fact, { id: event.id, rank, position });
  }
  const accounts = new Map<string, string>();
  for (const [fact, { id }] of best) {
    accounts.set(fact, id);
    if (++seen % EVENTS_PER_SLICE === 0) yield;
  }
  return accounts;
}

function coverageOf(topic: string, rows: readonly CoverageDeclared[]): TopicCoverage {
  const through = Math.max(
    ...rows.map((row) => parsePartialDate(row.completeThrough, 'completeThrough').last),
  ) as Day;
  return { topic, rows, through };
}
