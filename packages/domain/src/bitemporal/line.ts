import type { Day } from '../calendar/civil-day.js';
import { DayRuns } from './day-runs.js';
import { EVER } from './lens.js';
import { LineRoom } from './line-room.js';
import { type Numbers, numbersUpTo } from './numbers.js';
import type { ReadingColumns } from './row-columns.js';
import { columnsOf, inOneGo, inRanges, PER_SLICE, type Slices } from './slices.js';
import { countRows, eachRow } from './slot-rows.js';

/** A line through the plane: the dates as known at one day, or as lived; or the days of knowledge for one date. */
export type Along =
  | { readonly axis: 'VALID'; readonly knownAt: Day }
  | { readonly axis: 'VALID'; readonly asLived: true }
  | { readonly axis: 'KNOWN'; readonly date: Day };

/** The rows that change in a stretch of a line, in order of day: views into the line's columns. */
export interface LineChanges {
  readonly slots: Numbers;
  /** The row from that day on, and the row before. */
  readonly rows: Int32Array;
  readonly before: Int32Array;
}

/** The arrays of a line, as they lie in memory. */
export interface LineParts {
  readonly days: DayRuns;
  readonly slots: Numbers;
  readonly rows: Int32Array;
  readonly before: Int32Array;
  readonly checkpoints: readonly Int32Array[];
  readonly spacing: number;
}

/** How a line is made. */
interface LineChoices {
  /** Checkpoints for each as many changes as there are slots: four quarter the walk and the memory grows as much. */
  readonly density?: number;
  /** Only `at` will be asked: walked forwards alone, it need not know what was before. */
  readonly isOneWay?: boolean;
  /** Where several lines are made one after the other. */
  readonly room?: LineRoom;
}

/**
 * The whole state along a line: every change of row in order of day, the row it replaces, and a checkpoint of the whole
 * state each time a quarter as many changes have passed as there are slots. A state costs a copy and at most half of
 * that many changes, a day's step its changes alone.
 */
export class Line {
  readonly #days: DayRuns;
  readonly #slots: Numbers;
  readonly #rows: Int32Array;
  readonly #before: Int32Array;
  /** State after `i * #spacing` changes. */
  readonly #checkpoints: readonly Int32Array[];
  readonly #spacing: number;

  constructor(
    readonly along: Along,
    { days, slots, rows, before, checkpoints, spacing }: LineParts,
  ) {
    this.#days = days;
    this.#slots = slots;
    this.#rows = rows;
    this.#before = before;
    this.#checkpoints = checkpoints;
    this.#spacing = spacing;
  }

  static of(columns: ReadingColumns, along: Along, choices?: LineChoices): Line {
    return inOneGo(Line.inSlices(columns, along, choices));
  }

  static *inSlices(
    columns: ReadingColumns,
    along: Along,
    { density = 4, isOneWay = false, room = new LineRoom() }: LineChoices = {},
  ): Slices<Line> {
    const slotCount = columns.slotEnd.length;
    const state = new Int32Array(slotCount);
    const count = yield* entriesOf(columns, along, state, room);
    yield* room.forOrder(count);
    const order = yield* orderByDay(room.days.subarray(0, count), room.order);
    const days = room.sorted.subarray(0, count);
    const [rows] = yield* columnsOf(count, 1);
    const slots = numbersUpTo(slotCount, order.length);
    const [before] = yield* columnsOf(isOneWay ? 0 : order.length, 1);
    const checkpoints: Int32Array[] = [];
    const spacing = Math.max(16, Math.ceil(slotCount / density));
    yield* inRanges(order.length, (from, until) => {
      for (let i = from; i < until; i++) {
        if (i % spacing === 0) checkpoints.push(state.slice());
        const entry = order[i] as number;
        const slot = room.slots[entry] as number;
        const row = room.rows[entry] as number;
        days[i] = room.days[entry] as number;
        slots[i] = slot;
        rows[i] = row;
        if (!isOneWay) before[i] = state[slot] as number;
        state[slot] = row;
      }
    });
    if (order.length % spacing === 0) checkpoints.push(state);
    return new Line(along, {
      days: yield* DayRuns.inSlices(days),
      slots,
      rows,
      before,
      checkpoints,
      spacing,
    });
  }

  get parts(): LineParts {
    return {
      days: this.#days,
      slots: this.#slots,
      rows: this.#rows,
      before: this.#before,
      checkpoints: this.#checkpoints,
      spacing: this.#spacing,
    };
  }

