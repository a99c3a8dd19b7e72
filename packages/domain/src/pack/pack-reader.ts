import { NO_DAY, ReadingTable } from '../bitemporal/reading-table.js';
import type { Certainty, Status } from '../bitemporal/status.js';
import type { Day } from '../calendar/civil-day.js';
import type { DeadlineRow } from '../deadlines/deadline-rows.js';
import { type Deadline, listDeadlines, type UpcomingQuestion } from '../deadlines/list-deadlines.js';
import type { Modality, Track } from '../events/envelope.js';
import type { Value } from '../events/value.js';
import type { Pack, PackEvent, PackSlot, PackStatement, PackTrack } from './pack.js';

/** What one slot reads, out of a pack: the same answer as the server's `SlotReading` for the same question. */
export interface PackReading {
  readonly slot: PackSlot;
  /** Index of the slot in `pack.slots`. */
  readonly index: number;
  readonly status: Status;
  readonly modality: Modality;
  readonly value: Value | null;
  readonly certainty: Certainty;
  readonly projected: boolean;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly known: Day | null;
  readonly retroactiveDays: number | null;
  readonly event: PackEvent | null;
  /** The stretch of the date axis with this answer, `[dateFrom, dateUntil)`; beyond ±2^29 it is open. */
  readonly dateFrom: Day;
  readonly dateUntil: Day;
  /** Identity of the answer: equal keys, equal answers. */
  readonly key: string;
}

/** Folds a pack without a network: one reading table per track and the rows of deadlines. */
export class PackReader {
  readonly #tracks: Readonly<Record<Track, PackTrack>>;
  readonly #tables: Readonly<Record<Track, ReadingTable>>;
  readonly #deadlines: readonly DeadlineRow[];

  constructor(readonly pack: Pack) {
    this.#tracks = { LEGAL: pack.tracks.LEGAL, COLLECTED: wholeTrack(pack.tracks) };
    this.#tables = { LEGAL: tableOf(this.#tracks.LEGAL), COLLECTED: tableOf(this.#tracks.COLLECTED) };
    this.#deadlines = pack.deadlines.map((row) => ({
      ...row,
      event: pack.events[row.event]?.id ?? '',
      outcomeBy: row.outcomeBy === null ? null : (pack.events[row.outcomeBy]?.id ?? null),
    }));
    this.eventsById = new Map(pack.events.map((event) => [event.id, event]));
  }

  readonly eventsById: ReadonlyMap<string, PackEvent>;

  get newestKnown(): Day {
    return this.pack.newestKnown as Day;
  }

  table(track: Track): ReadingTable {
    return this.#tables[track];
  }

  /** One slot at (`date`, `knownAt`); `knownAt` null: everything known. */
  read(index: number, date: Day, knownAt: Day | null, track: Track = 'LEGAL'): PackReading {
    const known = knownAt ?? this.newestKnown;
    const table = this.#tables[track];
    const row = table.row(index, date, known);
    const { columns } = table;
    const statement: PackStatement | undefined =
      this.#tracks[track].statements[columns.statement[row] as number];
    const status = table.statusOf(index, row, date, known);
    return {
      slot: this.pack.slots[index] as PackSlot,
      index,
      ...status,
      value: columns.hasValue[row] === 1 ? (statement?.value ?? null) : null,
      validFrom: statement?.from ?? null,
      validUntil: statement?.until ?? null,
      known: (statement?.known ?? null) as Day | null,
      retroactiveDays: statement?.retroactiveDays ?? null,
      event: this.pack.events[columns.event[row] as number] ?? null,
      dateFrom: columns.dateFrom[row] as Day,
      dateUntil: columns.dateUntil[row] as Day,
      key: `${status.status} ${columns.statement[row]} ${columns.event[row]} ${status.certainty}`,
    };
  }

  /** Rows of every slot, for frames: no allocation but `out`. */
  state(date: Day, knownAt: Day | null, out: Int32Array, track: Track = 'LEGAL'): Int32Array {
    return this.#tables[track].state(date, knownAt ?? this.newestKnown, out);
  }

  upcoming(question: Omit<UpcomingQuestion, 'filter'>): readonly Deadline[] {
    return listDeadlines(this.#deadlines, question, this.newestKnown);
  }
}

/** COLLECTED as a whole track: the slots it has, and LEGAL's rows for all others. */
function wholeTrack({ LEGAL, COLLECTED }: Pack['tracks']): PackTrack {
  const own = new Map(COLLECTED.slots.map((slot, i) => [slot, i]));
  const parts = LEGAL.slots.map((slot, i) => {
    const at = own.get(slot);
    return at === undefined ? { from: LEGAL, at: i } : { from: COLLECTED, at };
  });
  const of = (column: RowColumn, shift = 0): number[] =>
    parts.flatMap(({ from, at }) =>
      from[column]
        .slice(from.slotStart[at], from.slotStart[at + 1])
        .map((value) => (from === COLLECTED && value >= 0 ? value + shift : value)),
    );
  const slotStart = [0];
  for (const { from, at } of parts) {
    slotStart.push(
      (slotStart.at(-1) as number) + (from.slotStart[at + 1] as number) - (from.slotStart[at] as number),
    );
  }
  return {
    slots: LEGAL.slots,
    statements: [...LEGAL.statements, ...COLLECTED.statements],
    slotStart,
    dateFrom: of('dateFrom'),
    dateUntil: of('dateUntil'),
    knownFrom: of('knownFrom'),
    knownUntil: of('knownUntil'),
    dueOn: of('dueOn'),
    status: of('status'),
    modality: of('modality'),
    possible: of('possible'),
    statement: of('statement', LEGAL.statements.length),
    event: of('event'),
    hasValue: of('hasValue'),
    coveredThrough: LEGAL.coveredThrough,
  };
}

type RowColumn = Exclude<keyof PackTrack, 'slots' | 'statements' | 'slotStart' | 'coveredThrough'>;

function tableOf(t: PackTrack): ReadingTable {
  const slotStart = Int32Array.from(t.slotStart);
  return new ReadingTable({
    slotStart,
    slotEnd: slotStart.subarray(1),
    dateFrom: Int32Array.from(t.dateFrom),
    dateUntil: Int32Array.from(t.dateUntil),
    knownFrom: Int32Array.from(t.knownFrom),
    knownUntil: Int32Array.from(t.knownUntil),
    dueOn: Int32Array.from(t.dueOn),
    status: Uint8Array.from(t.status),
    modality: Uint8Array.from(t.modality),
    possible: Uint8Array.from(t.possible),
    statement: Int32Array.from(t.statement),
    event: Int32Array.from(t.event),
    hasValue: Uint8Array.from(t.hasValue),
    coveredThrough: Int32Array.from(t.coveredThrough, (day) => day ?? NO_DAY),
  });
}
