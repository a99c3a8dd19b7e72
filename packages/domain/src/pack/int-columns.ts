import { EVER, OPEN } from '../bitemporal/lens.js';
import { NO_DAY } from '../bitemporal/reading-table.js';

/**
 * Columns of whole numbers as bytes, seven bits in each, the lowest first, the highest bit set where more follow. Columns
 * follow one another; whoever reads asks for them in the order in which they were written.
 */
export class IntWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;

  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  /** A number from 0, less than 2^31. @throws RangeError for any other. */
  count(value: number): void {
    if (!(value >= 0 && value < WIDEST)) throw new RangeError(`A pack cannot tell the number ${value}.`);
    if (this.#length + 8 > this.#bytes.length) {
      const wider = new Uint8Array(2 * this.#bytes.length);
      wider.set(this.#bytes);
      this.#bytes = wider;
    }
    let rest = value;
    while (rest > 127) {
      this.#bytes[this.#length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.#bytes[this.#length++] = rest;
  }

  /** Numbers from 0. */
  counts(values: ArrayLike<number>): void {
    for (let i = 0; i < values.length; i++) this.count(values[i] as number);
  }

  /** Any numbers, each as its distance from the one before. */
  steps(values: ArrayLike<number>): void {
    let last = 0;
    for (let i = 0; i < values.length; i++) {
      const value = values[i] as number;
      this.count(folded(value - last));
      last = value;
    }
  }

  /** Any numbers, each as its distance from the one at its place in `near`. */
  distances(values: ArrayLike<number>, near: ArrayLike<number>): void {
    for (let i = 0; i < values.length; i++) this.count(folded((values[i] as number) - (near[i] as number)));
  }

  /** Days, `EVER`, `OPEN` and `NO_DAY` among them: each as its distance from the day in `near`, or from the last day before it. */
  days(values: ArrayLike<number>, near?: ArrayLike<number>): void {
    let last = 0;
    for (let i = 0; i < values.length; i++) {
      const value = values[i] as number;
      this.day(value, nearest(near?.[i], last));
      if (!MARKS.includes(value)) last = value;
    }
  }

  day(value: number, near: number): void {
    const mark = MARKS.indexOf(value);
    this.count(mark >= 0 ? mark : MARKS.length + folded(value - near));
  }
}

/**
 * A column is read in one pass over its bytes, what it says of its neighbours in a second over its numbers.
 * @throws RangeError when the bytes end before the columns do.
 */
export class IntReader {
  #at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  count(): number {
    const { bytes } = this;
    let byte = bytes[this.#at++] as number;
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[this.#at++] as number;
      value |= (byte & 127) << shift;
    }
    if (this.#at > bytes.length) throw new RangeError(CUT_OFF);
    return value;
  }

  counts(length: number): Int32Array {
    const { bytes } = this;
    const out = new Int32Array(length);
    let at = this.#at;
    for (let i = 0; i < length; i++) {
      let byte = bytes[at++] as number;
      let value = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++] as number;
        value |= (byte & 127) << shift;
      }
      out[i] = value;
    }
    this.#at = at;
    if (at > bytes.length) throw new RangeError(CUT_OFF);
    return out;
  }

  steps(length: number): Int32Array {
    const out = this.counts(length);
    let last = 0;
    for (let i = 0; i < length; i++) out[i] = last += unfolded(out[i] as number);
    return out;
  }

  distances(near: Int32Array): Int32Array {
    const out = this.counts(near.length);
    for (let i = 0; i < out.length; i++) out[i] = (near[i] as number) + unfolded(out[i] as number);
    return out;
  }

  days(length: number, near?: Int32Array): Int32Array {
    const out = this.counts(length);
    let last = 0;
    for (let i = 0; i < length; i++) {
      const code = out[i] as number;
      if (code < MARKS.length) out[i] = MARKS[code] as number;
      else out[i] = last = nearest(near?.[i], last) + unfolded(code - MARKS.length);
    }
    return out;
  }

  day(near: number): number {
    const code = this.count();
    return code < MARKS.length ? (MARKS[code] as number) : near + unfolded(code - MARKS.length);
  }
}

const CUT_OFF = 'The pack ends in the middle of a column.';
const MARKS: readonly number[] = [EVER, OPEN, NO_DAY];
const WIDEST = 2 ** 31;
const FAR = 2 ** 29;
/** What a day is written as a distance from: the day beside it where that is one. */
const nearest = (near: number | undefined, last: number): number =>
  near === undefined || Math.abs(near) >= FAR ? last : near;
/** Small for small numbers, whatever their sign. */
export const folded = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);
export const unfolded = (code: number): number => (code >>> 1) ^ -(code & 1);
