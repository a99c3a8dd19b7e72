import type { Day } from '../calendar/civil-day.js';
import { MODALITIES, type Modality } from '../events/envelope.js';
import type { SlotLocator } from './slot-locator.js';
import { type Certainty, STATUSES, type Status } from './status.js';

/** Rectangles in columns: what the server scans, and what the browser folds, with the same code. */
export interface RowColumns {
  readonly dateFrom: Int32Array;
  readonly dateUntil: Int32Array;
  readonly knownFrom: Int32Array;
  readonly knownUntil: Int32Array;
  /** Day of the scheduled change that began the stretch, or `NO_DAY`. */
  readonly dueOn: Int32Array;
  /** Index into STATUSES and MODALITIES. */
  readonly status: Uint8Array;
  readonly modality: Uint8Array;
  /** 1: POSSIBLE. */
  readonly possible: Uint8Array;
  /** Code of the deciding statement, or -1. */
  readonly statement: Int32Array;
  /** Code of the deciding event, or -1: a revocation decides through another event than its statement's. */
  readonly event: Int32Array;
  /** 1: the statement's value applies (or is planned); 0: nothing. */
  readonly hasValue: Uint8Array;
}
/**
 * A slot of which appends have rewritten some rows. The others stay where they are, so an append writes only what changes.
 * In the directory its start equals its end, which no other slot has, and differs from that of every other version.
 */
export interface PatchedSlot {
  /** Its rows, in pairs `[from, until)`. */
  readonly runs: Int32Array;
  /** The range in which all of its rows once lay. */
  readonly base: readonly [start: number, end: number];
  /** Its rows that lie outside of that range. */
  readonly others: Int32Array;
}

export interface ReadingColumns extends RowColumns {
  /** The rows of slot i are `[slotStart[i], slotEnd[i])`, in order of (knownFrom, dateFrom); see `eachRow` for patched ones. */
  readonly slotStart: Int32Array;
  readonly slotEnd: Int32Array;
  /** Slots of which appends have rewritten a part, by number. Their start equals their end. */
  readonly patched?: ReadonlyMap<number, PatchedSlot>;
  /** Last day covered of each slot's topic, or `NO_DAY`. */
  readonly coveredThrough: Int32Array;
}

export const NO_DAY = -0x7fffffff;

/** The status of one row once coverage is looked at (semantics §5). */
export interface RowStatus {
  readonly status: Status;
  readonly modality: Modality;
  readonly certainty: Certainty;
  readonly projected: boolean;
}

/** Slots with fewer rows are walked; a locator answers for the others where there is one. */
const WALKED_ROWS = 32;
const UNKNOWN = STATUSES.indexOf('UNKNOWN');

export class ReadingTable {
  constructor(
    readonly columns: ReadingColumns,
    private readonly locatorAt?: (start: number) => SlotLocator | undefined,
  ) {}

  get slotCount(): number {
    return this.columns.slotEnd.length;
  }

  /** The row that answers slot `slot` at (`date`, `knownAt`): the rectangles cover the plane, so there is one. */
  row(slot: number, date: Day, knownAt: Day): number {
    const { slotStart, slotEnd, dateFrom, dateUntil, knownFrom, knownUntil } = this.columns;
    const start = slotStart[slot] as number;
    const end = slotEnd[slot] as number;
    if (end - start > WALKED_ROWS) {
      const found = this.locatorAt?.(start)?.row(this.columns, date, knownAt) ?? -1;
      if (found >= 0) return found;
    }
    for (let row = start; row < end; row++) {
      if (
        (knownFrom[row] as number) <= knownAt &&
        knownAt < (knownUntil[row] as number) &&
        (dateFrom[row] as number) <= date &&
        date < (dateUntil[row] as number)
      ) {
        return row;
      }
    }
    const patch = start === end ? this.columns.patched?.get(slot) : undefined;
    const found = patch ? this.#patchedRow(patch, date, knownAt) : -1;
    if (found >= 0) return found;
    throw new RangeError(`slot ${slot} has no reading at (${date}, ${knownAt})`);
  }

  /** What was rewritten comes first: where it says nothing the row of the earlier version still holds. */
  #patchedRow({ base: [start, end], others }: PatchedSlot, date: Day, knownAt: Day): number {
    const { dateFrom, dateUntil, knownFrom, knownUntil } = this.columns;
    const covers = (row: number): boolean =>
      (knownFrom[row] as number) <= knownAt &&
      knownAt < (knownUntil[row] as number) &&
      (dateFrom[row] as number) <= date &&
      date < (dateUntil[row] as number);
    for (let i = others.length - 1; i >= 0; i--) if (covers(others[i] as number)) return others[i] as number;
    const locator = this.locatorAt?.(start);
    if (locator) return locator.row(this.columns, date, knownAt);
    for (let row = start; row < end; row++) if (covers(row)) return row;
    return -1;
  }

  /** One row per slot for the whole record, written into `out` (length ≥ slotCount): no allocation, made for scrubbing. */
  state(date: Day, knownAt: Day, out: Int32Array): Int32Array {
    for (let slot = 0; slot < this.slotCount; slot++) out[slot] = this.row(slot, date, knownAt);
    return out;
  }

  /**
   * Adds what depends on the asked day. `projected`: the day lies beyond what was known or covered. UNKNOWN: a change scheduled
   * for a day after the coverage of the topic, and not after `date` and `knownAt`, whose outcome nobody recorded.
   */
  statusOf(slot: number, row: number, date: Day, knownAt: Day): RowStatus {
    return {
      status: this.statusAt(slot, row, date, knownAt),
      modality: MODALITIES[this.columns.modality[row] as number] as Modality,
      certainty: this.certaintyAt(row),
      projected: this.projectedAt(slot, date, knownAt),
    };
  }

  /** The same one by one, for lists that ask for one of them. */
  statusAt(slot: number, row: number, date: Day, knownAt: Day): Status {
    return STATUSES[this.statusCodeAt(slot, row, date, knownAt)] as Status;
  }
  /** As a place in `STATUSES`. */
  statusCodeAt(slot: number, row: number, date: Day, knownAt: Day): number {
    const { coveredThrough, dueOn, status } = this.columns;
    const due = dueOn[row] as number;
    const unknown = due !== NO_DAY && due > (coveredThrough[slot] as number) && due <= date && due <= knownAt;
    return unknown ? UNKNOWN : (status[row] as number);
  }
  certaintyAt(row: number): Certainty {
    return this.columns.possible[row] === 1 ? 'POSSIBLE' : 'CERTAIN';
  }
  projectedAt(slot: number, date: Day, knownAt: Day): boolean {
    const covered = this.columns.coveredThrough[slot] as number;
    return date > (covered === NO_DAY ? knownAt : Math.min(knownAt, covered));
  }
}

/** Two rows that give one answer: rectangles are split where only a neighbour changes. */
export function sameRow(columns: ReadingColumns, a: number, b: number): boolean {
  return (
    columns.status[a] === columns.status[b] &&
    columns.statement[a] === columns.statement[b] &&
    columns.event[a] === columns.event[b] &&
    columns.possible[a] === columns.possible[b] &&
    columns.dueOn[a] === columns.dueOn[b]
  );
}
