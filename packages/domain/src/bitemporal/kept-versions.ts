import type { LogPrefix } from './log-prefix.js';

interface Version {
  readonly log: LogPrefix;
}

/** The newest are asked for again by whoever holds a recent answer. */
const NEWEST_KEPT = 8;
/** Of the older ones some, so that any of the recent past is a short append away. */
const OLDER_KEPT = 4;
const RECORDS_BETWEEN = 256;

/** The last versions of a record that has grown. They share nearly all they are made of. */
export class KeptVersions<V extends Version> {
  #newest: V[] = [];
  #older: V[] = [];

  keep(version: V): void {
    if (this.#newest.includes(version)) return;
    this.#newest.push(version);
    if (this.#newest.length <= NEWEST_KEPT) return;
    const leaving = this.#newest.shift() as V;
    const last = this.#older.at(-1);
    if (last && leaving.log.length < last.log.length + RECORDS_BETWEEN) return;
    this.#older.push(leaving);
    if (this.#older.length > OLDER_KEPT) this.#older.shift();
  }

  /** The longest that ends at `length` records or before and that `log` has grown from. */
  nearest(log: LogPrefix, length: number): V | undefined {
    let found: V | undefined;
    for (const version of [...this.#older, ...this.#newest])
      if (
        version.log.length <= length &&
        log.continues(version.log) &&
        (found?.log.length ?? 0) < version.log.length
      )
        found = version;
    return found;
  }
}
