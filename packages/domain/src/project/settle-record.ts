import { inOneGo, type Slices } from '../bitemporal/slices.js';
import type { Day } from '../calendar/civil-day.js';
import { parsePartialDate } from '../calendar/partial-date.js';
import type { PartyId, PolicyEvent, SubjectId } from '../events/envelope.js';
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
import type { EventNotes } from './event-notes.js';
import { rankOf } from './facts.js';
import type { HeardLog } from './heard-log.js';
import { LayeredMap } from './layered-map.js';
import type { LogRows } from './log-rows.js';
import {
  type CorrectedEvent,
  type FactAccounts,
  PlainRows,
  type SettledEvent,
  SettledEvents,
  type ToldEvents,
} from './settled-events.js';
import type { KnownWindow } from './window.js';

export type { SettledEvent } from './settled-events.js';

export interface TopicCoverage {
  readonly topic: string;
  readonly rows: readonly CoverageDeclared[];
  /** Last day covered by any source; null when no row is declared. */
  readonly through: Day | null;
}
/** The record behind a view: what the log's prefix says once errata, voids and accounts are settled (semantics §4.1). */
export interface SettledRecord {
  readonly events: SettledEvents;
  /** When each event was publicly known. */
  readonly knownWindows: ReadonlyMap<string, KnownWindow>;
  /** The event that projects each fact. */
  readonly accounts: ToldEvents['accounts'];
  readonly subjects: ReadonlyMap<SubjectId, SubjectDescription>;
  readonly parties: ReadonlyMap<PartyId, Text>;
  readonly coverage: ReadonlyMap<string, TopicCoverage>;
  readonly recordEvents: readonly { readonly event: RecordEvent; readonly position: number }[];
}

/** So many events are looked at between two stops. */
const EVENTS_PER_SLICE = 512;

/** Only the set of (event, position) matters. */
export function* settlingRecord({ log, told, notes }: HeardLog): Slices<SettledRecord> {
  const { voided, patches, corrected } = yield* correctionsInSlices(told);

  const described: Described = {
    subjects: new Map(),
    parties: new Map(),
    coverage: new Map(),
    recordEvents: [],
  };
  let seen = 0;
  for (const { event, position } of told) {
    if (++seen % EVENTS_PER_SLICE === 0) yield;
    if (!voided.has(event.id) && isRecordEvent(event)) hearDescription(described, event, position);
  }

  const corrections = new Map<string, CorrectedEvent>();
  for (const id of [...voided, ...corrected.keys()]) {
    if (++seen % EVENTS_PER_SLICE === 0) yield;
    const row = log.rowOf(id);
    const event = row < 0 ? undefined : log.at(row).event;
    if (event === undefined || isRecordEvent(event)) continue;
    const patch = patches.get(id);
    const now = voided.has(id) ? null : patch ? { ...event, ...patch } : event;
    corrections.set(id, { event: now, correctedAt: corrected.get(id) ?? null });
    notes.correct(row, now);
  }
  for (const row of notes.unread) notes.correct(row, log.at(row).event as PolicyEvent);
  const facts = yield* factsOf(log, notes);
  const plain = new PlainRows(log.length);
  for (const { position } of told) plain.strike(log.rowAt(position));
  for (const id of corrections.keys()) plain.strike(log.rowOf(id));
  for (const [fact, { tellers }] of facts) for (const id of [fact, ...tellers]) plain.strike(log.rowOf(id));
  const events = new SettledEvents(log, corrections, facts, plain);
  return {
    events,
    knownWindows: events.knownWindows,
    accounts: events.accounts,
    ...described,
  };
}

/** What our own events say of the record, while they are heard in order of position. */
interface Described {
  readonly subjects: Map<SubjectId, SubjectDescription>;
  readonly parties: Map<PartyId, Text>;
  readonly coverage: Map<string, TopicCoverage>;
  readonly recordEvents: { readonly event: RecordEvent; readonly position: number }[];
}

function hearDescription(
  { subjects, parties, coverage, recordEvents }: Described,
  event: RecordEvent,
  position: number,
): void {
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

/** The record with further descriptions, names and coverage; other events are left out of account. */
export function describeRecord(record: SettledRecord, described: readonly LogRecord[]): SettledRecord {
  const heard: Described = {
    subjects: new Map(),
    parties: new Map(record.parties),
    coverage: new Map(record.coverage),
    recordEvents: [...record.recordEvents],
  };
  for (const { event, position } of described)
    if (isRecordEvent(event)) hearDescription(heard, event, position);
  return {
    ...record,
    ...heard,
    subjects: LayeredMap.of(record.subjects).with(heard.subjects),
  };
}

/** A voided erratum or void does nothing, so the newest are heard first; the newest erratum of a target wins field by field. */
export const correctionsOf = (byPosition: readonly LogRecord[]) => inOneGo(correctionsInSlices(byPosition));

function* correctionsInSlices(byPosition: readonly LogRecord[]) {
  const voided = new Set<string>();
  const patches = new Map<string, EventCorrected['patch']>();
  const corrected = new Map<string, number>();
  for (let i = byPosition.length - 1; i >= 0; i--) {
    if (i % EVENTS_PER_SLICE === 0) yield;
    const { event, position } = byPosition[i] as { event: LogEvent; position: number };
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

/** The facts that events name as theirs: the others have one account, that of the event itself. */
function* factsOf(log: LogRows, notes: EventNotes): Slices<ReadonlyMap<string, FactAccounts>> {
  const tellers = new Map<string, number[]>();
  for (const row of notes.tellers) {
    const fact = notes.factOf(row) as string;
    const rows = tellers.get(fact);
    if (rows) rows.push(row);
    else tellers.set(fact, [row]);
  }
  const facts = new Map<string, FactAccounts>();
  for (const [fact, rows] of tellers) {
    const own = log.rowOf(fact);
    const isAccount = own >= 0 && notes.documentedOf(own) !== null && (notes.factOf(own) ?? fact) === fact;
    let best = isAccount ? own : -1;
    for (const row of rows) {
      const ahead = best < 0 ? 1 : notes.rankOf(row) - notes.rankOf(best);
      if (ahead > 0 || (ahead === 0 && row > best)) best = row;
    }
    facts.set(fact, { tellers: rows.map((row) => log.idAt(row)), best: best < 0 ? null : log.idAt(best) });
    if (facts.size % EVENTS_PER_SLICE === 0) yield;
  }
  return facts;
}

/** Of several accounts of one fact the one with the greatest (source rank, position) projects, whatever the known day. */
export function bestAccount<A extends Pick<SettledEvent, 'event' | 'position'>>(
  accounts: readonly A[],
): A | undefined {
  let best: A | undefined;
  for (const account of accounts) {
    const ahead = best === undefined ? 1 : rankOf(account.event) - rankOf(best.event);
    if (best === undefined || ahead > 0 || (ahead === 0 && account.position > best.position)) best = account;
  }
  return best;
}

function coverageOf(topic: string, rows: readonly CoverageDeclared[]): TopicCoverage {
  const through = Math.max(
    ...rows.map((row) => parsePartialDate(row.completeThrough, 'completeThrough').last),
  ) as Day;
  return { topic, rows, through };
}
