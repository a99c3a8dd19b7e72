import type { Day } from '../calendar/civil-day.js';
import type { PolicyEvent, SlotId } from '../events/envelope.js';
import { isRecordEvent, type LogRecord } from '../events/record-event.js';
import { factOf } from '../project/facts.js';
import { LayeredMap } from '../project/layered-map.js';
import { bestAccount, correctionsOf, describeRecord, type SettledRecord } from '../project/settle-record.js';
import type { CorrectedEvent, FactAccounts, SettledEvent, SettledEvents } from '../project/settled-events.js';
import { type KnownWindow, knownWindow } from '../project/window.js';
import { type RecordIndex, subjectOf } from './record-index.js';
import { PER_SLICE, type Slices } from './slices.js';
import { SlotEvents } from './slot-events.js';
import { SaidSlots } from './spoken-slots.js';

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
export function* appendToIndex(before: RecordIndex, added: readonly LogRecord[]): Slices<GrownIndex | null> {
  // Nothing dated yet: the newest known day is still open.
  if (before.record.coverage.size === 0 && before.record.events.keys().next().done) return null;
  const growth = new Growth(before);
  for (const [i, record] of added.entries()) {
    if (!growth.hear(record)) return null;
    if (i % EVENTS_PER_SLICE === EVENTS_PER_SLICE - 1) yield;
  }
  return yield* growth.finish(added);
}

