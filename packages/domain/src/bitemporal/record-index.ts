import type { Day } from '../calendar/civil-day.js';
import type { PolicyEvent, SlotId, SubjectId } from '../events/envelope.js';
import { isRecordEvent, type LogRecord } from '../events/record-event.js';
import { projectEvent } from '../project/project-event.js';
import { type SettledRecord, settleRecord } from '../project/settle-record.js';
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
}

interface Draft {
  readonly statements: Statement[];
  readonly revocations: Revocation[];
  readonly silenced: Statement[];
}

export function indexRecord(records: readonly LogRecord[], before?: RecordIndex): RecordIndex {
  const record = settleRecord(records);
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
  for (const settled of record.events.values()) {
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
    const draft = drafts.get(id) as Draft;
    const kept = before?.slots.get(id);
    slots.set(id, kept && sameContent(kept, draft) ? kept : { id, ...draft });
  }
  return {
    position: records.reduce((position, r) => Math.max(position, r.position), -1),
    record,
    slots,
    newestKnown: (Number.isFinite(newestKnown) ? newestKnown : 0) as Day,
    awaited: awaitedIds(records),
  };
}

function awaitedIds(records: readonly LogRecord[]): ReadonlySet<string> {
  const told = new Set(records.map(({ event }) => event.id));
  const awaited = new Set<string>();
  for (const { event } of records) {
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
