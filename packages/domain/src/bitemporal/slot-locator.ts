import type { Day } from '../calendar/civil-day.js';
import type { DayCodes, DayColumn } from './day-codes.js';
import { OPEN } from './lens.js';
import { type Numbers, numbersUpTo } from './numbers.js';
import type { RowColumns } from './row-columns.js';
import { PER_SLICE, type Slices } from './slices.js';

/** A slot of up to so many rows is walked, at a nanosecond a row; others have a locator. */
export const LOCATED_ROWS = 256;
/** So many rows are put into the tree between two stops. */
const ROWS_PER_SLICE = 2048;

type Bounds = Pick<RowColumns, 'days' | 'dateFrom' | 'dateUntil' | 'knownFrom' | 'knownUntil'>;

/**
 * Finds the row of a (date, knownAt) among many rows of one slot: a segment tree over the slot's date edges. The rows of a
 * node cover all its dates, so they follow one another on the axis of knowledge and are searched by halving.
 * Cost: the square of the logarithm of the rows. Size: some three numbers a row, of two bytes where they are small enough.
 */
export class SlotLocator {
  constructor(
    readonly days: DayCodes,
    /** Codes of `days`. */
    readonly edges: DayColumn,
    /** Where the rows of each node begin among all; node 1 is the root, the leaves come last. */
    readonly starts: Numbers,
    /** Counted from the slot's first. */
    readonly rows: Numbers,
    readonly start: number,
  ) {}

  /** The rows of `[start, end)` cover the plane and lie in order of `knownFrom`. */
  static *inSlices(bounds: Bounds, start: number, end: number): Slices<SlotLocator> {
    const { days, dateFrom, dateUntil } = bounds;
    const found = new Set<number>();
    for (let row = start; row < end; row++) {
      found.add(dateFrom[row] as number);
      if ((row - start) % PER_SLICE === PER_SLICE - 1) yield;
    }
    const leaves = found.size;
    const edges = days.column(leaves);
    edges.set([...found]);
    edges.sort();
    const leafOf = new Map<number, number>([[days.codeOf(OPEN), leaves]]);
    edges.forEach((day, i) => {
      leafOf.set(day, i);
    });
    const eachNode = (row: number, visit: (node: number) => void): void => {
      let low = (leafOf.get(dateFrom[row] as number) as number) + leaves;
      let high = (leafOf.get(dateUntil[row] as number) as number) + leaves;
      for (; low < high; low >>= 1, high >>= 1) {
        if (low & 1) visit(low++);
        if (high & 1) visit(--high);
      }
    };
    const counts = new Int32Array(2 * leaves);
    let most = 0;
    for (let row = start; row < end; row++) {
      eachNode(row, (node) => {
        counts[node] = (counts[node] as number) + 1;
        most++;
      });
      if ((row - start) % ROWS_PER_SLICE === ROWS_PER_SLICE - 1) yield;
    }
    const starts = numbersUpTo(most, 2 * leaves + 1);
    for (let node = 0; node < counts.length; node++)
      starts[node + 1] = (starts[node] as number) + (counts[node] as number);
    const rows = numbersUpTo(end - start, most);
    const at = starts.slice();
    for (let row = start; row < end; row++) {
      eachNode(row, (node) => {
        const place = at[node] as number;
        at[node] = place + 1;
        rows[place] = row - start;
      });
      if ((row - start) % ROWS_PER_SLICE === ROWS_PER_SLICE - 1) yield;
    }
    return new SlotLocator(days, edges, starts, rows, start);
  }

  /** One that was stored, in arrays as narrow as its numbers allow. */
  static restored(days: DayCodes, start: number, { edges, starts, rows }: Stored): SlotLocator {
    const narrow = (numbers: Int32Array, most: number): Numbers => {
      const column = numbersUpTo(most, numbers.length);
      column.set(numbers);
      return column;
    };
    const codes = days.column(edges.length);
    codes.set(edges);
    const last = rows.reduce((most, row) => Math.max(most, row), 0);
    return new SlotLocator(days, codes, narrow(starts, rows.length), narrow(rows, last), start);
  }

  /** Bytes held. */
  get bytes(): number {
    return this.edges.byteLength + this.starts.byteLength + this.rows.byteLength;
  }

  /** -1 when no row covers the point, which the plane excludes. */
  row({ days, knownFrom, knownUntil }: Bounds, date: Day, knownAt: Day): number {
    const { edges, starts, rows, start } = this;
    const [at, known] = [this.days.codeOf(date), days.codeOf(knownAt)];
    const leaves = edges.length;
    let [low, high] = [0, leaves];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((edges[middle] as number) <= at) low = middle + 1;
      else high = middle;
    }
    for (let node = low - 1 + leaves; node > 0; node >>= 1) {
      const first = starts[node] as number;
      let [from, until] = [first, starts[node + 1] as number];
      while (from < until) {
        const middle = (from + until) >> 1;
        if ((knownFrom[start + (rows[middle] as number)] as number) <= known) from = middle + 1;
        else until = middle;
      }
      if (from === first) continue;
      const row = start + (rows[from - 1] as number);
      if (known < (knownUntil[row] as number)) return row;
    }
    return -1;
  }
}

type Stored = Readonly<Record<'edges' | 'starts' | 'rows', Int32Array>>;
