import type { LogRecord } from '../events/record-event.js';
import { type Arrival, LogChunk } from './log-chunk.js';
import { type NameColumns, RecordNames } from './record-names.js';
import type { RecordSource } from './record-source.js';
import type { Slices } from './slices.js';

/** All but the last chunk have so many. */
export const RECORDS_PER_CHUNK = 1024;

/**
 * The records of a prefix of the log in order of position, dense from 0. Prefixes share all of their full chunks, so a longer
 * one costs the pointers of its chunks and of one chunk, and no prefix ever changes. Where a source has the records, full chunks
 * need not hold them: `letGo`.
 */
export class LogPrefix {
  private constructor(
    /** All but the last are full. */
    private readonly chunks: readonly LogChunk[],
    readonly length: number,
  ) {}

  /** @param records in any order. */
  static of(records: readonly LogRecord[]): LogPrefix {
    const isOrdered = records.every((r, i) => i === 0 || (records[i - 1] as LogRecord).position < r.position);
    return new LogPrefix([], 0).with(
      isOrdered ? records : [...records].sort((a, b) => a.position - b.position),
    );
  }

  /**
   * The records of the positions from 0 up to `length`, read when asked for.
   * @param columns names of all of them; without these ids are read from the records, too.
   */
  static over(source: RecordSource, length: number, columns?: NameColumns): LogPrefix {
    const arrival = {};
    const names = columns && new RecordNames(columns);
    const chunks: LogChunk[] = [];
    for (let first = 0; first < length; first += RECORDS_PER_CHUNK) {
      const end = Math.min(first + RECORDS_PER_CHUNK, length);
      const own = { first, length: end - first, names: names?.slice(first, end) };
      chunks.push(LogChunk.over(source, own, arrival));
    }
    return new LogPrefix(chunks, length);
  }

  /** @param added in order of position. */
  with(added: readonly LogRecord[]): LogPrefix {
    if (added.length === 0) return this;
    const arrival: Arrival = {};
    const last = this.chunks.at(-1);
    const open = last && last.length < RECORDS_PER_CHUNK ? last : undefined;
    const chunks = open ? this.chunks.slice(0, -1) : this.chunks.slice();
    let records = open ? open.toArray().slice() : [];
    let arrivals = Array.from(records, (_, i) => open?.arrivalAt(i) as Arrival);
    for (const record of added) {
      records.push(record);
      arrivals.push(arrival);
      if (records.length < RECORDS_PER_CHUNK) continue;
      chunks.push(LogChunk.holding(records, arrivals));
      records = [];
      arrivals = [];
    }
    if (records.length > 0) chunks.push(LogChunk.holding(records, arrivals));
    return new LogPrefix(chunks, this.length + added.length);
  }

  /** Its first records alone, shared with it. */
  upTo(length: number): LogPrefix {
    if (length >= this.length) return this;
    const chunks = this.chunks.slice(0, Math.ceil(length / RECORDS_PER_CHUNK));
    const last = chunks.pop();
    if (last) chunks.push(last.upTo(length - chunks.length * RECORDS_PER_CHUNK));
    return new LogPrefix(chunks, length);
  }

  at(index: number): LogRecord | undefined {
    return this.#chunk(index)?.at(index % RECORDS_PER_CHUNK);
  }
  /** The following need no record to be read, except of a prefix over a source without names. */
  positionAt(index: number): number | undefined {
    return this.#chunk(index)?.positionAt(index % RECORDS_PER_CHUNK);
  }
  idAt(index: number): string | undefined {
    return this.#chunk(index)?.idAt(index % RECORDS_PER_CHUNK);
  }
  isId(index: number, id: string): boolean {
    return this.#chunk(index)?.isId(index % RECORDS_PER_CHUNK, id) ?? false;
  }
  /** It speaks of our record. */
  isRecordEvent(index: number): boolean {
    return this.#chunk(index)?.isRecordEvent(index % RECORDS_PER_CHUNK) ?? false;
  }
  /** The names of all records. */
  get names(): NameColumns {
    return RecordNames.joined(this.chunks.map(({ names }) => names));
  }

  /** The same, chunk by chunk. */
  *chunkNames(): Iterable<RecordNames> {
    for (const { names } of this.chunks) yield names;
  }

  /** It begins with all that is in `other`: its last record came with the same append. */
  continues(other: LogPrefix): boolean {
    const last = other.length - 1;
    return last < this.length && this.#arrivalAt(last) === other.#arrivalAt(last);
  }

  /** Those with a position from `from` up to `to`. */
  between(from: number, to: number): LogRecord[] {
    const found: LogRecord[] = [];
    for (let i = Math.max(0, from); i < this.length && i <= to; i++) found.push(this.at(i) as LogRecord);
    return found;
  }

  toArray(): readonly LogRecord[] {
    return this.chunks.flatMap((chunk) => chunk.toArray());
  }

  /** Full chunks hold their records no longer: every version that has them reads them from the source. @param source has them all. */
  *letGo(source: RecordSource): Slices<void> {
    for (const chunk of this.chunks) {
      if (chunk.length < RECORDS_PER_CHUNK || !chunk.isHeld) continue;
      chunk.letGo(source);
      yield;
    }
  }

  #chunk(index: number): LogChunk | undefined {
    return this.chunks[Math.floor(index / RECORDS_PER_CHUNK)];
  }
  #arrivalAt(index: number): Arrival | undefined {
    return this.#chunk(index)?.arrivalAt(index % RECORDS_PER_CHUNK);
  }
}
