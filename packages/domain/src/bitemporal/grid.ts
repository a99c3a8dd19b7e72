import type { Day } from '../calendar/civil-day.js';
import type { DayCodes, DayColumn } from './day-codes.js';
import { DayRuns } from './day-runs.js';
import { EVER } from './lens.js';
import { Line, orderByDay } from './line.js';
import { LineRoom } from './line-room.js';
import { type Numbers, numbersUpTo } from './numbers.js';
import { dateFromAt, type ReadingColumns } from './row-columns.js';
import { columnsOf, inOneGo, inRanges, PER_SLICE, type Slices } from './slices.js';
import { countRows, eachRow } from './slot-rows.js';

/**
 * So many rows begin between two grid dates for each slot: what is walked grows with the slots, and a grid with more rows a slot
 * has more dates. Half as many rows would halve the walk and have twice as many lines to keep.
 */
const ROWS_PER_SLOT = 6;
/** Checkpoints of the lines: for each twice as many changes as there are slots. */
const DENSITY = 0.5;

/** The arrays of a grid, as they lie in memory. */
export interface GridParts {
  readonly dates: readonly Day[];
  readonly lines: readonly Line[];
  /** Rows by the day on which they begin. */
  readonly days: DayRuns;
  readonly rows: Int32Array;
  readonly slots: Numbers;
  /** How `knownFrom` and `knownUntil` are written. */
  readonly codes: DayCodes;
  readonly knownFrom: DayColumn;
  readonly knownUntil: DayColumn;
}

/**
 * The whole state at any (date, knownAt): the line along knowledge of the nearest grid date up to the asked one, then every
 * row that begins between the two and was known. Cost: a copy and a walk of half a strip on average, three rows a slot.
 */
export class Grid {
  constructor(readonly parts: GridParts) {}

  /** @param dates how many grid dates; by default as many as its rows want */
  static of(columns: ReadingColumns, dates?: number): Grid {
    return inOneGo(Grid.inSlices(columns, dates));
  }

  static *inSlices(columns: ReadingColumns, wanted?: number): Slices<Grid> {
    const slotCount = columns.slotEnd.length;
    let most = 0;
    for (let slot = 0; slot < slotCount; slot++) most += countRows(columns, slot);
    yield;
    const room = new LineRoom();
    yield* room.forEntries(most);
    const { rows: found, slots: of, days: begins } = room;
    let count = 0;
    let seen = 0;
    for (let slot = 0; slot < slotCount; slot++) {
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
    yield* room.forOrder(count);
    const order = yield* orderByDay(begins.subarray(0, count), room.order);
    const sorted = room.sorted.subarray(0, count);
    const [rows] = yield* columnsOf(count, 1);
    const slots = numbersUpTo(slotCount, count);
    yield;
    const { days: codes } = columns;
    const knownFrom = codes.column(count);
    yield;
    const knownUntil = codes.column(count);
    yield* inRanges(count, (from, until) => {
      for (let i = from; i < until; i++) {
        const place = order[i] as number;
        const row = found[place] as number;
        rows[i] = row;
        slots[i] = of[place] as number;
        sorted[i] = begins[place] as number;
        knownFrom[i] = columns.knownFrom[row] as number;
        knownUntil[i] = columns.knownUntil[row] as number;
      }
    });
    const dates = wanted ?? Math.ceil(count / (ROWS_PER_SLOT * slotCount));
    const quantiles = Array.from(
      { length: Math.max(0, dates - 1) },
      (_, i) => sorted[Math.floor(((i + 1) * count) / dates)] ?? EVER,
    );
    const gridDates = [...new Set([EVER, ...quantiles])] as Day[];
    const days = yield* DayRuns.inSlices(sorted);
    // From here on the room is that of the lines.
    const lines: Line[] = [];
    for (const date of gridDates) {
      const along = { axis: 'KNOWN', date } as const;
      lines.push(yield* Line.inSlices(columns, along, { density: DENSITY, isOneWay: true, room }));
    }
    return new Grid({
      dates: gridDates,
      lines,
      days,
      rows,
      slots,
      codes,
      knownFrom,
      knownUntil,
    });
  }

  /** Bytes held. */
  get bytes(): number {
    const { lines, days, rows, slots, knownFrom, knownUntil } = this.parts;
    const columns = [rows, slots, knownFrom, knownUntil, ...lines, days];
    return columns.reduce((sum, column) => sum + ('bytes' in column ? column.bytes : column.byteLength), 0);
  }

  /** One row per slot, written into `out`. */
  at(date: Day, knownAt: Day, out: Int32Array): Int32Array {
    const { dates, lines, days, rows, slots, codes, knownFrom, knownUntil } = this.parts;
    const strip = Math.max(
      0,
      dates.findLastIndex((day) => day <= date),
    );
    (lines[strip] as Line).at(knownAt, out);
    const known = codes.codeOf(knownAt);
    const [start, end] = [days.countUpTo(dates[strip] as Day), days.countUpTo(date)];
    const passed = placesFor(end - start);
    const count = passing(passed, knownFrom, knownUntil, known, start, end);
    for (let i = 0; i < count; i++) {
      const place = passed[i] as number;
      out[slots[place] as number] = rows[place] as number;
    }
    return out;
  }
}

/** Which entries of `[start, end)` were known, put into `places`. Without a branch: no processor guesses which of them were. */
function passing(
  places: Int32Array,
  knownFrom: DayColumn,
  knownUntil: DayColumn,
  known: number,
  start: number,
  end: number,
): number {
  let count = 0;
  for (let i = start; i < end; i++) {
    places[count] = i;
    count += Number((knownFrom[i] as number) <= known) & Number(known < (knownUntil[i] as number));
  }
  return count;
}

/** Used by one answer after the other. */
let places = new Int32Array(0);
function placesFor(entries: number): Int32Array {
  if (places.length < entries) places = new Int32Array(2 * entries);
  return places;
}
