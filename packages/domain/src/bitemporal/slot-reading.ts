import { addDays, type Day } from '../calendar/civil-day.js';
import { contains, type DayRange } from '../calendar/day-range.js';
import type { Family, KnownBasis, Modality, PolicyEvent, SlotId, SubjectId } from '../events/envelope.js';
import type { Value } from '../events/value.js';
import type { SettledRecord } from '../project/settle-record.js';
import type { BuiltTable } from './built-table.js';
import { NO_DAY } from './day-codes.js';
import { EVER, OPEN } from './lens.js';
import { subjectOf } from './record-index.js';
import {
  dateFromAt,
  dateUntilAt,
  dueOnAt,
  hasValueAt,
  knownFromAt,
  knownUntilAt,
  type ReadingColumns,
  sameRow,
} from './row-columns.js';
import { eachRow } from './slot-rows.js';
import type { Statement } from './statement.js';
import type { Certainty, Status } from './status.js';

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
  /** The first day that no longer counts, as the act gives it; null: the act sets no end. The next change known ends `validInterval`. */
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

/** Reads one row of a table. Intervals are worked out when asked for: a list of the whole state seldom is. */
export function readRow(
  record: SettledRecord,
  built: BuiltTable,
  index: number,
  date: Day,
  knownAt: Day,
): SlotReading {
  return new RowReading(record, built, index, date, knownAt);
}

/** What most lists show is read at once; the rest when it is asked for. */
class RowReading implements SlotReading {
  readonly slot: SlotId;
  readonly family: Family;
  readonly topic: string | null;
  readonly status: Status;
  readonly modality: Modality;
  readonly value: Value | null;
  readonly certainty: Certainty;
  readonly projected: boolean;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly knownFrom: Day | null;
  readonly decidedBy: string | null;
  readonly coveredThrough: Day | null;
  readonly #record: SettledRecord;
  readonly #statement: Statement | undefined;
  readonly #built: BuiltTable;
  readonly #index: number;
  readonly #row: number;
  readonly #date: Day;
  readonly #knownAt: Day;

  constructor(record: SettledRecord, built: BuiltTable, index: number, date: Day, knownAt: Day) {
    const { table, ids, topics, families } = built;
    const { columns } = table;
    const row = table.row(index, date, knownAt);
    const { status, modality, certainty, projected } = table.statusOf(index, row, date, knownAt);
    const statement = built.statementAt(columns.deciding[row] as number);
    const decidedBy = built.eventAt(columns.deciding[row] as number);
    const covered = columns.coveredThrough[index] as Day;
    this.slot = ids[index] as SlotId;
    this.family = families[index] as Family;
    this.topic = topics[index] as string | null;
    this.status = status;
    this.modality = modality;
    this.value = hasValueAt(columns, row) ? (statement?.value ?? null) : null;
    this.certainty = certainty;
    this.projected = projected;
    this.validFrom = statement?.from.text ?? null;
    this.validUntil = statement?.until?.text ?? null;
    this.knownFrom = statement?.known.nominal ?? null;
    this.decidedBy = decidedBy;
    this.coveredThrough = covered === NO_DAY ? null : covered;
    this.#record = record;
    this.#statement = statement;
    this.#built = built;
    this.#index = index;
    this.#row = row;
    this.#date = date;
    this.#knownAt = knownAt;
  }

  get subject(): SubjectId {
    return subjectOf(this.slot);
  }

  get retroactiveDays(): number | null {
    return this.#statement ? retroactiveDays(this.#statement) : null;
  }

  get knownBasis(): KnownBasis | null {
    return this.#event?.knownBasis ?? null;
  }

  get inferred(): readonly string[] {
    return this.#event?.inferred ?? NONE;
  }

  get #event(): PolicyEvent | undefined {
    return this.decidedBy === null ? undefined : this.#record.events.get(this.decidedBy)?.event;
  }

  get validInterval(): DayRange {
    return validInterval(this.#built.table.columns, this.#index, this.#row, this.#date, this.#knownAt);
  }

  get knownInterval(): DayRange {
    return knownInterval(this.#built.table.columns, this.#index, this.#row, this.#date, this.#knownAt);
  }
}

const NONE: readonly string[] = [];

/** Rectangles split where only a neighbour in time changes; for one date the run of equal answers is put together again. */
function knownInterval(
  columns: ReadingColumns,
  slot: number,
  row: number,
  date: Day,
  knownAt: Day,
): DayRange {
  const runs: { from: Day; until: Day; same: boolean }[] = [];
  eachRow(columns, slot, (r) => {
    const covers = contains({ from: dateFromAt(columns, r), until: dateUntilAt(columns, r) }, date);
    if (covers)
      runs.push({
        from: knownFromAt(columns, r),
        until: knownUntilAt(columns, r),
        same: sameRow(columns, r, row),
      });
  });
  runs.sort((a, b) => a.from - b.from);
  const at = runs.findIndex((r) => r.from === knownFromAt(columns, row));
  let [first, last] = [at, at];
  while (runs[first - 1]?.same) first--;
  while (runs[last + 1]?.same) last++;
  const run = { from: runs[first]?.from ?? EVER, until: runs[last]?.until ?? OPEN };
  const covered = columns.coveredThrough[slot] as Day;
  const due = dueOnAt(columns, row);
  const edges = [
    ...(covered === NO_DAY || date <= covered ? [date] : []),
    ...(due !== NO_DAY && due > covered && due <= date ? [due] : []),
  ];
  return cutAt(run, edges, knownAt);
}

/** Days between the latest start and the earliest known day; see `SlotReading.retroactiveDays`. */
export function retroactiveDays({ from, known, act }: Statement): number | null {
  if (act === 'END' && from.text === null) return null;
  if (from.text === null || known.latest <= from.earliest) return from.text === null ? null : 0;
  return known.earliest > from.latest ? known.earliest - from.latest : null;
}

/** `projected` turns where the date passes what was known and covered, in the middle of a rectangle. */
function validInterval(
  columns: ReadingColumns,
  slot: number,
  row: number,
  date: Day,
  knownAt: Day,
): DayRange {
  const covered = columns.coveredThrough[slot] as Day;
  const horizon = covered === NO_DAY ? knownAt : (Math.min(knownAt, covered) as Day);
  return cutAt(
    { from: dateFromAt(columns, row), until: dateUntilAt(columns, row) },
    [addDays(horizon, 1)],
    date,
  );
}

/** The part of a stretch around `day` that none of the edges cuts. */
function cutAt({ from, until }: { from: Day; until: Day }, edges: readonly Day[], day: Day): DayRange {
  const before = edges.filter((edge) => edge <= day && edge > from);
  const after = edges.filter((edge) => edge > day && edge < until);
  return bounded(Math.max(from, ...before) as Day, Math.min(until, ...after) as Day);
}

const bounded = (from: Day, until: Day): DayRange => ({
  from: from <= EVER ? null : from,
  until: until >= OPEN ? null : until,
});