  get slotCount(): number {
    return (this.#checkpoints[0] as Int32Array).length;
  }

  /** Bytes held. */
  get bytes(): number {
    const columns = this.#slots.byteLength + this.#rows.byteLength + this.#before.byteLength;
    return columns + 4 * this.#checkpoints.length * this.slotCount + this.#days.bytes;
  }

  /** One row per slot on `day`, written into `out` (length ≥ slotCount). */
  at(day: Day, out: Int32Array): Int32Array {
    const position = this.#days.countUpTo(day);
    const passed = position / this.#spacing;
    const isOneWay = this.#before.length < this.#rows.length;
    const nearest = Math.min(
      isOneWay ? Math.floor(passed) : Math.round(passed),
      this.#checkpoints.length - 1,
    );
    const state = this.#checkpoints[nearest] as Int32Array;
    // A version of fewer slots has no place for the newest, and what is written there is lost.
    out.set(state.length > out.length ? state.subarray(0, out.length) : state);
    this.#walk(out, nearest * this.#spacing, position);
    return out;
  }

  /** Moves a state of this line from one day to another, either way; returns how many rows were written. */
  move(out: Int32Array, from: Day, to: Day): number {
    const [start, end] = [this.#days.countUpTo(from), this.#days.countUpTo(to)];
    this.#walk(out, start, end);
    return Math.abs(end - start);
  }

  /** What changes on the days of `[from, until)`. */
  changes(from: Day, until: Day): LineChanges {
    const [start, end] = [this.#days.countUpTo((from - 1) as Day), this.#days.countUpTo((until - 1) as Day)];
    return {
      slots: this.#slots.subarray(start, end),
      rows: this.#rows.subarray(start, end),
      before: this.#before.subarray(start, end),
    };
  }

  #walk(out: Int32Array, start: number, end: number): void {
    const slots = this.#slots;
    const [rows, before] = [this.#rows, this.#before];
    for (let i = start; i < end; i++) out[slots[i] as number] = rows[i] as number;
    for (let i = start - 1; i >= end; i--) out[slots[i] as number] = before[i] as number;
  }
}

/** Where the line passes each row, written into `room`; what holds before the first day of all goes into `state`. Returns how many. */
function* entriesOf(
  columns: ReadingColumns,
  along: Along,
  state: Int32Array,
  room: LineRoom,
): Slices<number> {
  const { days: codes, slotEnd, dateFrom, dateUntil, knownFrom, knownUntil } = columns;
  const fixed = codes.codeOf('date' in along ? along.date : 'knownAt' in along ? along.knownAt : EVER);
  const ever = codes.codeOf(EVER);
  yield* room.forEntries(2 * slotEnd.length);
  let { days, slots, rows } = room;
  let count = 0;
  let seen = 0;
  for (let slot = 0; slot < slotEnd.length; slot++) {
    const own = countRows(columns, slot);
    seen += own;
    // A line passes a small part of all rows.
    if (count + own > days.length) {
      yield* room.forEntries(2 * days.length + own);
      ({ days, slots, rows } = room);
    }
    eachRow(columns, slot, (row) => {
      let from: number;
      if (along.axis === 'KNOWN') {
        if ((dateFrom[row] as number) > fixed || fixed >= (dateUntil[row] as number)) return;
        from = knownFrom[row] as number;
      } else if ('knownAt' in along) {
        if ((knownFrom[row] as number) > fixed || fixed >= (knownUntil[row] as number)) return;
        from = dateFrom[row] as number;
      } else {
        from = Math.max(dateFrom[row] as number, knownFrom[row] as number);
        if (from >= Math.min(dateUntil[row] as number, knownUntil[row] as number)) return;
      }
      if (from <= ever) state[slot] = row;
      else {
        days[count] = codes.dayOf(from);
        slots[count] = slot;
        rows[count++] = row;
      }
    });
    if (seen > PER_SLICE) {
      seen = 0;
      yield;
    }
  }
  return count;
}

/** The places of a list in order of its days, written into `room`: counted where the days lie close together, which they do. */
export function* orderByDay(days: Int32Array, room: Int32Array): Slices<Int32Array> {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  yield* inRanges(days.length, (from, until) => {
    for (let i = from; i < until; i++) {
      const day = days[i] as number;
      if (day < first) first = day;
      if (day > last) last = day;
    }
  });
  const order = room.subarray(0, days.length);
  if (days.length === 0) return order;
  yield;
  const counts = new Int32Array(last - first + 2);
  yield* inRanges(days.length, (from, until) => {
    for (let i = from; i < until; i++) {
      const place = (days[i] as number) - first + 1;
      counts[place] = (counts[place] as number) + 1;
    }
  });
  for (let i = 1; i < counts.length; i++) counts[i] = (counts[i] as number) + (counts[i - 1] as number);
  yield* inRanges(days.length, (from, until) => {
    for (let i = from; i < until; i++) {
      const place = (days[i] as number) - first;
      const at = counts[place] as number;
      order[at] = i;
      counts[place] = at + 1;
    }
  });
  return order;
}
