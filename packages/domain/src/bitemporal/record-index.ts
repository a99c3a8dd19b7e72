import type { Day } from '../calendar/civil-day.js';
import type { PolicyEvent, SlotId, SubjectId } from '../events/envelope.js';
import { isRecordEvent, type LogRecord } from '../events/record-event.js';
import { projectEvent } from '../project/project-event.js';
import { type SettledRecord, settlingRecord } from '../project/settle-record.js';
import { inOneGo, type Slices } from './slices.js';
import type { Slot } from './slot-history.js';
import type { Revocation, Statement } from './statement.js';

/** A log prefix, settled and sorted into slots. Slots that an append does not touch keep their identity, so what is derived from them stays valid. */
export interface RecordIndex {
  readonly position: number;
  readonly record: SettledRecord;
  readonly slots: ReadonlyMap<SlotId, Slot>;
  /** The newest known or covered day of the prefix: what an omitted `knownAt` means. */
  readonly newestKnown: Day;
  /** Ids of which something is said without an event that bears them. */
  readonly awaited: ReadonlySet<string>;
  /** Every record by the id of its event, voided ones too. */
  readonly told: ReadonlyMap<string, LogRecord>;
  /** Errata and voids by the event that they are about in the end, in order. */
  readonly corrections: ReadonlyMap<string, readonly LogRecord[]>;
  /** The events that name a fact as theirs. */
  readonly tellers: ReadonlyMap<string, readonly string[]>;
  /** The events that speak of a slot, in order. */
  readonly speakers: ReadonlyMap<SlotId, readonly string[]>;
}

interface Draft {
  readonly statements: Statement[];
  readonly revocations: Revocation[];
  readonly silenced: Statement[];
}

export const indexRecord = (records: readonly LogRecord[], before?: RecordIndex): RecordIndex =>
  inOneGo(indexing(records, before));

/** So many events are projected, or looked through, between two stops. */
const EVENTS_PER_SLICE = 512;

export function* indexing(records: readonly LogRecord[], before?: RecordIndex): Slices<RecordIndex> {
  const record = yield* settlingRecord(records);
  const drafts = new Map<SlotId, Draft>();
  const draftOf = (id: SlotId): Draft => {
    const draft = drafts.get(id) ?? { statements: [], revocations: [], silenced: [] };
    drafts.set(id, draft);
    return draft;
  };
  let newestKnown = Math.max(
    ...[...record.coverage.values()].map(({ through }) => through ?? -Infinity),
    -Infinity,
  );
  const { knownWindows } = record;
  let seen = 0;
  for (const settled of record.events.values()) {
    if (++seen % EVENTS_PER_SLICE === 0) yield;
    const { statements, revocations } = projectEvent(settled, record);
    for (const statement of statements)
      (settled.projects ? draftOf(statement.slot).statements : draftOf(statement.slot).silenced).push(
        statement,
      );
    if (settled.projects)
      for (const revocation of revocations) draftOf(revocation.slot).revocations.push(revocation);
    newestKnown = Math.max(
      newestKnown,
      (knownWindows.get(settled.event.id) ?? { documented: newestKnown }).documented,
    );
  }
  const slots = new Map<SlotId, Slot>();
  for (const id of [...drafts.keys()].sort()) {
    if (++seen % EVENTS_PER_SLICE === 0) yield;
    const draft = drafts.get(id) as Draft;
    const kept = before?.slots.get(id);
    slots.set(id, kept && sameContent(kept, draft) ? kept : { id, ...draft });
  }
  return {
    position: records.reduce((position, r) => Math.max(position, r.position), -1),
    record,
    slots,
    newestKnown: (Number.isFinite(newestKnown) ? newestKnown : 0) as Day,
    awaited: yield* awaitedIds(records),
    ...(yield* sharedWords(records, record)),
  };
}

/** Who says what of whom, for appends: see the fields of `RecordIndex`. */
function* sharedWords(records: readonly LogRecord[], record: SettledRecord) {
  let seen = 0;
  const byPosition = [...records].sort((a, b) => a.position - b.position);
  const told = new Map<string, LogRecord>();
  for (const r of byPosition) {
    told.set(r.event.id, r);
    if (++seen % EVENTS_PER_SLICE === 0) yield;
  }
  const corrections = new Map<string, LogRecord[]>();
  const tellers = new Map<string, string[]>();
  const speakers = new Map<SlotId, string[]>();
  const note = <T>(lists: Map<string, T[]>, key: string, value: T): void => {
    const list = lists.get(key);
    if (list) list.push(value);
    else lists.set(key, [value]);
  };
  for (const r of byPosition) {
    if (!isRecordEvent(r.event) || !('target' in r.event)) continue;
    let root = r.event.target;
    for (let aimed = told.get(root)?.event; aimed && 'target' in aimed; aimed = told.get(root)?.event)
      root = aimed.target;
    note(corrections, root, r);
  }
  for (const { event } of record.events.values()) {
    if (++seen % EVENTS_PER_SLICE === 0) yield;
    if (event.fact !== undefined) note(tellers, event.fact, event.id);
    for (const slot of new Set(event.effects.map((effect) => effect.slot))) note(speakers, slot, event.id);
  }
  return { told, corrections, tellers, speakers };
}

function* awaitedIds(records: readonly LogRecord[]): Slices<ReadonlySet<string>> {
  const told = new Set<string>();
  let seen = 0;
  for (const { event } of records) {
    told.add(event.id);
    if (++seen % EVENTS_PER_SLICE === 0) yield;
  }
  const awaited = new Set<string>();
  for (const { event } of records) {
    if (++seen % EVENTS_PER_SLICE === 0) yield;
    const targets = isRecordEvent(event)
      ? 'target' in event
        ? [event.target]
        : []
      : event.effects.map(({ target }) => target ?? event.id);
    for (const id of targets) if (!told.has(id)) awaited.add(id);
  }
  return awaited;
}

export function subjectOf(slot: SlotId): SubjectId {
  const hash = slot.indexOf('#');
  return hash < 0 ? slot : slot.slice(0, hash);
}

const written = new WeakMap<Slot | Draft, string>();

/** Compared in full: what an event means for a slot can change with an event on another slot (an erratum, a better account of a target). */
function sameContent(kept: Slot, draft: Draft): boolean {
  const textOf = ({ statements, revocations, silenced }: Slot | Draft): string =>
    JSON.stringify([statements, revocations, silenced]);
  const before = written.get(kept) ?? textOf(kept);
  written.set(kept, before);
  return before === textOf(draft);
}

/** The event that first speaks of a slot, be it only a revocation. */
export function firstEventOf(slot: Slot, record: SettledRecord): PolicyEvent | undefined {
  let first: { readonly position: number; readonly event: string } | undefined;
  for (const said of [slot.statements, slot.silenced, slot.revocations])
    for (const one of said) if (first === undefined || one.position < first.position) first = one;
  return first === undefined ? undefined : record.events.get(first.event)?.event;
}
