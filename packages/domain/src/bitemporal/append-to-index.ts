import type { Day } from '../calendar/civil-day.js';
import type { PolicyEvent, SlotId } from '../events/envelope.js';
import { isRecordEvent, type LogRecord } from '../events/record-event.js';
import { LayeredMap } from '../project/layered-map.js';
import { projectEvent } from '../project/project-event.js';
import {
  correctionsOf,
  describeRecord,
  factOf,
  rankOf,
  type SettledEvent,
  type SettledRecord,
} from '../project/settle-record.js';
import { type KnownWindow, knownWindow } from '../project/window.js';
import { type RecordIndex, subjectOf } from './record-index.js';
import type { Slot } from './slot-history.js';

/** An index grown by an append, and the slots that read or are described otherwise. */
export interface GrownIndex {
  readonly index: RecordIndex;
  readonly touched: ReadonlySet<SlotId>;
}

/**
 * Grows an index by what an append says. A plain event touches its own slots; an erratum, a void or a further account of a
 * fact those of every account of that fact, before and after. Null where so little does not suffice and the log has to be
 * settled again: errata of our descriptions, of the fact told of or of the newest known day, and words about an event that
 * had not come yet.
 */
export function appendToIndex(before: RecordIndex, added: readonly LogRecord[]): GrownIndex | null {
  // Nothing dated yet: the newest known day is still open.
  if (before.record.coverage.size === 0 && before.record.events.keys().next().done) return null;
  const growth = new Growth(before);
  for (const record of added) if (!growth.hear(record)) return null;
  return growth.finish(added);
}

class Growth {
  readonly #told = new Map<string, LogRecord>();
  readonly #events = new Map<string, SettledEvent | undefined>();
  readonly #corrections = new Map<string, readonly LogRecord[]>();
  readonly #tellers = new Map<string, readonly string[]>();
  readonly #described: LogRecord[] = [];
  readonly #plain: string[] = [];
  readonly #roots = new Set<string>();
  readonly #facts = new Set<string>();

  constructor(private readonly before: RecordIndex) {}

