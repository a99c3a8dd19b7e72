import type { Day } from '../calendar/civil-day.js';
import { MODALITIES } from '../events/envelope.js';
import type { SettledEvents } from '../project/settled-events.js';
import { DayCodes, type DayColumn, NO_DAY } from './day-codes.js';
import { DecidingCodes } from './deciding-codes.js';
import { KeptSweeps } from './kept-sweeps.js';
import type { Reading } from './lens.js';
import type { Rectangle, Reheard } from './rectangle.js';
import { type PatchedSlot, type ReadingColumns, type RowColumns, traitsOf } from './row-columns.js';
import { inOneGo, PER_SLICE, type Slices } from './slices.js';
import { LOCATED_ROWS, SlotLocator } from './slot-locator.js';
import { countRows, keptRows, rowsInSlices, rowsOfPatch } from './slot-rows.js';
import { STATUSES } from './status.js';

/** So many rows are written, or copied as they lie, between two stops. */
const ROWS_PER_SLICE = 1024;
const COPIED_PER_SLICE = 65_536;
/** The share of rows for which a new arena has room to spare. */
const ROOM = 0.04;
/** Rows beside the range that a locator knows are walked; with more of them the slot is written anew in one range. */
const OTHERS_WALKED = 512;

/** What an arena is made of. */
interface ArenaParts {
  readonly columns: RowColumns;
  readonly used: number;
  readonly codes: DecidingCodes;
  readonly locators: Iterable<readonly [start: number, locator: SlotLocator]>;
}

/**
 * Where the rows of all versions of a table lie. A row is written once and never changed: versions differ only in the
 * directory that says which rows are theirs, so none waits for another.
 */
export class TableArena {
  readonly codes: DecidingCodes;
  readonly sweeps: KeptSweeps;
  /** By first row. */
  readonly #locators = new Map<number, SlotLocator>();
  /** Where rows have been reserved that are not all written yet. */
  readonly #unsettled = new Set<number>();
  #columns: RowColumns;
  #used = 0;

  /** @param of the arena whose codes this one goes on with. */
  constructor(
    capacity: number,
    private readonly reading: Reading,
    of?: Pick<TableArena, 'codes' | 'sweeps'>,
  ) {
    this.sweeps = of?.sweeps ?? new KeptSweeps(reading);
    this.codes = of?.codes ?? new DecidingCodes();
    this.#columns = inOneGo(emptyColumns(capacity, DayCodes.NEAR));
  }

  /** @param locators by first row; each is that of rows in `columns`, of which so many are `used` */
  static restored(reading: Reading, { columns, used, codes, locators }: ArenaParts): TableArena {
    const arena = new TableArena(0, reading, { codes, sweeps: new KeptSweeps(reading) });
    arena.#columns = columns;
    arena.#used = used;
    for (const [start, locator] of locators) arena.#locators.set(start, locator);
    return arena;
  }

  /** Longer than what is used. After a write that made them grow, older versions keep the arrays they had. */
  get columns(): RowColumns {
    return this.#columns;
  }
  get used(): number {
    return this.#used;
  }
  locator(start: number): SlotLocator | undefined {
    return this.#locators.get(start);
  }

  /** Writes rows; returns where they begin and end. `whole`: they are those of one slot, and cover the plane. */
  *write(
    rectangles: readonly Rectangle[],
    events: SettledEvents,
    whole = true,
  ): Slices<readonly [start: number, end: number]> {
    const start = yield* this.#take(rectangles.length);
    for (let first = 0; first < rectangles.length; first += ROWS_PER_SLICE) {
      if (first > 0) yield;
      const last = Math.min(first + ROWS_PER_SLICE, rectangles.length);
      for (let i = first; i < last; i++)
        if (!this.#holdsRow(rectangles[i] as Rectangle)) yield* this.#widen();
      for (let i = first; i < last; i++) this.#writeRow(start + i, rectangles[i] as Rectangle, events);
    }
    const end = start + rectangles.length;
    this.#unsettled.delete(start);
    if (whole) yield* this.#locate(start, end);
    return [start, end];
  }

  #writeRow(row: number, rectangle: Rectangle, { log }: SettledEvents): void {
    const columns = this.#columns;
    const { days } = columns;
    const { dateFrom, dateUntil, knownFrom, knownUntil, answer, dueOn } = rectangle;
    columns.dateFrom[row] = days.codeOf(dateFrom);
    columns.dateUntil[row] = days.codeOf(dateUntil);
    columns.knownFrom[row] = days.codeOf(knownFrom);
    columns.knownUntil[row] = days.codeOf(knownUntil);
    columns.dueOn[row] = days.codeOf(dueOn ?? NO_DAY);
    const { statement, event } = answer;
    const said = statement === null ? -1 : log.rowAt(statement.position);
    columns.deciding[row] = this.codes.codeOf({
      said,
      index: statement?.index ?? -1,
      // A revocation decides through another event than its statement's.
      event: event === null ? -1 : event === statement?.event ? said : log.rowOf(event),
    });
    columns.traits[row] = traitsOf({
      status: STATUSES.indexOf(answer.status),
      modality: MODALITIES.indexOf(answer.modality),
      isPossible: answer.certainty === 'POSSIBLE',
      hasValue: answer.value !== null,
    });
  }

