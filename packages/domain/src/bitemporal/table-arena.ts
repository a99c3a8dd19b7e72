import { MODALITIES } from '../events/envelope.js';
import type { SettledEvents } from '../project/settled-events.js';
import type { Answer } from './answer.js';
import { KeptSweeps } from './kept-sweeps.js';
import type { Reading } from './lens.js';
import { NO_DAY, type PatchedSlot, type ReadingColumns, type RowColumns } from './reading-table.js';
import type { Rectangle, Reheard } from './rectangle.js';
import { PER_SLICE, type Slices } from './slices.js';
import { SlotLocator } from './slot-locator.js';
import { countRows, keptRows, rowsInSlices, rowsOfPatch } from './slot-rows.js';
import { StatementCodes } from './statement-codes.js';
import { STATUSES } from './status.js';

/** From so many rows on, a slot gets a locator instead of being walked. */
const LOCATED_ROWS = 32;
/** So many rows are written, or copied as they lie, between two stops. */
const ROWS_PER_SLICE = 1024;
const COPIED_PER_SLICE = 65_536;
/** The share of rows for which a new arena has room to spare. */
const ROOM = 0.15;
/** Rows beside the range that a locator knows are walked; with more of them the slot is written anew in one range. */
const OTHERS_WALKED = 512;

/** What an arena is made of. */
interface ArenaParts {
  readonly columns: RowColumns;
  readonly used: number;
  readonly codes: StatementCodes;
  readonly locators: Iterable<readonly [start: number, locator: SlotLocator]>;
}

/**
 * Where the rows of all versions of a table lie. A row is written once and never changed: versions differ only in the
 * directory that says which rows are theirs, so none waits for another.
 */
export class TableArena {
  readonly codes: StatementCodes;
  readonly sweeps: KeptSweeps;
  /** By first row. */
  readonly #locators = new Map<number, SlotLocator>();
  #columns: RowColumns;
  #used = 0;

  /** @param of the arena whose codes this one goes on with. */
  constructor(
    capacity: number,
    private readonly reading: Reading,
    of?: Pick<TableArena, 'codes' | 'sweeps'>,
  ) {
    this.sweeps = of?.sweeps ?? new KeptSweeps(reading);
    this.codes = of?.codes ?? new StatementCodes();
    this.#columns = emptyColumns(capacity);
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
    let columns = this.#columns;
    let row = start;
    for (const { dateFrom, dateUntil, knownFrom, knownUntil, answer, dueOn } of rectangles) {
      if ((row - start) % ROWS_PER_SLICE === ROWS_PER_SLICE - 1) {
        yield;
        // They may have grown in between.
        columns = this.#columns;
      }
      columns.dateFrom[row] = dateFrom;
      columns.dateUntil[row] = dateUntil;
      columns.knownFrom[row] = knownFrom;
      columns.knownUntil[row] = knownUntil;
      columns.dueOn[row] = dueOn ?? NO_DAY;
      columns.status[row] = STATUSES.indexOf(answer.status);
      columns.modality[row] = MODALITIES.indexOf(answer.modality);
      columns.possible[row] = answer.certainty === 'POSSIBLE' ? 1 : 0;
      this.#writeDeciding(row, answer, events);
      columns.hasValue[row] = answer.value === null ? 0 : 1;
      row++;
    }
    if (whole) yield* this.#locate(start, row);
    return [start, row];
  }

  #writeDeciding(row: number, { statement, event }: Answer, { log }: SettledEvents): void {
    const { statement: statements, event: events } = this.#columns;
    const said = statement === null ? -1 : log.rowAt(statement.position);
    statements[row] = statement === null ? -1 : this.codes.codeOf(said, statement.index);
    // A revocation decides through another event than its statement's.
    events[row] = event === null ? -1 : event === statement?.event ? said : log.rowOf(event);
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
    );
    closing.forEach(({ knownUntil }, i) => {
      this.#columns.knownUntil[closed + i] = knownUntil;
    });
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

  /** Copies rows to the end; returns where. */
  *#copy(rows: readonly number[], from: RowColumns): Slices<number> {
    const start = yield* this.#take(rows.length);
    for (let first = 0; first < rows.length; first += ROWS_PER_SLICE) {
      if (first > 0) yield;
      const last = Math.min(first + ROWS_PER_SLICE, rows.length);
      for (const name of ROW_COLUMNS) {
        const [column, source] = [this.#columns[name], from[name]];
        for (let i = first; i < last; i++) column[start + i] = source[rows[i] as number] as number;
      }
    }
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
    return start;
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
    const arena = new TableArena(roomFor(rows), this.reading, this);
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
    if (this.capacity !== capacity) yield* this.#resize(capacity, true);
  }

  get capacity(): number {
    return this.#columns.dateFrom.length;
  }

  /** What was written stays as it is, so it can be copied while others write behind it. */
  *#resize(capacity: number, mayShrink = false): Slices<void> {
    const fresh = emptyColumns(capacity);
    const copy = (first: number, last: number): void => {
      for (const name of ROW_COLUMNS) fresh[name].set(this.#columns[name].subarray(first, last), first);
    };
    const settled = this.#used;
    if (settled > capacity) return;
    for (let first = 0; first < settled; first += COPIED_PER_SLICE) {
      copy(first, Math.min(first + COPIED_PER_SLICE, settled));
      yield;
    }
    if ((!mayShrink && this.capacity >= capacity) || this.#used > capacity) return;
    copy(settled, this.#used);
    this.#columns = fresh;
  }
}

/** For so many rows a new arena takes so much room. */
export const roomFor = (rows: number): number => Math.ceil(rows * (1 + ROOM));
/** The columns of a row, in the order in which they are stored. */
export const ROW_COLUMNS = Object.keys(emptyColumns(0)) as readonly (keyof RowColumns)[];

function emptyColumns(capacity: number): RowColumns {
  const days = (): Int32Array => new Int32Array(capacity);
  const codes = (): Uint8Array => new Uint8Array(capacity);
  return {
    dateFrom: days(),
    dateUntil: days(),
    knownFrom: days(),
    knownUntil: days(),
    dueOn: days(),
    status: codes(),
    modality: codes(),
    possible: codes(),
    statement: days(),
    event: days(),
    hasValue: codes(),
  };
}