  /** False: the log has to be settled again. */
  hear(record: LogRecord): boolean {
    const { event, position } = record;
    if (position <= this.before.position || this.before.awaited.has(event.id) || this.#tale(event.id))
      return false;
    this.#told.set(event.id, record);
    if (isRecordEvent(event)) {
      if (event.type !== 'EventCorrected' && event.type !== 'EventVoided') {
        this.#described.push(record);
        return true;
      }
      if (event.type === 'EventCorrected' && 'fact' in event.patch) return false;
      const root = this.#rootOf(event.target);
      if (root === undefined) return false;
      this.#corrections.set(root, [
        ...(this.#corrections.get(root) ?? this.before.corrections.get(root) ?? []),
        record,
      ]);
      this.#roots.add(root);
      return true;
    }
    if (event.effects.some(({ target }) => target !== undefined && !this.#tale(target))) return false;
    this.#events.set(event.id, { event, position, projects: true, correctedAt: null });
    const fact = factOf(event);
    if (event.fact !== undefined)
      this.#tellers.set(fact, [
        ...(this.#tellers.get(fact) ?? this.before.tellers.get(fact) ?? []),
        event.id,
      ]);
    if (event.fact !== undefined || this.before.tellers.has(fact) || this.#tellers.has(fact))
      this.#facts.add(fact);
    else this.#plain.push(event.id);
    return true;
  }

  finish(added: readonly LogRecord[]): GrownIndex | null {
    for (const root of this.#roots) {
      const was = this.#event(root);
      const { event, position } = this.#tale(root) as LogRecord & { readonly event: PolicyEvent };
      const { voided, patches, corrected } = correctionsOf(this.#corrections.get(root) ?? []);
      if ('fact' in (patches.get(root) ?? {})) return null;
      // Back from the dead: its place among the events is an old one.
      if (!was && !voided.has(root)) return null;
      const fact = factOf(event);
      this.#facts.add(fact);
      this.#events.set(
        root,
        voided.has(root)
          ? undefined
          : {
              event: { ...event, ...patches.get(root) },
              position,
              projects: was?.projects ?? true,
              correctedAt: corrected.get(root) ?? null,
            },
      );
    }
    const accounts = new Map<string, string | undefined>();
    const redone = new Set<SlotId>();
    const spokenOf = (settled: SettledEvent | undefined): void => {
      for (const { slot } of settled?.event.effects ?? []) redone.add(slot);
    };
    for (const fact of this.#facts) {
      const ids = new Set([fact, ...(this.#tellers.get(fact) ?? this.before.tellers.get(fact) ?? [])]);
      const members = [...ids]
        .map((id) => this.#event(id))
        .filter((settled) => settled !== undefined && factOf(settled.event) === fact) as SettledEvent[];
      const best = members.reduce<SettledEvent | undefined>(
        (held, next) => (held && outranks(held, next) ? held : next),
        undefined,
      );
      accounts.set(fact, best?.event.id);
      for (const id of ids) spokenOf(this.before.record.events.get(id));
      for (const settled of members) {
        this.#events.set(settled.event.id, { ...settled, projects: settled === best });
        spokenOf(settled);
      }
    }
    for (const id of this.#plain) {
      const settled = this.#events.get(id);
      if (settled && !accounts.has(id)) accounts.set(id, id);
    }

    const knownWindows = new Map<string, KnownWindow | undefined>();
    for (const [id, settled] of this.#events) {
      const was = this.before.record.knownWindows.get(id);
      const is = settled && knownWindow(settled.event);
      if (
        was &&
        was.documented === this.before.newestKnown &&
        (is?.documented ?? was.documented - 1) < was.documented
      )
        return null;
      knownWindows.set(id, is);
    }
    const { before } = this;
    const corrections = [...this.#corrections.values()]
      .flat()
      .filter(({ event }) => this.#told.has(event.id));
    const record: SettledRecord = {
      ...(this.#described.length + corrections.length > 0
        ? describeRecord(before.record, this.#described)
        : before.record),
      events: LayeredMap.of(before.record.events).with(this.#events),
      knownWindows: LayeredMap.of(before.record.knownWindows).with(knownWindows),
      accounts: LayeredMap.of(before.record.accounts).with(accounts),
    };
    const said = this.#saidOn(record, redone);
    if (!said) return null;
    const { slots, speakers } = said;
    const through = [...record.coverage.values()].map((topic) => topic.through ?? before.newestKnown);
    const documented = [...knownWindows.values()].map((window) => window?.documented ?? before.newestKnown);
    const all = LayeredMap.of(before.slots).with(slots);
    return {
      index: {
        position: added.reduce((position, r) => Math.max(position, r.position), before.position),
        record: {
          ...record,
          recordEvents: this.#recordEvents(record),
        },
        slots: all,
        newestKnown: Math.max(before.newestKnown, ...through, ...documented) as Day,
        awaited: before.awaited,
        told: LayeredMap.of(before.told).with(this.#told),
        corrections: LayeredMap.of(before.corrections).with(this.#corrections),
        tellers: LayeredMap.of(before.tellers).with(this.#tellers),
        speakers: LayeredMap.of(before.speakers).with(speakers),
      },
      touched: new Set([...slots.keys(), ...slotsDescribed(this.#described, all)]),
    };
  }

  /** The slots as they stand now: those spoken of by plain events grow, those of corrected or retold ones are made again. */
  #saidOn(record: SettledRecord, redone: ReadonlySet<SlotId>) {
    const slots = new Map<SlotId, Slot>();
    const speakers = new Map<SlotId, readonly string[]>();
    const speakersOf = (id: SlotId) => speakers.get(id) ?? this.before.speakers.get(id) ?? [];
    for (const [id, settled] of this.#events) {
      if (!settled) continue;
      for (const slot of new Set(settled.event.effects.map((effect) => effect.slot)))
        if (!speakersOf(slot).includes(id)) speakers.set(slot, [...speakersOf(slot), id]);
    }
    for (const id of this.#plain) {
      const settled = this.#events.get(id);
      if (!settled) continue;
      for (const [slot, part] of bySlot(settled, record)) {
        if (redone.has(slot)) continue;
        const held = slots.get(slot) ?? this.before.slots.get(slot) ?? emptySlot(slot);
        slots.set(slot, joined(held, part));
      }
    }
    for (const slot of redone) {
      let made = emptySlot(slot);
      const here = speakersOf(slot).map((id) => record.events.get(id));
      for (const settled of here) {
        const part = settled && bySlot(settled, record).get(slot);
        if (part) made = joined(made, part);
      }
      const says = made.statements.length + made.revocations.length + made.silenced.length;
      if (says > 0) slots.set(slot, made);
      else if (this.before.slots.has(slot)) return null;
    }
    return { slots, speakers };
  }

  /** What describes or corrects the record, in order, without what has been voided. */
  #recordEvents(record: SettledRecord): SettledRecord['recordEvents'] {
    if (this.#roots.size === 0) return record.recordEvents;
    const voided = new Set(
      [...this.#corrections.values()].flatMap((list) => [...correctionsOf(list).voided]),
    );
    const all = [...record.recordEvents];
    const here = new Set(all.map(({ event }) => event.id));
    for (const { event, position } of [...this.#corrections.values()].flat())
      if (isRecordEvent(event) && !here.has(event.id)) all.push({ event, position });
    return all.filter(({ event }) => !voided.has(event.id)).sort((a, b) => a.position - b.position);
  }

  #event(id: string): SettledEvent | undefined {
    return this.#events.has(id) ? this.#events.get(id) : this.before.record.events.get(id);
  }
  #tale(id: string): LogRecord | undefined {
    return this.#told.get(id) ?? this.before.told.get(id);
  }

  /** The policy event that a chain of corrections of corrections ends at. */
  #rootOf(target: string): string | undefined {
    for (let id = target, record = this.#tale(id); record; record = this.#tale(id)) {
      const { event } = record;
      if (!isRecordEvent(event)) return id;
      if (event.type !== 'EventCorrected' && event.type !== 'EventVoided') return undefined;
      id = event.target;
    }
    return undefined;
  }
}

const outranks = (a: SettledEvent, b: SettledEvent): boolean =>
  rankOf(a.event) > rankOf(b.event) || (rankOf(a.event) === rankOf(b.event) && a.position > b.position);

type Part = Omit<Slot, 'id'>;
const emptySlot = (id: SlotId): Slot => ({ id, statements: [], revocations: [], silenced: [] });
const joined = (slot: Slot, part: Part): Slot => ({
  id: slot.id,
  statements: [...slot.statements, ...part.statements],
  revocations: [...slot.revocations, ...part.revocations],
  silenced: [...slot.silenced, ...part.silenced],
});

/** What an event says, slot by slot; a displaced account is only heard as a conflict. */
function bySlot(settled: SettledEvent, record: SettledRecord): Map<SlotId, Part> {
  const { statements, revocations } = projectEvent(settled, record);
  const parts = new Map<SlotId, Part>();
  const ids = settled.projects ? [...statements, ...revocations] : statements;
  for (const id of new Set(ids.map(({ slot }) => slot))) {
    const own = statements.filter(({ slot }) => slot === id);
    parts.set(id, {
      statements: settled.projects ? own : [],
      revocations: settled.projects ? revocations.filter(({ slot }) => slot === id) : [],
      silenced: settled.projects ? [] : own,
    });
  }
  return parts;
}

/** A new description moves the topic and family of its subject's slots. */
function slotsDescribed(described: readonly LogRecord[], slots: ReadonlyMap<SlotId, Slot>): SlotId[] {
  const subjects = new Set(
    described.flatMap(({ event }) =>
      event.type === 'SubjectsDescribed' && 'subjects' in event ? event.subjects.map(({ id }) => id) : [],
    ),
  );
  return subjects.size === 0 ? [] : [...slots.keys()].filter((id) => subjects.has(subjectOf(id)));
}
