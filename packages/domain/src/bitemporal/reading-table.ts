import type { Day } from '../calendar/civil-day.js';
import type { Modality } from '../events/envelope.js';
import { NO_DAY } from './day-codes.js';
import {
  certaintyAt,
  dueOnAt,
  modalityAt,
  type PatchedSlot,
  type ReadingColumns,
  STATUS_BITS,
  statusCodeAt,
} from './row-columns.js';
import { LOCATED_ROWS, type SlotLocator } from './slot-locator.js';
import { type Certainty, STATUSES, type Status } from './status.js';

/** The status of one row once coverage is looked at (semantics §5). */
export interface RowStatus {
  readonly status: Status;
  readonly modality: Modality;
  readonly certainty: Certainty;
  readonly projected: boolean;
}

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
    const { slotStart, slotEnd } = this.columns;
    const start = slotStart[slot] as number;
    const end = slotEnd[slot] as number;
    if (end - start > LOCATED_ROWS) {
      const found = this.locatorAt?.(start)?.row(this.columns, date, knownAt) ?? -1;
      if (found >= 0) return found;
    }
    const walked = this.#walk(start, end, date, knownAt);
    if (walked >= 0) return walked;
    const patch = start === end ? this.columns.patched?.get(slot) : undefined;
    const found = patch ? this.#patchedRow(patch, date, knownAt) : -1;
    if (found >= 0) return found;
    throw new RangeError(`slot ${slot} has no reading at (${date}, ${knownAt})`);
  }

  #covers(row: number, date: Day, knownAt: Day): boolean {
    return this.#walk(row, row + 1, date, knownAt) === row;
  }

  /** The row in a range that covers a point; -1 when none does. */
  #walk(start: number, end: number, date: Day, knownAt: Day): number {
    const { days, dateFrom, dateUntil, knownFrom, knownUntil } = this.columns;
    const [at, known] = [days.codeOf(date), days.codeOf(knownAt)];
    for (let row = start; row < end; row++) {
      if (
        (knownFrom[row] as number) <= known &&
        known < (knownUntil[row] as number) &&
        (dateFrom[row] as number) <= at &&
        at < (dateUntil[row] as number)
      )
        return row;
    }
    return -1;
  }

  /** What was rewritten comes first: where it says nothing the row of the earlier version still holds. */
  #patchedRow({ base: [start, end], others }: PatchedSlot, date: Day, knownAt: Day): number {
    for (let i = others.length - 1; i >= 0; i--) {
      const row = others[i] as number;
      if (this.#covers(row, date, knownAt)) return row;
    }
    const locator = this.locatorAt?.(start);
    return locator ? locator.row(this.columns, date, knownAt) : this.#walk(start, end, date, knownAt);
  }

  /** One row per slot for the whole record, written into `out` (length ≥ slotCount): no allocation, made for scrubbing. */
  state(date: Day, knownAt: Day, out: Int32Array): Int32Array {
    for (let slot = 0; slot < this.slotCount; slot++) out[slot] = this.row(slot, date, knownAt);
    return out;
  }

  /**
   * The same out of the rows of a place nearby (-1: not known): under the hand most slots answer as they did, so only the others
   * are looked for.
   */
  follow(date: Day, knownAt: Day, rows: Int32Array): Int32Array {
    const { days, dateFrom, dateUntil, knownFrom, knownUntil } = this.columns;
    const [at, known] = [days.codeOf(date), days.codeOf(knownAt)];
    for (let slot = 0; slot < rows.length; slot++) {
      const row = rows[slot] as number;
      if (
        row < 0 ||
        (dateFrom[row] as number) > at ||
        at >= (dateUntil[row] as number) ||
        (knownFrom[row] as number) > known ||
        known >= (knownUntil[row] as number)
      )
        rows[slot] = this.row(slot, date, knownAt);
    }
    return rows;
  }

  /**
   * Adds what depends on the asked day. `projected`: the day lies beyond what was known or covered. UNKNOWN: a change scheduled
   * for a day after the coverage of the topic, and not after `date` and `knownAt`, whose outcome nobody recorded.
   */
  statusOf(slot: number, row: number, date: Day, knownAt: Day): RowStatus {
    return {
      status: this.statusAt(slot, row, date, knownAt),
      modality: modalityAt(this.columns, row),
      certainty: certaintyAt(this.columns, row),
      projected: this.projectedAt(slot, date, knownAt),
    };
  }

  /** The same one by one, for lists that ask for one of them. */
  statusAt(slot: number, row: number, date: Day, knownAt: Day): Status {
    return STATUSES[this.statusCodeAt(slot, row, date, knownAt)] as Status;
  }
  /** As a place in `STATUSES`. */
  statusCodeAt(slot: number, row: number, date: Day, knownAt: Day): number {
    const due = dueOnAt(this.columns, row);
    const covered = this.columns.coveredThrough[slot] as number;
    const unknown = due !== NO_DAY && due > covered && due <= date && due <= knownAt;
    return unknown ? UNKNOWN : statusCodeAt(this.columns, row);
  }
  /** The same of the row of every slot, in one loop over the columns as they lie. */
  statusCodes(rows: Int32Array, date: Day, knownAt: Day, out: Uint8Array): Uint8Array {
    const { days, dueOn, traits, coveredThrough } = this.columns;
    const [latest, none] = [days.codeOf(Math.min(date, knownAt)), days.codeOf(NO_DAY)];
    for (let slot = 0; slot < out.length; slot++) {
      const row = rows[slot] as number;
      const due = dueOn[row] as number;
      const unknown = due !== none && due <= latest && days.dayOf(due) > (coveredThrough[slot] as number);
      out[slot] = unknown ? UNKNOWN : (traits[row] as number) & STATUS_BITS;
    }
    return out;
  }
  /** Before coverage is looked at. */
  plainStatusAt(row: number): Status {
    return STATUSES[statusCodeAt(this.columns, row)] as Status;
  }
  certaintyAt(row: number): Certainty {
    return certaintyAt(this.columns, row);
  }
  projectedAt(slot: number, date: Day, knownAt: Day): boolean {
    const covered = this.columns.coveredThrough[slot] as number;
    return date > (covered === NO_DAY ? knownAt : Math.min(knownAt, covered));
  }
}
