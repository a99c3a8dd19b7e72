import { LogPrefix } from '../bitemporal/log-prefix.js';
import { inOneGo, type Slices } from '../bitemporal/slices.js';
import type { LogRecord } from '../events/record-event.js';
import { IdRows } from './id-rows.js';

/** So many records are gone through between two stops: a millisecond or two where they are read anew. */
const RECORDS_PER_SLICE = 128;
/** The ids of so many records are put into a larger table at once: it takes less than two milliseconds. */
const MOST_ANEW = 8192;

/** What hears a log while it is gone through: row after row, each once its id can be found. */
type Listening = (log: LogRows) => (row: number) => void;

/**
 * A log prefix in order of position: each record has a row, its number, which stays the same in every longer prefix. Versions
 * share the records and the table of ids.
 */
export class LogRows {
  private constructor(
    readonly prefix: LogPrefix,
    readonly ids: IdRows,
  ) {}

  static of(records: readonly LogRecord[]): LogRows {
    return inOneGo(LogRows.inSlices(LogPrefix.of(records)));
  }

  /** Of records with one id the last counts. */
  static *inSlices(prefix: LogPrefix, listening: Listening = () => () => undefined): Slices<LogRows> {
    const log = new LogRows(prefix, IdRows.for(prefix.length));
    const hear = listening(log);
    for (let row = 0; row < log.length; row++) {
      if (row % RECORDS_PER_SLICE === RECORDS_PER_SLICE - 1) yield;
      const id = log.idAt(row);
      if (log.ids.addNew(id, row, (other) => prefix.isId(other, id)) >= 0) {
        const last = new Map(prefix.toArray().map((record) => [record.event.id, record]));
        return yield* LogRows.inSlices(LogPrefix.of([...last.values()]), listening);
      }
      hear(row);
    }
    return log;
  }

  /** @param ids the table of the ids of all records of `prefix`, each in the row of its position */
  static restored(prefix: LogPrefix, ids: IdRows): LogRows {
    return new LogRows(prefix, ids);
  }

  /** A longer prefix. @param added in order, later than all that is here, with ids of their own */
  with(added: readonly LogRecord[]): LogRows {
    if (added.length === 0) return this;
    const prefix = this.prefix.with(added);
    const isAnew = !this.ids.hasRoom(added.length) && prefix.length <= MOST_ANEW;
    const log = new LogRows(
      prefix,
      // Of a long log the full table stays and the next, as large again, comes beside it: filling it anew would take long.
      this.ids.hasRoom(added.length) ? this.ids : IdRows.for(prefix.length, isAnew ? undefined : this.ids),
    );
    for (let row = isAnew ? 0 : this.length; row < log.length; row++) log.ids.add(log.idAt(row), row);
    return log;
  }

  /** The ids of all rows in one table, as a start from the log makes it. */
  *idsInOneTable(): Slices<IdRows> {
    if (this.ids.isWhole) return this.ids;
    const ids = IdRows.for(this.length);
    for (let row = 0; row < this.length; row++) {
      if (row % RECORDS_PER_SLICE === RECORDS_PER_SLICE - 1) yield;
      ids.add(this.idAt(row), row);
    }
    return ids;
  }

  get length(): number {
    return this.prefix.length;
  }
  /** The record of a row of this prefix. */
  at(row: number): LogRecord {
    return this.prefix.at(row) as LogRecord;
  }
  idAt(row: number): string {
    return this.prefix.idAt(row) as string;
  }
  positionAt(row: number): number {
    return this.prefix.positionAt(row) as number;
  }
  /** It speaks of our record. */
  isRecordEvent(row: number): boolean {
    return this.prefix.isRecordEvent(row);
  }
  /** The row that bears an id, or -1. */
  rowOf(id: string): number {
    return this.ids.find(id, (row) => this.prefix.isId(row, id));
  }
  get(id: string): LogRecord | undefined {
    const row = this.rowOf(id);
    return row < 0 ? undefined : this.at(row);
  }
  /** The row of a position that this prefix has: its own number where the log is dense. */
  rowAt(position: number): number {
    if (this.prefix.positionAt(position) === position) return position;
    let [low, high] = [0, this.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.positionAt(middle) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
