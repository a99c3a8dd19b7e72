import { addDays, type Day } from '../calendar/civil-day.js';
import { DomainError } from '../calendar/errors.js';
import { contains, type DayRange } from '../calendar/day-range.js';
import type { Family, KnownBasis, Modality, PolicyEvent, SlotId, SubjectId, Track } from '../events/envelope.js';
import type { LogRecord, SubjectDescription } from '../events/record-event.js';
import type { Value } from '../events/value.js';
import type { SettledEvent, SettledRecord, TopicCoverage } from '../project/settle-record.js';
import type { Certainty, Status } from './answer.js';
import { type BuiltTable, buildTable, topicOf } from './build-table.js';
import { EVER, OPEN, type Reading } from './lens.js';
import { type RecordIndex, indexRecord, subjectOf } from './record-index.js';
import type { Slot } from './slot-history.js';
import type { Statement } from './statement.js';
import type { ReadingFilter, View } from './view.js';

/** What one slot reads in one view. */
export interface SlotReading {
  readonly slot: SlotId;
  readonly subject: SubjectId;
  readonly family: Family;
  readonly topic: string | null;
  readonly status: Status;
  readonly modality: Modality;
  /** What holds, what is planned, or what applies meanwhile; null where nothing does. */
  readonly value: Value | null;
  readonly certainty: Certainty;
  /** The day lies beyond what was known or covered: the plan, not what happened. */
  readonly projected: boolean;
  /** As the source gives it; null: no source gives a start. */
  readonly validFrom: string | null;
  /** The first day that no longer counts, as the source gives it, or the day of the next change known; null: none is set. */
  readonly validUntil: string | null;
  readonly knownFrom: Day | null;
  readonly knownBasis: KnownBasis | null;
  /** Days from the latest start to the earliest known day; 0 when known in time; null where the windows meet or nothing decides. */
  readonly retroactiveDays: number | null;
  /** Null where nothing was said of the slot. */
  readonly decidedBy: string | null;
  /** The answer is the same anywhere inside, with `knownAt` fixed. */
  readonly validInterval: DayRange;
  /** The answer is the same anywhere inside, with `date` fixed. */
  readonly knownInterval: DayRange;
  readonly coveredThrough: Day | null;
  /** Fields of the deciding event that are inferred rather than read. */
  readonly inferred: readonly string[];
}

export class UnknownSubject extends DomainError {
  readonly code = 'UNKNOWN_SUBJECT';
  constructor(readonly given: string) {
    super(`subject: "${given.slice(0, 120)}" is not a subject of this record; write an id such as tariff/us/reciprocal/JPN, or search with events(filter: { text }).`);
    this.name = 'UnknownSubject';
  }
}

/** The record as of one log position: immutable; an append gives a new one. Everything it answers depends on the log prefix alone. */
export class Timeline {
  readonly #tables = new Map<string, BuiltTable>();

  private constructor(
    readonly records: readonly LogRecord[],
    readonly index: RecordIndex,
  ) {}

  /** @param records the prefix of the log, dense from position 0, in any order. */
  static of(records: readonly LogRecord[]): Timeline {
    return new Timeline(records, indexRecord(records));
  }

  append(records: readonly LogRecord[]): Timeline {
    const all = [...this.records, ...records];
    return new Timeline(all, indexRecord(all, this.index));
  }

  /** The timeline of the log prefix that ends at `position`. */
  at(position: number): Timeline {
    return position >= this.position ? this : Timeline.of(this.records.filter((r) => r.position <= position));
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
    return this.record.events.get(id);
  }

  /** @throws UnknownSubject */
  subject(id: SubjectId): SubjectDescription {
    const described = this.record.subjects.get(id);
    if (described) return described;
    const event = this.#firstEventOf(id);
    if (!event) throw new UnknownSubject(id);
    return { id, title: event.title, family: event.family, topic: event.topic, partners: event.targets, authorities: event.actors };
  }

  get slots(): readonly Slot[] {
    return this.table('NOMINAL', 'LEGAL').slots;
  }

  slotsOf(subject: SubjectId): readonly Slot[] {
    return this.slots.filter(({ id }) => subjectOf(id) === subject);
  }

  coverageOf(topic: string | null): TopicCoverage | undefined {
    return topic === null ? undefined : this.record.coverage.get(topic);
  }

  table(reading: Reading, track: Track): BuiltTable {
    const key = `${reading} ${track}`;
    const built = this.#tables.get(key) ?? buildTable(this.index, reading, track);
    this.#tables.set(key, built);
    return built;
  }

  /** One slot; a slot nobody spoke of reads NOT_IN_FORCE. */
  read(slot: SlotId, view: View): SlotReading {
    const built = this.table(view.reading, view.track);
    const index = built.slotIndex.get(slot);
    if (index === undefined) throw new UnknownSubject(slot);
    return this.#reading(built, index, view.date, this.knownAtOf(view));
  }

  /** Every slot that passes the filter, in order of slot id. */
  state(view: View, filter: ReadingFilter = {}): readonly SlotReading[] {
    const built = this.table(view.reading, view.track);
    const knownAt = this.knownAtOf(view);
    const passes = this.passes(filter);
    const readings: SlotReading[] = [];
    for (const [index, slot] of built.slots.entries()) {
      if (!passes.slot(slot)) continue;
      const reading = this.#reading(built, index, view.date, knownAt);
      if (passes.reading(reading)) readings.push(reading);
    }
    return readings;
  }