/** So many events are heard, or slots of theirs made, between two stops. */
const EVENTS_PER_SLICE = 64;

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
        ...(this.#corrections.get(root) ?? this.#correctionsBefore(root)),
        record,
      ]);
      this.#roots.add(root);
      return true;
    }
    if (event.effects.some(({ target }) => target !== undefined && !this.#tale(target))) return false;
    this.#events.set(event.id, { event, position, projects: true, correctedAt: null });
    const fact = factOf(event);
    if (event.fact !== undefined) this.#tellers.set(fact, [...this.#tellersOf(fact), event.id]);
    if (event.fact !== undefined || this.#tellersOf(fact).length > 0) this.#facts.add(fact);
    else this.#plain.push(event.id);
    return true;
  }

  *finish(added: readonly LogRecord[]): Slices<GrownIndex | null> {
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
    const facts = new Map<string, FactAccounts>();
    const redone = new Set<SlotId>();
    const spokenOf = (settled: SettledEvent | undefined): void => {
      for (const { slot } of settled?.event.effects ?? []) redone.add(slot);
    };
    let seen = 0;
    for (const fact of this.#facts) {
      if (++seen % EVENTS_PER_SLICE === 0) yield;
      const tellers = this.#tellersOf(fact);
      const ids = new Set([fact, ...tellers]);
      const members = [...ids]
        .map((id) => this.#event(id))
        .filter((settled) => settled !== undefined && factOf(settled.event) === fact) as SettledEvent[];
      const best = bestAccount(members);
      if (tellers.length > 0) facts.set(fact, { tellers, best: best?.event.id ?? null });
      for (const id of ids) spokenOf(this.before.record.events.get(id));
      for (const settled of members) {
        this.#events.set(settled.event.id, { ...settled, projects: settled === best });
        spokenOf(settled);
      }
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
    const corrected = new Map<string, CorrectedEvent>();
    for (const root of this.#roots) {
      const settled = this.#events.get(root);
      const { correctedAt } = this.#correctedAt(root);
      corrected.set(root, { event: settled?.event ?? null, correctedAt });
    }
    const events = before.record.events.with({
      added: [...added].sort((a, b) => a.position - b.position),
      corrected,
      facts,
    });
    const record: SettledRecord = {
      ...(this.#described.length + corrections.length > 0
        ? describeRecord(before.record, this.#described)
        : before.record),
      events,
      knownWindows: events.knownWindows,
      accounts: events.accounts,
    };
    yield;
    const spoken = yield* this.#spokenOn(events, redone);
    if (!spoken) return null;
    const through = [...record.coverage.values()].map((topic) => topic.through ?? before.newestKnown);
    const documented = [...knownWindows.values()].map((window) => window?.documented ?? before.newestKnown);
    const all = LayeredMap.of(before.spoken).with(spoken);
    const slots = new SaidSlots(all, events);
    return {
      index: {
        position: added.reduce((position, r) => Math.max(position, r.position), before.position),
        record: {
          ...record,
          recordEvents: this.#recordEvents(record),
        },
        slots,
        spoken: all,
        newestKnown: Math.max(before.newestKnown, ...through, ...documented) as Day,
        awaited: before.awaited,
        corrections: LayeredMap.of(before.corrections).with(this.#correctionRows(events)),
      },
      touched: new Set([
        ...[...spoken.keys()].filter((id) => slots.has(id)),
        ...(yield* slotsDescribed(this.#described, slots)),
      ]),
    };
  }

  /** The slots as they stand now: those spoken of by plain events grow, those of corrected or retold ones are made again. */
  *#spokenOn(events: SettledEvents, redone: ReadonlySet<SlotId>): Slices<Map<SlotId, SlotEvents> | null> {
    const spoken = new Map<SlotId, SlotEvents>();
    const newest = new Map<SlotId, number[]>();
    for (const [i, id] of this.#plain.entries()) {
      if (i % EVENTS_PER_SLICE === EVENTS_PER_SLICE - 1) yield;
      const row = events.log.rowOf(id);
      for (const slot of slotsOf(events.eventAt(row))) {
        if (redone.has(slot)) continue;
        const rows = newest.get(slot);
        if (rows) rows.push(row);
        else newest.set(slot, [row]);
      }
    }
    for (const [slot, rows] of newest) {
      rows.sort((a, b) => a - b);
      const grown = this.before.spoken.get(slot)?.with(rows, events);
      spoken.set(slot, grown ?? SlotEvents.of(slot, Int32Array.from(rows), events));
      if (spoken.size % EVENTS_PER_SLICE === 0) yield;
    }
    const rows = new Map<SlotId, Set<number>>();
    for (const slot of redone) rows.set(slot, new Set(this.before.spoken.get(slot)?.toArray()));
    for (const id of this.#events.keys()) {
      const row = events.log.rowOf(id);
      for (const slot of slotsOf(events.eventAt(row))) rows.get(slot)?.add(row);
    }
    for (const [slot, speaking] of rows) {
      const made = SlotEvents.of(slot, Int32Array.from(speaking).sort(), events);
      if (!made.says && this.before.slots.has(slot)) return null;
      spoken.set(slot, made);
      if (spoken.size % EVENTS_PER_SLICE === 0) yield;
    }
    return spoken;
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
    return this.#told.get(id) ?? this.before.record.events.log.get(id);
  }
  #tellersOf(fact: string): readonly string[] {
    return this.#tellers.get(fact) ?? this.before.record.events.facts.get(fact)?.tellers ?? [];
  }
  #correctedAt(root: string): Pick<CorrectedEvent, 'correctedAt'> {
    const { corrected } = correctionsOf(this.#corrections.get(root) ?? []);
    return { correctedAt: corrected.get(root) ?? null };
  }

  #correctionsBefore(root: string): readonly LogRecord[] {
    const { log } = this.before.record.events;
    return this.before.corrections.get(root)?.map((row) => log.at(row)) ?? [];
  }
  #correctionRows({ log }: SettledEvents): RecordIndex['corrections'] {
    const rows = new Map<string, readonly number[]>();
    for (const [root, list] of this.#corrections)
      rows.set(
        root,
        list.map(({ event }) => log.rowOf(event.id)),
      );
    return rows;
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

const slotsOf = (event: PolicyEvent | undefined): ReadonlySet<SlotId> =>
  new Set(event?.effects.map(({ slot }) => slot));

/** A new description moves the topic and family of its subject's slots. */
function* slotsDescribed(
  described: readonly LogRecord[],
  slots: ReadonlyMap<SlotId, unknown>,
): Slices<SlotId[]> {
  const subjects = new Set(
    described.flatMap(({ event }) =>
      event.type === 'SubjectsDescribed' && 'subjects' in event ? event.subjects.map(({ id }) => id) : [],
    ),
  );
  const found: SlotId[] = [];
  if (subjects.size === 0) return found;
  let seen = 0;
  for (const id of slots.keys()) {
    if (subjects.has(subjectOf(id))) found.push(id);
    if (++seen % PER_SLICE === 0) yield;
  }
  return found;
}
