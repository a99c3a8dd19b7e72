import { MODALITIES } from '../events/envelope.js';
import { STATUSES } from './answer.js';
import { NO_DAY, type RowColumns } from './reading-table.js';
import type { Rectangle } from './slot-history.js';
import { SlotLocator } from './slot-locator.js';
import type { Statement } from './statement.js';

/** From so many rows on, a slot gets a locator instead of being walked. */
const LOCATED_ROWS = 32;

/**
 * Where the rows of all versions of a table lie. A row is written once and never changed: versions differ only in the
 * directory that says which rows are theirs, so none waits for another.
 */
export class TableArena {
  readonly statements: Statement[];
  readonly events: string[];
  readonly #statementCodes: Map<Statement, number>;
  readonly #eventCodes: Map<string, number>;
  /** By first row. */
  readonly #locators = new Map<number, SlotLocator>();
  #columns: RowColumns;
  #used = 0;

  /** @param of the arena whose dictionaries this one goes on with. */
  constructor(capacity: number, of?: TableArena) {
    this.statements = of?.statements ?? [];
    this.events = of?.events ?? [];
    this.#statementCodes = of ? of.#statementCodes : new Map();
    this.#eventCodes = of ? of.#eventCodes : new Map();
    this.#columns = emptyColumns(capacity);
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

  /** Writes the rows of one slot; returns where they begin and end. */
  write(rectangles: readonly Rectangle[]): readonly [number, number] {
    const start = this.#used;
    this.#used += rectangles.length;
    if (this.#used > this.#columns.dateFrom.length) this.#grow();
    const columns = this.#columns;
    let row = start;
    for (const { dateFrom, dateUntil, knownFrom, knownUntil, answer, dueOn } of rectangles) {
      columns.dateFrom[row] = dateFrom;
      columns.dateUntil[row] = dateUntil;
      columns.knownFrom[row] = knownFrom;
      columns.knownUntil[row] = knownUntil;
      columns.dueOn[row] = dueOn ?? NO_DAY;
      columns.status[row] = STATUSES.indexOf(answer.status);
      columns.modality[row] = MODALITIES.indexOf(answer.modality);
      columns.possible[row] = answer.certainty === 'POSSIBLE' ? 1 : 0;
      columns.statement[row] =
        answer.statement === null ? -1 : codeOf(answer.statement, this.statements, this.#statementCodes);
      columns.event[row] = answer.event === null ? -1 : codeOf(answer.event, this.events, this.#eventCodes);
      columns.hasValue[row] = answer.value === null ? 0 : 1;
      row++;
    }
    if (rectangles.length > LOCATED_ROWS) this.#locators.set(start, new SlotLocator(columns, start, row));
    return [start, row];
  }

  /** Copies the rows of a directory into a new arena, without the holes that touched slots have left. */
  compacted(slotStart: Int32Array, slotEnd: Int32Array): TableArena {
    let rows = 0;
    for (let slot = 0; slot < slotEnd.length; slot++)
      rows += (slotEnd[slot] as number) - (slotStart[slot] as number);
    const arena = new TableArena(Math.ceil(rows * 1.25), this);
    const names = Object.keys(arena.columns) as (keyof RowColumns)[];
    for (let slot = 0; slot < slotEnd.length; slot++) {
      const [from, until] = [slotStart[slot] as number, slotEnd[slot] as number];
      const start = arena.#used;
      for (const name of names) arena.columns[name].set(this.#columns[name].subarray(from, until), start);
      arena.#used += until - from;
      slotStart[slot] = start;
      slotEnd[slot] = arena.#used;
      if (until - from > LOCATED_ROWS)
        arena.#locators.set(start, new SlotLocator(arena.columns, start, arena.#used));
    }
    return arena;
  }

  #grow(): void {
    const grown = emptyColumns(Math.ceil(this.#used * 1.5));
    for (const name of Object.keys(grown) as (keyof RowColumns)[]) grown[name].set(this.#columns[name]);
    this.#columns = grown;
  }
}

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

function codeOf<T>(value: T, values: T[], codes: Map<T, number>): number {
  const known = codes.get(value);
  if (known !== undefined) return known;
  codes.set(value, values.length);
  return values.push(value) - 1;
}
