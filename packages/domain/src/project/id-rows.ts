/** Room beyond what is known at first, and how much of the room may be taken: fuller tables are walked longer. */
const ROOM = 0.25;
const FILLED = 0.8;

/** The table as it lies in memory: by place the row + 1 and a part of the hash; how many places are taken. */
export interface IdColumns {
  readonly rows: Int32Array;
  readonly tags: Uint8Array;
  readonly count: number;
}

/**
 * Which row bears an id: a hash table of row numbers, without the ids, which the rows have. A row is only a candidate until
 * `isIts` has looked at it, so versions and rivals that grow from one log can share a table: rows of others are passed over.
 */
export class IdRows {
  /** Row + 1; 0: free. */
  readonly #rows: Int32Array;
  /** A part of the hash, so that few rows have to be looked at. */
  readonly #tags: Uint8Array;
  #count: number;

  private constructor(
    { rows, tags, count }: IdColumns,
    /** A full one, whose rows are in it alone. */
    private readonly older?: IdRows,
  ) {
    this.#rows = rows;
    this.#tags = tags;
    this.#count = count;
  }

  /** An empty table with room for so many ids, and for some more. @param older found in it as well */
  static for(expected: number, older?: IdRows): IdRows {
    const places = Math.ceil(((1 + ROOM) * expected) / FILLED) + 16;
    return new IdRows({ rows: new Int32Array(places), tags: new Uint8Array(places), count: 0 }, older);
  }

  /** A table with what `columns` of another one had. */
  static restored(columns: IdColumns): IdRows {
    return new IdRows(columns);
  }

  /** There is no table beside it. */
  get isWhole(): boolean {
    return this.older === undefined;
  }

  /** Of this table alone. */
  get columns(): IdColumns {
    return { rows: this.#rows, tags: this.#tags, count: this.#count };
  }

  /** Whether so many more rows can be added; else another table is to be made. */
  hasRoom(rows: number): boolean {
    return this.#count + rows <= FILLED * this.#rows.length;
  }

  add(id: string, row: number): void {
    const hash = hashOf(id);
    let place = this.#placeOf(hash);
    while (this.#rows[place] !== 0) place = this.#after(place);
    this.#rows[place] = row + 1;
    this.#tags[place] = hash;
    this.#count++;
  }

  /** Adds an id unless a row bears it already; returns that row, or -1. @param isIts whether a row bears the id */
  addNew(id: string, row: number, isIts: (row: number) => boolean): number {
    const hash = hashOf(id);
    const tag = hash & 0xff;
    let place = this.#placeOf(hash);
    for (; this.#rows[place] !== 0; place = this.#after(place)) {
      const other = (this.#rows[place] as number) - 1;
      if (this.#tags[place] === tag && isIts(other)) return other;
    }
    this.#rows[place] = row + 1;
    this.#tags[place] = tag;
    this.#count++;
    return -1;
  }

  /** The row of an id, or -1. @param isIts whether a row bears the id */
  find(id: string, isIts: (row: number) => boolean): number {
    const hash = hashOf(id);
    const tag = hash & 0xff;
    for (let place = this.#placeOf(hash); ; place = this.#after(place)) {
      const row = (this.#rows[place] as number) - 1;
      if (row < 0) return this.older?.find(id, isIts) ?? -1;
      if (this.#tags[place] === tag && isIts(row)) return row;
    }
  }

  #placeOf(hash: number): number {
    return Math.floor(((hash >>> 0) / 0x1_0000_0000) * this.#rows.length);
  }
  #after(place: number): number {
    return place + 1 === this.#rows.length ? 0 : place + 1;
  }
}

/** FNV-1a, stirred once more: ids that differ in their last letter alone should not lie side by side. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}