  /** The filter as two tests: on a slot before it is read, on its reading after. */
  passes(filter: ReadingFilter): { slot: (slot: Slot) => boolean; reading: (reading: SlotReading) => boolean } {
    const { families, subjects, partners, authorities, topics, actors, statuses } = filter;
    const text = filter.text === undefined || filter.text.trim() === '' ? null : fold(filter.text);
    return {
      slot: ({ id }) => {
        const subject = this.subject(subjectOf(id));
        return (
          given(families, (list) => list.includes(subject.family)) &&
          given(topics, (list) => list.includes(subject.topic)) &&
          given(subjects, (list) => list.some((s) => subject.id === s || id === s || subject.id.startsWith(`${s}/`))) &&
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
          (text === null || [title.en, title.ja, event?.title.en, event?.title.ja].some((t) => t !== undefined && fold(t).includes(text)))
        );
      },
    };
  }

  #reading(built: BuiltTable, index: number, date: Day, knownAt: Day): SlotReading {
    const { table, slots, statements, events } = built;
    const { columns } = table;
    const slot = slots[index] as Slot;
    const row = table.row(index, date, knownAt);
    const { status, modality, certainty, projected } = table.statusOf(index, row, date, knownAt);
    const statement = statements[columns.statement[row] as number];
    const decidedBy = events[columns.event[row] as number] ?? null;
    const event = decidedBy === null ? undefined : this.event(decidedBy)?.event;
    const coveredThrough = this.coverageOf(topicOf(slot, this.record))?.through ?? null;
    const dateUntil = columns.dateUntil[row] as Day;
    return {
      slot: slot.id,
      subject: subjectOf(slot.id),
      family: this.subject(subjectOf(slot.id)).family,
      topic: topicOf(slot, this.record),
      status,
      modality,
      value: columns.hasValue[row] === 1 ? (statement?.value ?? null) : null,
      certainty,
      projected,
      validFrom: statement?.from.text ?? null,
      validUntil: statement?.until?.text ?? null,
      knownFrom: statement?.known.nominal ?? null,
      knownBasis: event?.knownBasis ?? null,
      retroactiveDays: statement ? retroactiveDays(statement) : null,
      decidedBy,
      validInterval: bounded(columns.dateFrom[row] as Day, dateUntil),
      knownInterval: this.#knownInterval(built, index, row, date),
      coveredThrough,
      inferred: event?.inferred ?? [],
    };
  }

  /** Rectangles split where only a neighbour in time changes; for one date the run of equal answers is put together again. */
  #knownInterval({ table }: BuiltTable, slot: number, row: number, date: Day): DayRange {
    const { columns } = table;
    const runs: { from: Day; until: Day; same: boolean }[] = [];
    for (let r = columns.slotStart[slot] as number; r < (columns.slotStart[slot + 1] as number); r++) {
      const covers = contains({ from: columns.dateFrom[r] as Day, until: columns.dateUntil[r] as Day }, date);
      if (covers) runs.push({ from: columns.knownFrom[r] as Day, until: columns.knownUntil[r] as Day, same: sameRow(columns, r, row) });
    }
    runs.sort((a, b) => a.from - b.from);
    const at = runs.findIndex((r) => r.from === columns.knownFrom[row]);
    let [first, last] = [at, at];
    while (runs[first - 1]?.same) first--;
    while (runs[last + 1]?.same) last++;
    return bounded((runs[first]?.from ?? EVER) as Day, (runs[last]?.until ?? OPEN) as Day);
  }

  #firstEventOf(subject: SubjectId): PolicyEvent | undefined {
    for (const [id, slot] of this.index.slots) {
      if (subjectOf(id) !== subject) continue;
      const first = [...slot.statements, ...slot.silenced].sort((a, b) => a.position - b.position)[0];
      if (first) return this.event(first.event)?.event;
    }
    for (const { event } of this.record.events.values()) if (event.stream === subject) return event;
    return undefined;
  }
}

function sameRow(columns: BuiltTable['table']['columns'], a: number, b: number): boolean {
  return (
    columns.status[a] === columns.status[b] &&
    columns.statement[a] === columns.statement[b] &&
    columns.event[a] === columns.event[b] &&
    columns.possible[a] === columns.possible[b] &&
    columns.dueOn[a] === columns.dueOn[b]
  );
}

/** Days between the latest start and the earliest known day; see `SlotReading.retroactiveDays`. */
export function retroactiveDays({ from, known, act }: Statement): number | null {
  if (act === 'END' && from.text === null) return null;
  if (from.text === null || known.latest <= from.earliest) return from.text === null ? null : 0;
  return known.earliest > from.latest ? known.earliest - from.latest : null;
}

const bounded = (from: Day, until: Day): DayRange => ({ from: from <= EVER ? null : from, until: until >= OPEN ? null : until });
const given = <T>(list: readonly T[] | undefined, test: (list: readonly T[]) => boolean): boolean => list === undefined || list.length === 0 || test(list);
/** Search ignores case and width: ＮＡＦＴＡ finds NAFTA. */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase();
export const dayBefore = (day: Day): Day => addDays(day, -1);
