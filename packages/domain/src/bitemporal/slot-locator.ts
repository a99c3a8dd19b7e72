import type { Day } from '../calendar/civil-day.js';
import { OPEN } from './lens.js';
import { PER_SLICE, type Slices } from './slices.js';

/** So many rows are put into the tree between two stops. */
const ROWS_PER_SLICE = 2048;

interface Bounds {
  readonly dateFrom: Int32Array;
  readonly dateUntil: Int32Array;
  readonly knownFrom: Int32Array;
  readonly knownUntil: Int32Array;
}

/**
 * Finds the row of a (date, knownAt) among many rows of one slot: a segment tree over the slot's date edges. The rows of a
 * node cover all its dates, so they follow one another on the axis of knowledge and are searched by halving.
 * Cost: the square of the logarithm of the rows. Size: some three numbers a row.
 */
export class SlotLocator {
  constructor(
    readonly edges: Int32Array,
    /** Where the rows of each node begin among all; node 1 is the root, the leaves come last. */
    readonly starts: Int32Array,
    readonly rows: Int32Array,
  ) {}

  /** The rows of `[start, end)` cover the plane and lie in order of `knownFrom`. */
  static *inSlices(bounds: Bounds, start: number, end: number): Slices<SlotLocator> {
    const days = new Set<number>();
    for (let row = start; row < end; row++) {
      days.add(bounds.dateFrom[row] as number);
      if ((row - start) % PER_SLICE === PER_SLICE - 1) yield;
    }
    const edges = Int32Array.from(days).sort();
    const leaves = edges.length;
    const leafOf = new Map<number, number>([[OPEN, leaves]]);
    edges.forEach((day, i) => {
      leafOf.set(day, i);
    });
    const eachNode = (row: number, visit: (node: number) => void): void => {
      let low = (leafOf.get(bounds.dateFrom[row] as number) as number) + leaves;
      let high = (leafOf.get(bounds.dateUntil[row] as number) as number) + leaves;
      for (; low < high; low >>= 1, high >>= 1) {
        if (low & 1) visit(low++);
        if (high & 1) visit(--high);
      }
    };
    const counts = new Int32Array(2 * leaves);
    for (let row = start; row < end; row++) {
      eachNode(row, (node) => {
        counts[node] = (counts[node] as number) + 1;
      });
      if ((row - start) % ROWS_PER_SLICE === ROWS_PER_SLICE - 1) yield;
    }
    const starts = new Int32Array(2 * leaves + 1);
    for (let node = 0; node < counts.length; node++)
      starts[node + 1] = (starts[node] as number) + (counts[node] as number);
    const rows = new Int32Array(starts[counts.length] as number);
    const at = starts.slice();
    for (let row = start; row < end; row++) {
      eachNode(row, (node) => {
        const place = at[node] as number;
        at[node] = place + 1;
        rows[place] = row;
      });
      if ((row - start) % ROWS_PER_SLICE === ROWS_PER_SLICE - 1) yield;
    }
    return new SlotLocator(edges, starts, rows);
  }

  /** -1 when no row covers the point, which the plane excludes. */
  row({ knownFrom, knownUntil }: Pick<Bounds, 'knownFrom' | 'knownUntil'>, date: Day, knownAt: Day): number {
    const edges = this.edges;
    const leaves = edges.length;
    let [low, high] = [0, leaves];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((edges[middle] as number) <= date) low = middle + 1;
      else high = middle;
    }
    for (let node = low - 1 + leaves; node > 0; node >>= 1) {
      const first = this.starts[node] as number;
      let [from, until] = [first, this.starts[node + 1] as number];
      while (from < until) {
        const middle = (from + until) >> 1;
        if ((knownFrom[this.rows[middle] as number] as number) <= knownAt) from = middle + 1;
        else until = middle;
      }
      if (from === first) continue;
      const row = this.rows[from - 1] as number;
      if (knownAt < (knownUntil[row] as number)) return row;
    }
    return -1;
  }
}
