import type { Day } from '../calendar/civil-day.js';
import type { DayCodes, DayColumn } from './day-codes.js';
import { DayRuns } from './day-runs.js';
import { EVER } from './lens.js';
import { Line, orderByDay } from './line.js';
import { type Numbers, numbersUpTo } from './numbers.js';
import type { ReadingTable } from './reading-table.js';
import { dateFromAt, type ReadingColumns } from './row-columns.js';
import { columnsOf, inOneGo, inRanges, PER_SLICE, type Slices } from './slices.js';
import { LOCATED_ROWS } from './slot-locator.js';
import { countRows, eachRow } from './slot-rows.js';

/**
 * So many rows begin between two grid dates for each slot: what is walked grows with the slots, and a grid with more rows has more
 * dates. Halving them halves the walk and doubles the memory of the lines.
 */
const ROWS_PER_SLOT = 2;
const MOST_DATES = 16;
/** Looking a slot up takes as long as walking its part of a strip where it has some hundred rows. */
const MOST_ROWS = 2 * LOCATED_ROWS;
/** Checkpoints of the lines: for each twice as many changes as there are slots. */
const DENSITY = 0.5;

/** The arrays of a grid, as they lie in memory. */
export interface GridParts {
  readonly dates: readonly Day[];
  readonly lines: readonly Line[];
  /** Slots with more rows than are worth walking: they are looked up in their table. */
  readonly lookedUp: Int32Array;
  /** Rows of the others by the day on which they begin. */
  readonly days: DayRuns;
  readonly rows: Int32Array;
  readonly slots: Numbers;
  /** How `knownFrom` and `knownUntil` are written. */
  readonly codes: DayCodes;
  readonly knownFrom: DayColumn;
  readonly knownUntil: DayColumn;
}

interface GridChoices {
  readonly dates?: number;
  /** Slots with more rows are looked up. */
  readonly mostRows?: number;
}

/**
 * The whole state at any (date, knownAt): the line along knowledge of the nearest grid date up to the asked one, then every
 * row that begins between the two and was known. Slots with many rows stay out of both and are looked up by their locators:
 * they are few and have half of the rows. Cost: a copy, a walk of half a strip on average, and the look-ups.
 */
export class Grid {
  constructor(readonly parts: GridParts) {}

  static of(columns: ReadingColumns, choices?: GridChoices): Grid {
    return inOneGo(Grid.inSlices(columns, choices));
  }

  static *inSlices(
    columns: ReadingColumns,
    { dates: wanted, mostRows = MOST_ROWS }: GridChoices = {},
  ): Slices<Grid> {
    const slotCount = columns.slotEnd.length;
    const isLookedUp = new Uint8Array(slotCount);
    let most = 0;
    for (let slot = 0; slot < slotCount; slot++) {
      const count = countRows(columns, slot);
      if (count > mostRows) isLookedUp[slot] = 1;
      else most += count;
    }
    yield;
    const [found, of, begins] = yield* columnsOf(most, 3);
    let count = 0;
    let seen = 0;
    for (let slot = 0; slot < slotCount; slot++) {
      if (isLookedUp[slot] === 1) continue;
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
    const [days, rows] = yield* columnsOf(count, 2);
    const slots = numbersUpTo(slotCount, count);
    const { days: codes } = columns;
    const [knownFrom, knownUntil] = [codes.column(count), codes.column(count)];
    yield* inRanges(count, (from, until) => {
      for (let i = from; i < until; i++) {
        const place = order[i] as number;
        const row = found[place] as number;
        rows[i] = row;
        slots[i] = of[place] as number;
        days[i] = begins[place] as number;
        knownFrom[i] = columns.knownFrom[row] as number;
        knownUntil[i] = columns.knownUntil[row] as number;
      }
    });
    const dates = wanted ?? Math.min(MOST_DATES, Math.ceil(count / (ROWS_PER_SLOT * slotCount)));
    const quantiles = Array.from(
      { length: Math.max(0, dates - 1) },
      (_, i) => days[Math.floor(((i + 1) * count) / dates)] ?? EVER,
    );
    const gridDates = [...new Set([EVER, ...quantiles])] as Day[];
    const lines: Line[] = [];
    for (const date of gridDates) {
      const along = { axis: 'KNOWN', date } as const;
      lines.push(
        yield* Line.inSlices(columns, along, {
          density: DENSITY,
          isOneWay: true,
          without: isLookedUp,
        }),
      );
    }
    return new Grid({
      dates: gridDates,
      lines,
      lookedUp: Int32Array.from(isLookedUp.keys()).filter((slot) => isLookedUp[slot] === 1),
      days: yield* DayRuns.inSlices(days),
      rows,
      slots,
      codes,
      knownFrom,
      knownUntil,
    });
  }

  /** Bytes held. */
  get bytes(): number {
    const { lines, days, rows, slots, knownFrom, knownUntil, lookedUp } = this.parts;
    const columns = [rows, slots, knownFrom, knownUntil, lookedUp, ...lines, days];
    return columns.reduce((sum, column) => sum + ('bytes' in column ? column.bytes : column.byteLength), 0);
  }

  /** One row per slot, written into `out`. @param table of the columns it was made from, or of a later version of them */
  at(table: ReadingTable, date: Day, knownAt: Day, out: Int32Array): Int32Array {
    const { dates, lines, lookedUp, days, rows, slots, codes, knownFrom, knownUntil } = this.parts;
    const strip = Math.max(
      0,
      dates.findLastIndex((day) => day <= date),
    );
    (lines[strip] as Line).at(knownAt, out);
    const known = codes.codeOf(knownAt);
    const end = days.countUpTo(date);
    for (let i = days.countUpTo(dates[strip] as Day); i < end; i++)
      if ((knownFrom[i] as number) <= known && known < (knownUntil[i] as number))
        out[slots[i] as number] = rows[i] as number;
    for (let i = 0; i < lookedUp.length; i++) {
      const slot = lookedUp[i] as number;
      out[slot] = table.row(slot, date, knownAt);
    }
    return out;
  }
}
