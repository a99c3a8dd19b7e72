import type { Head } from './port.js';
import { faultIn, GENESIS_HASH, type LogRow } from './record.js';

/** Follows the log from position 0, record by record, and remembers the last one that fits. */
export class Chain {
  #head: Head = { position: -1, hash: GENESIS_HASH };
  readonly #revisions = new Map<string, number>();
  #recordedAt = '';

  get head(): Head {
    return this.#head;
  }

  /** Says why `row` cannot come next, or takes it in and returns `null`. */
  take(row: LogRow): string | null {
    const next = this.#head.position + 1;
    if (row.position !== next) return `the record is missing; ${row.position} comes next`;
    const fault = faultIn(row, this.#head.hash);
    if (fault !== null) return fault;
    const revision = (this.#revisions.get(row.stream) ?? -1) + 1;
    if (row.revision !== revision)
      return `revision ${row.revision} of "${row.stream}" stands where ${revision} belongs`;
    if (row.recordedAt < this.#recordedAt) return 'it was recorded before the record that precedes it';
    this.#revisions.set(row.stream, revision);
    this.#recordedAt = row.recordedAt;
    this.#head = { position: row.position, hash: row.hash };
    return null;
  }
}
