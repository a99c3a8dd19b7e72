import type { PagedRows } from '../../graphql/pages.js';

const BLOCK = 32;

/**
 * Slots of an order that are marked, as a list by their places. It holds a byte for each slot of the order: a page of a list
 * of ten thousands needs their number and its own of them, not all of them as numbers.
 */
export class ListedSlots implements PagedRows<number> {
  readonly length: number;
  /** Marks before each block. */
  readonly #before: Int32Array;

  constructor(
    private readonly order: readonly number[],
    private readonly marks: Uint8Array,
  ) {
    this.#before = new Int32Array(Math.ceil(marks.length / BLOCK));
    let count = 0;
    for (let place = 0; place < marks.length; place++) {
      if (place % BLOCK === 0) this.#before[place / BLOCK] = count;
      count += marks[place] as number;
    }
    this.length = count;
  }

  at(i: number): number | undefined {
    return this.slice(i, i + 1)[0];
  }

  /** From places `from` to `until`, without it; both from 0. */
  slice(from = 0, until = this.length): number[] {
    const block = this.#blockOf(from);
    let seen = this.#before[block] ?? 0;
    const found: number[] = [];
    for (let place = block * BLOCK; place < this.marks.length && seen < until; place++) {
      if (this.marks[place] === 0) continue;
      if (seen++ >= from) found.push(this.order[place] as number);
    }
    return found;
  }

  /** The last block that has no more than `count` before it. */
  #blockOf(count: number): number {
    let [low, high] = [0, this.#before.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#before[middle] as number) <= count) low = middle;
      else high = middle - 1;
    }
    return Math.max(0, low);
  }
}
