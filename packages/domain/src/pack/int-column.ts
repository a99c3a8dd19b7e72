import { type Laid, readLaid } from './byte-planes.js';
import { readDays, readDistances, readSteps, SAME } from './int-codes.js';

/** Numbers that have not been read yet. Each call reads them anew: what it gives belongs to the caller. */
export class IntColumn {
  constructor(
    private readonly bytes: Uint8Array,
    private readonly at: number,
    private readonly laid: Laid,
  ) {}

  get length(): number {
    return this.laid[0];
  }

  /** Whether every number is this one. */
  #isAll(value: number): boolean {
    return this.laid.length === 2 && this.laid[1] === value;
  }

  counts(): Int32Array {
    return readLaid(this.bytes, this.at, this.laid);
  }
  steps(): Int32Array {
    return readSteps(this.counts());
  }
  distances(near: Int32Array): Int32Array {
    return this.#isAll(0) ? near.slice() : readDistances(this.counts(), near);
  }
  days(near: Int32Array): Int32Array {
    return this.#isAll(SAME) ? near.slice() : readDays(this.counts(), near);
  }
}
