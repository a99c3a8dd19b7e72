import type { Day } from '../calendar/civil-day.js';
import type { PolicyEvent, SlotId, SubjectId } from '../events/envelope.js';
import { HeardLog } from '../project/heard-log.js';
import type { LogRows } from '../project/log-rows.js';
import { type SettledRecord, settlingRecord } from '../project/settle-record.js';
import type { SettledEvents } from '../project/settled-events.js';
import type { LogPrefix } from './log-prefix.js';
import type { Slices } from './slices.js';
import type { SaidSlot, SlotEvents } from './slot-events.js';
import { SaidSlots, spokenSlots } from './spoken-slots.js';

/** A log prefix, settled and sorted into slots. */
export interface RecordIndex {
  readonly position: number;
  readonly record: SettledRecord;
  /** Those of which something is said. */
  readonly slots: ReadonlyMap<SlotId, SaidSlot>;
  /** The events that speak of a slot, be it without saying anything. */
  readonly spoken: ReadonlyMap<SlotId, SlotEvents>;
  /** The newest known or covered day of the prefix: what an omitted `knownAt` means. */
  readonly newestKnown: Day;
  /** Ids of which something is said without an event that bears them. */
  readonly awaited: ReadonlySet<string>;
  /** Rows of errata and voids by the event that they are about in the end, in order. */
  readonly corrections: ReadonlyMap<string, readonly number[]>;
}

/** So many events are looked at, or slots compared, between two stops. */
const EVENTS_PER_SLICE = 8192;
const SLOTS_PER_SLICE = 64;

export function* indexing(prefix: LogPrefix, before?: RecordIndex): Slices<RecordIndex> {
  const heard = yield* HeardLog.inSlices(prefix);
  const record = yield* settlingRecord(heard);
  const { events, coverage } = record;
  const { log } = events;
  const spoken = yield* spokenSlots(heard, events);
  if (before && isContinued(before.record.events.log, log)) {
    let seen = 0;
    for (const [id, slot] of spoken) {
      if (++seen % SLOTS_PER_SLICE === 0) yield;
      const kept = before.spoken.get(id);
      if (kept && sameContent(kept, before.record.events, slot, events)) spoken.set(id, kept);
    }
  }
  let newestKnown = Number.NEGATIVE_INFINITY;
  for (const { through } of coverage.values())
    if (through !== null && through > newestKnown) newestKnown = through;
  for (let row = 0; row < log.length; row++) {
    if (row % EVENTS_PER_SLICE === EVENTS_PER_SLICE - 1) yield;
    newestKnown = Math.max(newestKnown, heard.notes.documentedOf(row) ?? newestKnown);
  }
  return {
    position: log.length === 0 ? -1 : log.positionAt(log.length - 1),
    record,
    slots: new SaidSlots(spoken, events),
    spoken,
    newestKnown: (Number.isFinite(newestKnown) ? newestKnown : 0) as Day,
    awaited: heard.awaited,
    corrections: correctionsByRoot(heard),
  };
}

/** Rows have the numbers that they had. */
export function isContinued(before: LogRows, now: LogRows): boolean {
  const last = before.length - 1;
  return last < 0 || (now.length > last && now.positionAt(last) === before.positionAt(last));
}

function correctionsByRoot({ log, told }: HeardLog): RecordIndex['corrections'] {
  const aims = new Map<string, string>();
  for (const { event } of told) if ('target' in event) aims.set(event.id, event.target);
  const corrections = new Map<string, number[]>();
  for (const { event, position } of told) {
    let root = aims.get(event.id);
    if (root === undefined) continue;
    for (let next = aims.get(root); next !== undefined; next = aims.get(root)) root = next;
    const list = corrections.get(root);
    if (list) list.push(log.rowAt(position));
    else corrections.set(root, [log.rowAt(position)]);
  }
  return corrections;
}

export function subjectOf(slot: SlotId): SubjectId {
  const hash = slot.indexOf('#');
  return hash < 0 ? slot : slot.slice(0, hash);
}

/** Compared in full: what an event means for a slot can change with an event on another slot (an erratum, a better account of a target). */
function sameContent(kept: SlotEvents, then: SettledEvents, slot: SlotEvents, now: SettledEvents): boolean {
  const [was, is] = [kept.toArray(), slot.toArray()];
  return (
    was.length === is.length &&
    was.every((row, i) => row === is[i]) &&
    kept.says === slot.says &&
    JSON.stringify(kept.said(then)) === JSON.stringify(slot.said(now))
  );
}

/** The event that first speaks of a slot, be it only a revocation. */
export function firstEventOf(slot: SlotEvents, { events }: SettledRecord): PolicyEvent | undefined {
  const row = slot.firstRow(events);
  return row === undefined ? undefined : events.eventAt(row);
}
