import type { Day } from '../calendar/civil-day.js';
import { DomainError } from '../calendar/errors.js';
import type { PolicyEvent, SlotId, SubjectId, Track } from '../events/envelope.js';
import type { LogRecord, SubjectDescription } from '../events/record-event.js';
import type { SettledEvent, SettledRecord, TopicCoverage } from '../project/settle-record.js';
import { appendToIndex } from './append-to-index.js';
import { buildTable, type Earlier, tableInSlices } from './build-table.js';
import type { BuiltTable } from './built-table.js';
import { slotsPassing } from './facets.js';
import { fold } from './fold.js';
import { KeptVersions } from './kept-versions.js';
import type { Reading } from './lens.js';
import { LogPrefix } from './log-prefix.js';
import { Recent } from './recent.js';
import { firstEventOf, indexing, isContinued, type RecordIndex, subjectOf } from './record-index.js';
import type { RecordSource } from './record-source.js';
import { inOneGo, type Slices } from './slices.js';
import type { SaidSlot } from './slot-events.js';
import type { Slot } from './slot-history.js';
import { firstFrom, inOrder } from './slot-order.js';
import { readRow, type SlotReading } from './slot-reading.js';
import type { ReadingFilter, View } from './view.js';

export class UnknownSubject extends DomainError {
  readonly code = 'UNKNOWN_SUBJECT';
  constructor(readonly given: string) {
    super(
      `subject: "${given.slice(0, 120)}" is not a subject of this record; write an id such as tariff/us/reciprocal/JPN, or search with events(filter: { text }).`,
    );
    this.name = 'UnknownSubject';
  }
}

const MOST_EVENTS = 1024;

/** The record as of one log position: immutable; an append gives a new one. Everything it answers depends on the log prefix alone. */
export class Timeline {
  readonly #tables = new Map<TableKey, BuiltTable>();
  #slotIds: readonly SlotId[] | undefined;
  /** Tables of an earlier version, from which those of this one grow, and what has been touched since. */
  readonly #before = new Map<TableKey, Earlier>();

  /** Subjects that no record describes, as the events tell them. */
  readonly #told = new Map<SubjectId, SubjectDescription>();
  /** Events asked for lately: a page of readings names the same few again and again. */
  readonly #events = new Recent<string, SettledEvent>(MOST_EVENTS);

  readonly #kept: KeptVersions<Timeline>;

