import type { LogRecord } from '../events/record-event.js';

const PER_CHUNK = 1024;

/**
 * The records of a prefix of the log in order of position, dense from 0. Prefixes share all of their full chunks, so a longer
 * one costs the pointers of its chunks and of one chunk, and no prefix ever changes.
 */
export class LogPrefix {
  private constructor(
    /** All but the last are full. */
    private readonly chunks: readonly (readonly LogRecord[])[],
    readonly length: number,
  ) {}

  /** @param records in any order. */
  static of(records: readonly LogRecord[]): LogPrefix {
    const isOrdered = records.every((r, i) => i === 0 || (records[i - 1] as LogRecord).position < r.position);
    return new LogPrefix([], 0).with(
      isOrdered ? records : [...records].sort((a, b) => a.position - b.position),
    );
  }

  /** @param added in order of position. */
  with(added: readonly LogRecord[]): LogPrefix {
    const last = this.chunks.at(-1) ?? [];
    const isFull = last.length === PER_CHUNK;
    const chunks = isFull ? this.chunks.slice() : this.chunks.slice(0, -1);
    let open = isFull ? [] : last.slice();
    for (const record of added) {
      open.push(record);
      if (open.length < PER_CHUNK) continue;
      chunks.push(open);
      open = [];
    }
    if (open.length > 0) chunks.push(open);
    return new LogPrefix(chunks, this.length + added.length);
  }

  at(index: number): LogRecord | undefined {
    return this.chunks[Math.floor(index / PER_CHUNK)]?.[index % PER_CHUNK];
  }

  /** It begins with all that is in `other`: prefixes that have grown from one another hold the same records. */
  continues(other: LogPrefix): boolean {
    return other.length <= this.length && this.at(other.length - 1) === other.at(other.length - 1);
  }

  /** Those with a position from `from` up to `to`. */
  between(from: number, to: number): LogRecord[] {
    const found: LogRecord[] = [];
    for (let i = Math.max(0, from); i < this.length && i <= to; i++) found.push(this.at(i) as LogRecord);
    return found;
  }

  toArray(): readonly LogRecord[] {
    return this.chunks.flat();
  }
}
