import type { Day } from '../calendar/civil-day.js';
import { EVER } from './lens.js';
import { Line, orderByDay } from './line.js';
import type { ReadingColumns } from './reading-table.js';
import { eachRow } from './slot-rows.js';

/** Dates with a line along knowledge. Doubling them halves the walk and doubles the memory. */
const DATES = 8;

/**
 * The whole state at any (date, knownAt): the line along knowledge of the nearest grid date up to the asked one, then every
 * row that begins between the two and was known. Cost: a copy, and a walk of half a strip on average, a sixteenth of all rows.
 */
export class Grid {
  readonly #dates: readonly Day[];
  readonly #lines: readonly Line[];
  /** Rows by the day on which they begin. */
  readonly #days: Int32Array;
  readonly #rows: Int32Array;
  readonly #slots: Int32Array;
  readonly #knownFrom: Int32Array;
  readonly #knownUntil: Int32Array;

  constructor(columns: ReadingColumns, dates = DATES) {
    const { slotEnd, dateFrom } = columns;
    const rows: number[] = [];
    const slots: number[] = [];
    for (let slot = 0; slot < slotEnd.length; slot++) {
      eachRow(columns, slot, (row) => {
        if ((dateFrom[row] as number) <= EVER) return;
        rows.push(row);
        slots.push(slot);
      });
    }
    const order = orderByDay(rows.map((row) => dateFrom[row] as number));
    this.#rows = order.map((i) => rows[i] as number);
    this.#slots = order.map((i) => slots[i] as number);
    this.#days = this.#rows.map((row) => dateFrom[row] as number);
    this.#knownFrom = this.#rows.map((row) => columns.knownFrom[row] as number);
    this.#knownUntil = this.#rows.map((row) => columns.knownUntil[row] as number);
    const quantiles = Array.from(
      { length: dates - 1 },
      (_, i) => this.#days[Math.floor(((i + 1) * this.#days.length) / dates)] ?? EVER,
    );
    this.#dates = [...new Set([EVER, ...quantiles])] as Day[];
    this.#lines = this.#dates.map((date) => new Line(columns, { axis: 'KNOWN', date }, 1));
  }

  /** Bytes held. */
  get bytes(): number {
    return this.#lines.reduce((sum, line) => sum + line.bytes, 20 * this.#rows.length);
  }

  /** One row per slot, written into `out`. */
  at(date: Day, knownAt: Day, out: Int32Array): Int32Array {
    const strip = this.#dates.findLastIndex((day) => day <= date);
    (this.#lines[Math.max(0, strip)] as Line).at(knownAt, out);
    const rows = this.#rows;
    const slots = this.#slots;
    const [from, until] = [this.#knownFrom, this.#knownUntil];
    const end = this.#countUpTo(date);
    for (let i = this.#countUpTo(this.#dates[Math.max(0, strip)] as Day); i < end; i++)
      if ((from[i] as number) <= knownAt && knownAt < (until[i] as number))
        out[slots[i] as number] = rows[i] as number;
    return out;
  }

  #countUpTo(day: Day): number {
    let [low, high] = [0, this.#days.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#days[middle] as number) <= day) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
