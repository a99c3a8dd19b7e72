import { DayCodes } from '../bitemporal/day-codes.js';
import { ReadingTable } from '../bitemporal/reading-table.js';
import { hasValueAt } from '../bitemporal/row-columns.js';
import type { Certainty, Status } from '../bitemporal/status.js';
import type { Day } from '../calendar/civil-day.js';
import type { DeadlineRow } from '../deadlines/deadline-rows.js';
import { type Deadline, listDeadlines, type UpcomingQuestion } from '../deadlines/list-deadlines.js';
import type { Modality, Track } from '../events/envelope.js';
import type { Value } from '../events/value.js';
import { assembleTrack } from './assemble-track.js';
import type { Column, Pack, PackEvent, PackSlot, PackStatement, PackTrack } from './pack.js';

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

interface Tabled {
  readonly track: PackTrack;
  readonly table: ReadingTable;
}

/** Folds a pack without a network: one reading table per track and the rows of deadlines. */
export class PackReader {
  readonly #tracks: { LEGAL: Tabled; COLLECTED: Tabled | null };
  #deadlines: readonly DeadlineRow[] | null = null;
  #eventsById: ReadonlyMap<string, PackEvent> | null = null;

  constructor(readonly pack: Pack) {
    const { LEGAL } = pack.tracks;
    this.#tracks = { LEGAL: { track: LEGAL, table: tableOf(LEGAL) }, COLLECTED: null };
  }

  get eventsById(): ReadonlyMap<string, PackEvent> {
    this.#eventsById ??= new Map(this.pack.events.map((event) => [event.id, event]));
    return this.#eventsById;
  }

  get newestKnown(): Day {
    return this.pack.newestKnown as Day;
  }

  table(track: Track): ReadingTable {
    return this.#tabled(track).table;
  }

  #tabled(track: Track): Tabled {
    if (track === 'LEGAL') return this.#tracks.LEGAL;
    if (!this.#tracks.COLLECTED) {
      const whole = wholeTrack(this.pack.tracks);
      this.#tracks.COLLECTED = { track: whole, table: tableOf(whole) };
    }
    return this.#tracks.COLLECTED;
  }

  /** One slot at (`date`, `knownAt`); `knownAt` null: everything known. */
  read(index: number, date: Day, knownAt: Day | null, track: Track = 'LEGAL'): PackReading {
    const known = knownAt ?? this.newestKnown;
    const { table, track: of } = this.#tabled(track);
    const row = table.row(index, date, known);
    const statement: PackStatement | undefined = of.statements[of.statement[row] as number];
    const status = table.statusOf(index, row, date, known);
    return {
      slot: this.pack.slots[index] as PackSlot,
      index,
      ...status,
      value: hasValueAt(of, row) ? (statement?.value ?? null) : null,
      validFrom: statement?.from ?? null,
      validUntil: statement?.until ?? null,
      known: (statement?.known ?? null) as Day | null,
      retroactiveDays: statement?.retroactiveDays ?? null,
      event: this.pack.events[of.event[row] as number] ?? null,
      dateFrom: of.dateFrom[row] as Day,
      dateUntil: of.dateUntil[row] as Day,
      key: `${status.status} ${of.statement[row]} ${of.event[row]} ${status.certainty}`,
    };
  }

  /** Rows of every slot, for frames: no allocation but `out`. */
  state(date: Day, knownAt: Day | null, out: Int32Array, track: Track = 'LEGAL'): Int32Array {
    return this.table(track).state(date, knownAt ?? this.newestKnown, out);
  }

  upcoming(question: Omit<UpcomingQuestion, 'filter'>): readonly Deadline[] {
    const { events, deadlines } = this.pack;
    this.#deadlines ??= deadlines.map((row) => ({
      ...row,
      event: events[row.event]?.id ?? '',
      outcomeBy: row.outcomeBy === null ? null : (events[row.outcomeBy]?.id ?? null),
    }));
    return listDeadlines(this.#deadlines, question, this.newestKnown);
  }
}

/** COLLECTED as a whole track: the slots it has, and LEGAL's rows for all others. */
function wholeTrack({ LEGAL, COLLECTED }: Pack['tracks']): PackTrack {
  if (COLLECTED === null) throw new RangeError('This pack has the legal track alone.');
  if (COLLECTED.slots.length === 0) return LEGAL;
  const own = new Map(Array.from(COLLECTED.slots, (slot, at) => [slot, at]));
  return assembleTrack(
    Array.from(LEGAL.slots, (slot, i) => {
      const at = own.get(slot);
      return at === undefined ? { of: LEGAL, at: i } : { of: COLLECTED, at };
    }),
    LEGAL.slots,
  );
}

function tableOf(t: PackTrack): ReadingTable {
  const slotStart = days(t.slotStart);
  return new ReadingTable({
    slotStart,
    slotEnd: slotStart.subarray(1),
    days: DayCodes.ALL,
    dateFrom: days(t.dateFrom),
    dateUntil: days(t.dateUntil),
    knownFrom: days(t.knownFrom),
    knownUntil: days(t.knownUntil),
    dueOn: days(t.dueOn),
    traits: t.traits instanceof Uint16Array ? t.traits : Uint16Array.from(t.traits),
    // Rows are read from the track itself; here it says only which rows are decided alike.
    deciding: days(t.statement),
    coveredThrough: days(t.coveredThrough),
  });
}

/** Days are their own codes, so the columns of a pack's table hold them as they are. */
const days = (column: Column): Int32Array =>
  column instanceof Int32Array ? column : Int32Array.from(column);
