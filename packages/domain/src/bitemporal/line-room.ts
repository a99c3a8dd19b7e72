import { columnsOf, type Slices } from './slices.js';

const NONE = new Int32Array(0);

/**
 * Arrays that a line is made in and that no line keeps: the next one is made in them as well. Megabytes made anew for each of a
 * dozen lines, all of them outside of the heap, have the collector of garbage go through the whole heap again and again.
 */
export class LineRoom {
  /** Entries as they are found: the day, and which row of which slot holds from then on. */
  days: Int32Array = NONE;
  slots: Int32Array = NONE;
  rows: Int32Array = NONE;
  /** The places of the entries, and their days, in order of day. */
  order: Int32Array = NONE;
  sorted: Int32Array = NONE;

  /** Room for so many entries; those that are there stay. */
  *forEntries(count: number): Slices<void> {
    if (count <= this.days.length) return;
    const wider = yield* columnsOf(count, 3);
    for (const [i, column] of [this.days, this.slots, this.rows].entries())
      (wider[i] as Int32Array).set(column);
    [this.days, this.slots, this.rows] = wider;
  }

  /** Room to put so many in order. */
  *forOrder(count: number): Slices<void> {
    if (count > this.order.length) [this.order, this.sorted] = yield* columnsOf(count, 2);
  }
}
