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

  /** A number from 0 to 2^53. */
  count(value: number): void {
    if (this.#length + 8 > this.#bytes.length) {
      const wider = new Uint8Array(2 * this.#bytes.length);
      wider.set(this.#bytes);
      this.#bytes = wider;
    }
    let rest = value;
    while (rest > 127) {
      this.#bytes[this.#length++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
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

/** @throws RangeError when the bytes end before the columns do. */
export class IntReader {
  #at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  count(): number {
    let byte = this.#next();
    if (byte < 128) return byte;
    let value = 0;
    let scale = 1;
    while (byte > 127) {
      value += (byte & 127) * scale;
      scale *= 128;
      byte = this.#next();
    }
    return value + byte * scale;
  }

  counts<Column extends Writable>(out: Column): Column {
    for (let i = 0; i < out.length; i++) out[i] = this.count();
    return out;
  }

  steps<Column extends Writable>(out: Column): Column {
    let last = 0;
    for (let i = 0; i < out.length; i++) {
      last += unfolded(this.count());
      out[i] = last;
    }
    return out;
  }

  distances<Column extends Writable>(out: Column, near: ArrayLike<number>): Column {
    for (let i = 0; i < out.length; i++) out[i] = (near[i] as number) + unfolded(this.count());
    return out;
  }

  days(out: Int32Array, near?: ArrayLike<number>): Int32Array {
    let last = 0;
    for (let i = 0; i < out.length; i++) {
      const code = this.count();
      if (code < MARKS.length) out[i] = MARKS[code] as number;
      else {
        last = nearest(near?.[i], last) + unfolded(code - MARKS.length);
        out[i] = last;
      }
    }
    return out;
  }

  day(near: number): number {
    const code = this.count();
    return code < MARKS.length ? (MARKS[code] as number) : near + unfolded(code - MARKS.length);
  }

  #next(): number {
    const byte = this.bytes[this.#at++];
    if (byte === undefined) throw new RangeError('The pack ends in the middle of a column.');
    return byte;
  }
}

interface Writable {
  readonly length: number;
  [index: number]: number;
}

const MARKS: readonly number[] = [EVER, OPEN, NO_DAY];
const FAR = 2 ** 29;
/** What a day is written as a distance from: the day beside it where that is one. */
const nearest = (near: number | undefined, last: number): number =>
  near === undefined || Math.abs(near) >= FAR ? last : near;
/** Small for small numbers, whatever their sign. */
export const folded = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);
export const unfolded = (code: number): number => (code % 2 === 1 ? -(code + 1) / 2 : code / 2);