  private constructor(
    readonly log: LogPrefix,
    readonly index: RecordIndex,
    before?: Timeline,
    touched: ReadonlySet<SlotId> | null = null,
  ) {
    this.#kept = before ? before.#kept : new KeptVersions();
    if (!before) return;
    this.#kept.keep(before);
    const since = (earlier: ReadonlySet<SlotId> | null) =>
      earlier && touched && new Set([...earlier, ...touched]);
    for (const [key, { table, touched: earlier }] of before.#before)
      if (!before.#tables.has(key)) this.#before.set(key, { table, touched: since(earlier) });
    for (const [key, table] of before.#tables) this.#before.set(key, { table, touched });
  }

  /** @param records the prefix of the log, dense from position 0, in any order. */
  static of(records: readonly LogRecord[]): Timeline {
    return inOneGo(Timeline.inSlices(records));
  }

  /** The same, with a stop now and then: a million events take seconds. */
  static *inSlices(records: readonly LogRecord[]): Slices<Timeline> {
    return yield* Timeline.over(LogPrefix.of(records));
  }

  /** The same of records that may be read from a source when asked for. */
  static *over(log: LogPrefix): Slices<Timeline> {
    return new Timeline(log, yield* indexing(log));
  }

  /** One that was stored, with the tables that it had made. */
  static restored(log: LogPrefix, index: RecordIndex, tables: ReadonlyMap<TableKey, BuiltTable>): Timeline {
    const timeline = new Timeline(log, index);
    for (const [key, table] of tables) timeline.#tables.set(key, table);
    return timeline;
  }

  /** The tables that this version has made. */
  get tables(): ReadonlyMap<TableKey, BuiltTable> {
    return this.#tables;
  }

  /** @param records in order of position, following on those of this one. */
  append(records: readonly LogRecord[]): Timeline {
    return inOneGo(this.#grown(records));
  }

  /**
   * The same, with a stop now and then and with every table that this version has made: readers go on with this version, and
   * the first to read the next one finds it ready.
   */
  *appendInSlices(records: readonly LogRecord[]): Slices<Timeline> {
    const next = yield* this.#grown(records);
    // One that is made meanwhile is none of those that the next version grows.
    const made = new Set(this.#tables.keys());
    for (const reading of ['NOMINAL', 'CERTAIN', 'POSSIBLE'] as const)
      for (const track of ['LEGAL', 'COLLECTED'] as const) {
        yield;
        if (made.has(TABLE_KEYS[reading][track])) yield* next.tableInSlices(reading, track);
      }
    return next;
  }

  *#grown(records: readonly LogRecord[]): Slices<Timeline> {
    const grown = yield* appendToIndex(this.index, records);
    if (grown) return new Timeline(this.#logOf(grown.index, records), grown.index, this, grown.touched);
    const log = this.log.with(records);
    const index = yield* indexing(log, this.index);
    const isGrown = isContinued(this.record.events.log, index.record.events.log);
    return new Timeline(log, index, isGrown ? this : undefined);
  }

  /** The log of an index grown from this one; of records with one id the index has the last alone. */
  #logOf(index: RecordIndex, added: readonly LogRecord[]): LogPrefix {
    const isWhole = this.record.events.log.prefix === this.log;
    return isWhole ? index.record.events.log.prefix : this.log.with(added);
  }

  /** All records of the prefix, in a list of its own. */
  get records(): readonly LogRecord[] {
    return this.log.toArray();
  }

  /**
   * Lets full chunks of records go, here and in every version that shares them: `source` gives them from now on. What it
   * throws is thrown by whatever asks for a record. @param source has all records of this prefix.
   */
  letGoOfRecords(source: RecordSource): Slices<void> {
    return this.log.letGo(source);
  }

  /** The timeline of the log prefix that ends at `position`. Cost: a few records appended for the recent past, else all of them anew. */
  at(position: number): Timeline {
    return inOneGo(this.atInSlices(position));
  }

  *atInSlices(position: number): Slices<Timeline> {
    if (position >= this.position) return this;
    const near = this.#kept.nearest(this.log, position + 1);
    if (!near) return yield* Timeline.over(this.log.upTo(position + 1));
    return near.position === position
      ? near
      : yield* near.appendInSlices(this.log.between(near.position + 1, position));
  }

  /** The record whose event bears an id: a voided one, or one of our own descriptions, too. */
  recordOf(id: string): LogRecord | undefined {
    return this.record.events.log.get(id);
  }

  /** Last position of the prefix, -1 when it is empty. */
  get position(): number {
    return this.index.position;
  }

  get record(): SettledRecord {
    return this.index.record;
  }

  /** What an omitted `knownAt` means here. */
  get newestKnown(): Day {
    return this.index.newestKnown;
  }

  knownAtOf(view: Pick<View, 'date' | 'knownAt' | 'asLived'>): Day {
    return view.asLived ? view.date : (view.knownAt ?? this.newestKnown);
  }

  event(id: string): SettledEvent | undefined {
    const kept = this.#events.get(id);
    if (kept) return kept;
    const settled = this.record.events.get(id);
    return settled && this.#events.keep(id, settled);
  }

  /** @throws UnknownSubject */
  subject(id: SubjectId): SubjectDescription {
    const described = this.record.subjects.get(id) ?? this.#told.get(id);
    if (described) return described;
    const event = this.#firstEventOf(id);
    if (!event) throw new UnknownSubject(id);
    const told = {
      id,
      title: event.title,
      family: event.family,
      topic: event.topic,
      partners: event.targets,
      authorities: event.actors,
    };
    this.#told.set(id, told);
    return told;
  }

  /** The slots of which something is said, in order of id. */
  get slotIds(): readonly SlotId[] {
    this.#slotIds ??= this.#sortedIds();
    return this.#slotIds;
  }

  /** A table has them in order already, its own or that of an earlier version. */
  #sortedIds(): readonly SlotId[] {
    for (const { ids, order } of this.#tables.values()) return inOrder(ids, order);
    return [...this.index.slots.keys()].sort();
  }

  /** In order of slot id. What is said of a slot is made once for each of these, and goes with them. */
  get slots(): readonly SaidSlot[] {
    return this.slotIds.map((id) => this.index.slots.get(id) as SaidSlot);
  }

  slotsOf(subject: SubjectId): readonly SaidSlot[] {
    return this.slotIdsOf(subject).map((id) => this.index.slots.get(id) as SaidSlot);
  }

  /** In order of id. Cost: a search and what is found. */
  slotIdsOf(subject: SubjectId): readonly SlotId[] {
    const ids = this.slotIds;
    const found = ids[firstFrom(ids, subject)] === subject ? [subject] : [];
    const prefix = `${subject}#`;
    for (let place = firstFrom(ids, prefix); ids[place]?.startsWith(prefix); place++)
      found.push(ids[place] as SlotId);
    return found;
  }

  coverageOf(topic: string | null): TopicCoverage | undefined {
    return topic === null ? undefined : this.record.coverage.get(topic);
  }

  table(reading: Reading, track: Track): BuiltTable {
    // Asked for with every reading: a key made anew each time would cost more than the reading.
    const key = TABLE_KEYS[reading][track];
    const held = this.#tables.get(key);
    if (held) return held;
    const built = buildTable(this.index, reading, track, this.#before.get(key));
    this.#tables.set(key, built);
    return built;
  }

  hasTable(reading: Reading, track: Track): boolean {
    return this.#tables.has(TABLE_KEYS[reading][track]);
  }

  /** Grows the tables that `earlier` has made and this version has not, instead of making them from nothing. */
  growFrom(earlier: Timeline): void {
    if (earlier === this || !isContinued(earlier.record.events.log, this.record.events.log)) return;
    for (const [key, table] of earlier.#tables)
      if (!this.#tables.has(key) && !this.#before.has(key)) this.#before.set(key, { table, touched: null });
  }

  /** The same, with a stop now and then. */
  *tableInSlices(reading: Reading, track: Track): Slices<BuiltTable> {
    const key = TABLE_KEYS[reading][track];
    const held = this.#tables.get(key);
    if (held) return held;
    const made = yield* tableInSlices(this.index, reading, track, this.#before.get(key));
    // Unless another has done it in between.
    const built = this.#tables.get(key) ?? made;
    this.#tables.set(key, built);
    return built;
  }

  /** One slot. @throws UnknownSubject when nobody ever spoke of it. */
  read(slot: SlotId, view: View): SlotReading {
    const built = this.table(view.reading, view.track);
    const index = built.slotIndex.get(slot);
    if (index === undefined) throw new UnknownSubject(slot);
    return readRow(this.record, built, index, view.date, this.knownAtOf(view));
  }

  /** The slot at an index of `built`, a table of this timeline: for lists, which have looked both up once. */
  readAt(built: BuiltTable, index: number, date: Day, knownAt: Day): SlotReading {
    return readRow(this.record, built, index, date, knownAt);
  }

  /** Every slot that passes the filter, in order of slot id. */
  state(view: View, filter: ReadingFilter = {}): readonly SlotReading[] {
    const { length, at } = this.stateRows(view, filter);
    return Array.from({ length }, (_, i) => at(i));
  }

  /**
   * The same list with nothing made of it yet: how many pass, and the reading of each when asked for. Only filters that look
   * at the deciding event or at titles (`actors`, `text`) have to read every slot.
   */
  stateRows(
    view: View,
    filter: ReadingFilter = {},
  ): { readonly length: number; readonly at: (index: number) => SlotReading } {
    const built = this.table(view.reading, view.track);
    const knownAt = this.knownAtOf(view);
    const { date } = view;
    const { actors, text, statuses } = filter;
    const readingOf = (slot: number): SlotReading => readRow(this.record, built, slot, date, knownAt);
    let slots = slotsPassing(built, (subject) => this.subject(subject), filter);
    if ((actors?.length ?? 0) > 0 || (text ?? '').trim() !== '') {
      const passes = this.passes(filter);
      const readings = slots.map(readingOf).filter((reading) => passes.reading(reading));
      return { length: readings.length, at: (i) => readings[i] as SlotReading };
    }
    if (statuses && statuses.length > 0) {
      const { table } = built;
      slots = slots.filter((slot) =>
        statuses.includes(table.statusOf(slot, table.row(slot, date, knownAt), date, knownAt).status),
      );
    }
    return { length: slots.length, at: (i) => readingOf(slots[i] as number) };
  }

  /** The filter as two tests: on a slot before it is read, on its reading after. */
  passes(filter: ReadingFilter): {
    slot: (slot: Pick<Slot, 'id'>) => boolean;
    reading: (reading: SlotReading) => boolean;
  } {
    const { families, subjects, partners, authorities, topics, actors, statuses } = filter;
    const text = filter.text === undefined || filter.text.trim() === '' ? null : fold(filter.text);
    return {
      slot: ({ id }) => {
        const subject = this.subject(subjectOf(id));
        return (
          given(families, (list) => list.includes(subject.family)) &&
          given(topics, (list) => list.includes(subject.topic)) &&
          given(subjects, (list) =>
            list.some((s) => subject.id === s || id === s || subject.id.startsWith(`${s}/`)),
          ) &&
          given(partners, (list) => subject.partners.some((p) => p === '*' || list.includes(p))) &&
          given(authorities, (list) => subject.authorities.some((a) => list.includes(a)))
        );
      },
      reading: (reading) => {
        const event = reading.decidedBy === null ? undefined : this.event(reading.decidedBy)?.event;
        const title = this.subject(reading.subject).title;
        return (
          given(statuses, (list) => list.includes(reading.status)) &&
          given(actors, (list) => event?.actors.some((a) => list.includes(a)) ?? false) &&
          (text === null ||
            [title.en, title.ja, event?.title.en, event?.title.ja].some(
              (t) => t !== undefined && fold(t).includes(text),
            ))
        );
      },
    };
  }

  #firstEventOf(subject: SubjectId): PolicyEvent | undefined {
    for (const id of this.slotIdsOf(subject)) {
      const slot = this.index.spoken.get(id);
      const first = slot && firstEventOf(slot, this.record);
      if (first) return first;
    }
    for (const { event } of this.record.events.values()) if (event.stream === subject) return event;
    return undefined;
  }
}

export type TableKey = `${Reading} ${Track}`;
const TABLE_KEYS = {
  NOMINAL: { LEGAL: 'NOMINAL LEGAL', COLLECTED: 'NOMINAL COLLECTED' },
  CERTAIN: { LEGAL: 'CERTAIN LEGAL', COLLECTED: 'CERTAIN COLLECTED' },
  POSSIBLE: { LEGAL: 'POSSIBLE LEGAL', COLLECTED: 'POSSIBLE COLLECTED' },
} as const;

const given = <T>(list: readonly T[] | undefined, test: (list: readonly T[]) => boolean): boolean =>
  list === undefined || list.length === 0 || test(list);
