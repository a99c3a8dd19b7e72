import type { Day } from '../calendar/civil-day.js';
import type { PolicyEvent, SlotId } from '../events/envelope.js';
import { isRecordEvent, type LogRecord } from '../events/record-event.js';
import { LayeredMap } from '../project/layered-map.js';
import { projectEvent } from '../project/project-event.js';
import { describeRecord, factOf, type SettledEvent, type SettledRecord } from '../project/settle-record.js';
import { knownWindow } from '../project/window.js';
import { type RecordIndex, subjectOf } from './record-index.js';
import type { Slot } from './slot-history.js';

/** An index grown by an append, and the slots that read or are described otherwise. */
export interface GrownIndex {
  readonly index: RecordIndex;
  readonly touched: ReadonlySet<SlotId>;
}

/**
 * Grows an index by events that speak for themselves: each touches its own slots, and nothing said before changes its meaning.
 * Null where that does not hold and the log has to be settled again: errata, voids, further accounts of a fact, and words about
 * an event that had not come yet.
 */
export function appendToIndex(before: RecordIndex, added: readonly LogRecord[]): GrownIndex | null {
  // Nothing dated yet: the newest known day is still open.
  if (before.record.coverage.size === 0 && before.record.events.keys().next().done) return null;
  const events = new Map<string, SettledEvent>();
  const accounts = new Map<string, string>();
  const described: LogRecord[] = [];
  for (const record of added) {
    const { event, position } = record;
    if (position <= before.position || before.awaited.has(event.id)) return null;
    if (isRecordEvent(event)) {
      if (event.type === 'EventCorrected' || event.type === 'EventVoided') return null;
      described.push(record);
      continue;
    }
    const fact = factOf(event);
    if (fact !== event.id || before.record.accounts.has(fact) || accounts.has(fact)) return null;
    if (before.record.events.has(event.id) || events.has(event.id)) return null;
    events.set(event.id, { event, position, projects: true, correctedAt: null });
    accounts.set(fact, event.id);
  }
  for (const { event } of events.values())
    if (targetsOf(event).some((id) => !before.record.events.has(id) && !events.has(id))) return null;

  const knownWindows = new Map([...events].map(([id, { event }]) => [id, knownWindow(event)]));
  const record: SettledRecord = {
    ...(described.length > 0 ? describeRecord(before.record, described) : before.record),
    events: LayeredMap.of(before.record.events).with(events),
    knownWindows: LayeredMap.of(before.record.knownWindows).with(knownWindows),
    accounts: LayeredMap.of(before.record.accounts).with(accounts),
  };
  const slots = new Map<SlotId, Slot>();
  for (const settled of events.values()) {
    const { statements, revocations } = projectEvent(settled, record);
    for (const id of new Set([...statements, ...revocations].map(({ slot }) => slot))) {
      const slot = slots.get(id) ??
        before.slots.get(id) ?? { id, statements: [], revocations: [], silenced: [] };
      slots.set(id, {
        ...slot,
        statements: [...slot.statements, ...statements.filter((s) => s.slot === id)],
        revocations: [...slot.revocations, ...revocations.filter((r) => r.slot === id)],
      });
    }
  }
  const through = [...record.coverage.values()].map((topic) => topic.through ?? before.newestKnown);
  const documented = [...knownWindows.values()].map((window) => window.documented);
  const all = LayeredMap.of(before.slots).with(slots);
  return {
    index: {
      position: added.reduce((position, r) => Math.max(position, r.position), before.position),
      record,
      slots: all,
      newestKnown: Math.max(before.newestKnown, ...through, ...documented) as Day,
      awaited: before.awaited,
    },
    touched: new Set([...slots.keys(), ...slotsDescribed(described, all)]),
  };
}

/** Events that an event's effects aim at. */
export const targetsOf = (event: PolicyEvent): string[] =>
  event.effects.flatMap(({ target }) => (target === undefined ? [] : [target]));

/** A new description moves the topic and family of its subject's slots. */
function slotsDescribed(described: readonly LogRecord[], slots: ReadonlyMap<SlotId, Slot>): SlotId[] {
  const subjects = new Set(
    described.flatMap(({ event }) =>
      event.type === 'SubjectsDescribed' && 'subjects' in event ? event.subjects.map(({ id }) => id) : [],
    ),
  );
  return subjects.size === 0 ? [] : [...slots.keys()].filter((id) => subjects.has(subjectOf(id)));
}
