import type { LogRecord } from '../events/record-event.js';

/** Gives the record of a position again: for what need not be kept as an object. */
export interface RecordSource {
  /** Synchronous, because answers are. @throws whatever the log throws when the record cannot be read. */
  at(position: number): LogRecord;
}

/** So many records read again are kept: some tens of megabytes of objects, which the collector of garbage has to walk over. */
const RECORDS_KEPT = 16_384;

/** A source in front of which the records asked for lately are kept, each at a place given by its position. */
export class CachedRecords implements RecordSource {
  readonly #positions: Int32Array;
  readonly #records: (LogRecord | undefined)[];

  constructor(
    private readonly source: RecordSource,
    capacity = RECORDS_KEPT,
  ) {
    this.#positions = new Int32Array(capacity).fill(-1);
    this.#records = new Array(capacity).fill(undefined);
  }

  /** The same object for as long as it is kept. */
  at(position: number): LogRecord {
    const place = position % this.#positions.length;
    if (this.#positions[place] === position) return this.#records[place] as LogRecord;
    const record = this.source.at(position);
    this.#positions[place] = position;
    this.#records[place] = record;
    return record;
  }
}
