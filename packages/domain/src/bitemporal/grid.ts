import type { Day } from '../calendar/civil-day.js';
import { DayRuns } from './day-runs.js';
import { EVER } from './lens.js';
import { Line, orderByDay } from './line.js';
import { dateFromAt, knownFromAt, knownUntilAt, type ReadingColumns } from './row-columns.js';
import { columnsOf, inOneGo, inRanges, PER_SLICE, type Slices } from './slices.js';
import { countRows, eachRow } from './slot-rows.js';

/** Dates with a line along knowledge. Doubling them halves the walk and doubles the memory. */
const DATES = 8;

/** The arrays of a grid, as they lie in memory. */
export interface GridParts {
  readonly dates: readonly Day[];
  readonly lines: readonly Line[];
  readonly days: DayRuns;
  readonly rows: Int32Array;
  readonly slots: Int32Array;
  readonly knownFrom: Int32Array;
  readonly knownUntil: Int32Array;
}

/**
 * The whole state at any (date, knownAt): the line along knowledge of the nearest grid date up to the asked one, then every
 * row that begins between the two and was known. Cost: a copy, and a walk of half a strip on average, a sixteenth of all rows.
 */
export class Grid {
  readonly #dates: readonly Day[];
  readonly #lines: readonly Line[];
  /** Rows by the day on which they begin. */
  readonly #days: DayRuns;
  readonly #rows: Int32Array;
  readonly #slots: Int32Array;
  readonly #knownFrom: Int32Array;
  readonly #knownUntil: Int32Array;

  constructor({ dates, lines, days, rows, slots, knownFrom, knownUntil }: GridParts) {
    this.#dates = dates;
    this.#lines = lines;
    this.#days = days;
    this.#rows = rows;
    this.#slots = slots;
    this.#knownFrom = knownFrom;
    this.#knownUntil = knownUntil;
  }

  static of(columns: ReadingColumns, dates?: number): Grid {
    return inOneGo(Grid.inSlices(columns, dates));
  }

  static *inSlices(columns: ReadingColumns, dates = DATES): Slices<Grid> {
    const { slotEnd } = columns;
    let most = 0;
    for (let slot = 0; slot < slotEnd.length; slot++) most += countRows(columns, slot);
    yield;
    const [found, of, begins] = yield* columnsOf(most, 3);
    let count = 0;
    let seen = 0;
    for (let slot = 0; slot < slotEnd.length; slot++) {
      seen += countRows(columns, slot);
      eachRow(columns, slot, (row) => {
        const from = dateFromAt(columns, row);
        if (from <= EVER) return;
        found[count] = row;
        of[count] = slot;
        begins[count++] = from;
      });
      if (seen <= PER_SLICE) continue;
      seen = 0;
      yield;
    }
    const order = yield* orderByDay(begins.subarray(0, count));
    const [days, rows, slots, knownFrom, knownUntil] = yield* columnsOf(count, 5);
    yield* inRanges(count, (from, until) => {
      for (let i = from; i < until; i++) {
        const place = order[i] as number;
        const row = found[place] as number;
        rows[i] = row;
        slots[i] = of[place] as number;
        days[i] = begins[place] as number;
        knownFrom[i] = knownFromAt(columns, row);
        knownUntil[i] = knownUntilAt(columns, row);
      }
    });
    const quantiles = Array.from(
      { length: dates - 1 },
      (_, i) => days[Math.floor(((i + 1) * count) / dates)] ?? EVER,
    );
    const gridDates = [...new Set([EVER, ...quantiles])] as Day[];
    const lines: Line[] = [];
    for (const date of gridDates) lines.push(yield* Line.inSlices(columns, { axis: 'KNOWN', date }, 1, true));
    return new Grid({
      dates: gridDates,
      lines,
      days: yield* DayRuns.inSlices(days),
      rows,
      slots,
      knownFrom,
      knownUntil,
    });
  }

  get parts(): GridParts {
    return {
      dates: this.#dates,
      lines: this.#lines,
      days: this.#days,
      rows: this.#rows,
      slots: this.#slots,
      knownFrom: this.#knownFrom,
      knownUntil: this.#knownUntil,
    };
  }

  /** Bytes held. */
  get bytes(): number {
    return this.#lines.reduce((sum, line) => sum + line.bytes, 16 * this.#rows.length + this.#days.bytes);
  }

  /** One row per slot, written into `out`. */
  at(date: Day, knownAt: Day, out: Int32Array): Int32Array {
    const strip = this.#dates.findLastIndex((day) => day <= date);
    (this.#lines[Math.max(0, strip)] as Line).at(knownAt, out);
    const rows = this.#rows;
    const slots = this.#slots;
    const [from, until] = [this.#knownFrom, this.#knownUntil];
    const end = this.#days.countUpTo(date);
    for (let i = this.#days.countUpTo(this.#dates[Math.max(0, strip)] as Day); i < end; i++)
      if ((from[i] as number) <= knownAt && knownAt < (until[i] as number))
        out[slots[i] as number] = rows[i] as number;
    return out;
  }
}
