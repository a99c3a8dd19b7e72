import type { Day } from '../calendar/civil-day.js';
import { OPEN } from './lens.js';

interface Bounds {
  readonly dateFrom: Int32Array;
  readonly dateUntil: Int32Array;
  readonly knownFrom: Int32Array;
  readonly knownUntil: Int32Array;
}

/**
 * Finds the row of a (date, knownAt) among many rows of one slot: a segment tree over the slot's date edges. The rows of a
 * node cover all its dates, so they follow one another on the axis of knowledge and are searched by halving.
 * Cost: the square of the logarithm of the rows. Size: some four numbers a row.
 */
export class SlotLocator {
  readonly #edges: Int32Array;
  readonly #leaves: number;
  readonly #starts: Int32Array;
  readonly #rows: Int32Array;
  readonly #knownFrom: Int32Array;

  /** The rows of `[start, end)` cover the plane and lie in order of `knownFrom`. */
  constructor(bounds: Bounds, start: number, end: number) {
    this.#edges = Int32Array.from(new Set(bounds.dateFrom.subarray(start, end))).sort();
    this.#leaves = this.#edges.length;
    const leafOf = new Map<number, number>([[OPEN, this.#leaves]]);
    this.#edges.forEach((day, i) => {
      leafOf.set(day, i);
    });
    this.#starts = new Int32Array(2 * this.#leaves + 1);
    const eachNode = (row: number, visit: (node: number) => void): void => {
      let low = (leafOf.get(bounds.dateFrom[row] as number) as number) + this.#leaves;
      let high = (leafOf.get(bounds.dateUntil[row] as number) as number) + this.#leaves;
      for (; low < high; low >>= 1, high >>= 1) {
        if (low & 1) visit(low++);
        if (high & 1) visit(--high);
      }
    };
    const counts = new Int32Array(2 * this.#leaves);
    for (let row = start; row < end; row++)
      eachNode(row, (node) => {
        counts[node] = (counts[node] as number) + 1;
      });
    for (let node = 0; node < counts.length; node++)
      this.#starts[node + 1] = (this.#starts[node] as number) + (counts[node] as number);
    this.#rows = new Int32Array(this.#starts[counts.length] as number);
    this.#knownFrom = new Int32Array(this.#rows.length);
    const at = this.#starts.slice();
    for (let row = start; row < end; row++)
      eachNode(row, (node) => {
        const place = at[node] as number;
        at[node] = place + 1;
        this.#rows[place] = row;
        this.#knownFrom[place] = bounds.knownFrom[row] as number;
      });
  }

  /** -1 when no row covers the point, which the plane excludes. */
  row(knownUntil: Int32Array, date: Day, knownAt: Day): number {
    const edges = this.#edges;
    let [low, high] = [0, this.#leaves];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((edges[middle] as number) <= date) low = middle + 1;
      else high = middle;
    }
    for (let node = low - 1 + this.#leaves; node > 0; node >>= 1) {
      const first = this.#starts[node] as number;
      let [from, until] = [first, this.#starts[node + 1] as number];
      while (from < until) {
        const middle = (from + until) >> 1;
        if ((this.#knownFrom[middle] as number) <= knownAt) from = middle + 1;
        else until = middle;
      }
      if (from === first) continue;
      const row = this.#rows[from - 1] as number;
      if (knownAt < (knownUntil[row] as number)) return row;
    }
    return -1;
  }
}