  /** Writes what differs in a slot from its rows in `before`: patched, or in one range where that has become too scattered. */
  *patch(
    before: ReadingColumns,
    slot: number,
    reheard: Reheard,
    events: SettledEvents,
  ): Slices<{ readonly start: number; readonly end: number; readonly patch: PatchedSlot | undefined }> {
    const { kept, closing, dropped } = keptRows(before, slot, reheard);
    const [first, end] = [before.slotStart[slot] as number, before.slotEnd[slot] as number];
    const was = before.patched?.get(slot);
    if (closing.length + dropped + reheard.rectangles.length === 0) return { start: first, end, patch: was };
    const [fresh, freshEnd] = yield* this.write(reheard.rectangles, events, false);
    kept.add(fresh, freshEnd);
    const closed = yield* this.#copy(
      closing.map(({ row }) => row),
      this.#columns,
      closing.map(({ knownUntil }) => knownUntil),
    );
    kept.add(closed, closed + closing.length);
    const patch = kept.patch(was?.base ?? [first, end]);
    const here = closed + closing.length;
    if (patch.others.length <= OTHERS_WALKED) return { start: here, end: here, patch };
    yield;
    const [start, until] = yield* this.#place(yield* rowsOfPatch(this.#columns, patch), this.#columns);
    return { start, end: until, patch: undefined };
  }

  /** Copies the rows of a slot to the end, in the order given. */
  *#place(rows: readonly number[], from: RowColumns): Slices<readonly [number, number]> {
    const start = yield* this.#copy(rows, from);
    yield* this.#locate(start, start + rows.length);
    return [start, start + rows.length];
  }

  /** Copies rows to the end; returns where. `closes`: the day on which each is no longer known, where that is another one now. */
  *#copy(rows: readonly number[], from: RowColumns, closes?: readonly Day[]): Slices<number> {
    if (!from.days.isNear || (closes && !this.#holds(closes))) yield* this.#widen();
    const start = yield* this.#take(rows.length);
    for (let first = 0; first < rows.length; first += ROWS_PER_SLICE) {
      if (first > 0) yield;
      const here = this.#columns;
      const last = Math.min(first + ROWS_PER_SLICE, rows.length);
      for (const name of ROW_COLUMNS) {
        const [column, source] = [here[name], from[name]];
        for (let i = first; i < last; i++) column[start + i] = source[rows[i] as number] as number;
      }
      if (here.days !== from.days)
        for (const name of DAY_COLUMNS) recode(here, name, from, start + first, start + last);
      if (!closes) continue;
      for (let i = first; i < last; i++) here.knownUntil[start + i] = here.days.codeOf(closes[i] as Day);
    }
    this.#unsettled.delete(start);
    return start;
  }

  *#locate(start: number, end: number): Slices<void> {
    if (end - start > LOCATED_ROWS)
      this.#locators.set(start, yield* SlotLocator.inSlices(this.#columns, start, end));
  }

  /** Room for so many rows that nobody else writes to; returns where it begins. */
  *#take(rows: number): Slices<number> {
    while (this.#used + rows > this.capacity) yield* this.#resize(Math.ceil(1.5 * (this.#used + rows)));
    const start = this.#used;
    this.#used += rows;
    this.#unsettled.add(start);
    return start;
  }

  #holdsRow({ dateFrom, dateUntil, knownFrom, knownUntil, dueOn }: Rectangle): boolean {
    const { days } = this.#columns;
    return (
      days.holds(dateFrom) &&
      days.holds(dateUntil) &&
      days.holds(knownFrom) &&
      days.holds(knownUntil) &&
      days.holds(dueOn ?? NO_DAY)
    );
  }
  #holds(days: readonly number[]): boolean {
    return days.every((day) => this.#columns.days.holds(day));
  }
  /** From now on rows may have any day. */
  *#widen(): Slices<void> {
    while (this.#columns.days.isNear) yield* this.#resize(this.capacity, { days: DayCodes.ALL });
  }

  /** Copies the rows of a table into a new arena, without the holes that touched slots have left, and says where. */
  *compacted(columns: ReadingColumns): Slices<{
    readonly arena: TableArena;
    readonly slotStart: Int32Array;
    readonly slotEnd: Int32Array;
  }> {
    const slotCount = columns.slotEnd.length;
    let rows = 0;
    for (let slot = 0; slot < slotCount; slot++) rows += countRows(columns, slot);
    const arena = new TableArena(0, this.reading, this);
    yield* arena.#resize(roomFor(rows));
    const [slotStart, slotEnd] = [new Int32Array(slotCount), new Int32Array(slotCount)];
    for (let slot = 0, seen = 0; slot < slotCount; slot++) {
      const [start, end] = yield* arena.take(columns, slot);
      slotStart[slot] = start;
      slotEnd[slot] = end;
      seen += end - start;
      if (seen <= PER_SLICE / 8) continue;
      seen = 0;
      yield;
    }
    return { arena, slotStart, slotEnd };
  }

  /** Copies the rows of one slot of a table on another arena into one range; returns it. */
  *take(columns: ReadingColumns, slot: number): Slices<readonly [number, number]> {
    return yield* this.#place(yield* rowsInSlices(columns, slot), columns);
  }

  /** Room for so many more rows that appends need not copy everything to get some, and not for many more. */
  *makeRoom(): Slices<void> {
    const capacity = roomFor(this.#used);
    if (this.capacity !== capacity) yield* this.#resize(capacity, { mayShrink: true });
  }

  get capacity(): number {
    return this.#columns.dateFrom.length;
  }

  /** What was written stays as it is, so it can be copied while others write behind it. */
  *#resize(capacity: number, { mayShrink = false, days = this.#columns.days } = {}): Slices<void> {
    const fresh = yield* emptyColumns(capacity, days);
    // Where somebody still writes it is copied last.
    const settled = Math.min(this.#used, ...this.#unsettled);
    if (this.#used > capacity) return;
    for (let first = 0; first < settled; first += COPIED_PER_SLICE) {
      copyRows(fresh, this.#columns, first, Math.min(first + COPIED_PER_SLICE, settled));
      yield;
    }
    const isMoot = days === this.#columns.days && !mayShrink && this.capacity >= capacity;
    if (isMoot || (days.isNear && !this.#columns.days.isNear) || this.#used > capacity) return;
    copyRows(fresh, this.#columns, settled, this.#used);
    this.#columns = fresh;
  }
}

/** For so many rows a new arena takes so much room. */
export const roomFor = (rows: number): number => Math.ceil(rows * (1 + ROOM));
/** The columns of a row, in the order in which they are stored; the first five are of days. */
export const DAY_COLUMNS = ['dateFrom', 'dateUntil', 'knownFrom', 'knownUntil', 'dueOn'] as const;
export const ROW_COLUMNS = [...DAY_COLUMNS, 'deciding', 'traits'] as const;

/** With a stop after each column: clearing some megabytes takes milliseconds. */
function* emptyColumns(capacity: number, days: DayCodes): Slices<RowColumns> {
  const dayColumns = {} as Record<(typeof DAY_COLUMNS)[number], DayColumn>;
  for (const name of DAY_COLUMNS) {
    dayColumns[name] = days.column(capacity);
    yield;
  }
  const deciding = new Int32Array(capacity);
  yield;
  return { days, ...dayColumns, deciding, traits: new Uint16Array(capacity) };
}

/** Copies rows to the same places. */
function copyRows(to: RowColumns, from: RowColumns, first: number, last: number): void {
  for (const name of ROW_COLUMNS) to[name].set(from[name].subarray(first, last), first);
  if (to.days !== from.days) for (const name of DAY_COLUMNS) recode(to, name, from, first, last);
}

/** Days that were copied as they were written elsewhere. */
function recode(
  to: RowColumns,
  name: (typeof DAY_COLUMNS)[number],
  from: RowColumns,
  first: number,
  last: number,
): void {
  const column = to[name];
  const dayOf = (code: number): number =>
    name === 'dueOn' ? from.days.dayOrNone(code) : from.days.dayOf(code);
  for (let row = first; row < last; row++) column[row] = to.days.codeOf(dayOf(column[row] as number));
}
