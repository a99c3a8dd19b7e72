import type { PagedRows } from '../../graphql/pages.js';

/** Places of an order to a word of marks. */
const BITS = 32;

/**
 * Slots of an order that are marked, as a list by their places. It holds two words for each 32 slots of the order: a page of a
 * list of ten thousands needs their number and its own of them, not all of them as numbers.
 */
export class ListedSlots implements PagedRows<number> {
  readonly length: number;
  /** Marks before each word. */
  readonly #before: Int32Array;

  /** @param marks place p of the order is bit p % 32 of word p / 32 */
  constructor(
    private readonly order: readonly number[],
    private readonly marks: Uint32Array,
  ) {
    this.#before = new Int32Array(marks.length);
    let count = 0;
    for (let word = 0; word < marks.length; word++) {
      this.#before[word] = count;
      count += bitsOf(marks[word] as number);
    }
    this.length = count;
  }

  at(i: number): number | undefined {
    return this.slice(i, i + 1)[0];
  }

  /** From places `from` to `until`, without it; both from 0. */
  slice(from = 0, until = this.length): number[] {
    const word = this.#wordOf(from);
    let seen = this.#before[word] ?? 0;
    const found: number[] = [];
    for (let place = word * BITS; place < this.order.length && seen < until; place++) {
      if ((((this.marks[place >>> 5] as number) >>> (place & 31)) & 1) === 0) continue;
      if (seen++ >= from) found.push(this.order[place] as number);
    }
    return found;
  }

  /** The last word that has no more than `count` marks before it. */
  #wordOf(count: number): number {
    let [low, high] = [0, this.#before.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#before[middle] as number) <= count) low = middle;
      else high = middle - 1;
    }
    return Math.max(0, low);
  }
}

/** How many bits of 32 are set: summed in pairs, fours and bytes. */
function bitsOf(word: number): number {
  const pairs = word - ((word >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
