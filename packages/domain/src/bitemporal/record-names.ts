import { isRecordEvent, type LogRecord } from '../events/record-event.js';

/** The names of consecutive records as plain columns: what a snapshot writes and reads. */
export interface NameColumns {
  /** Ids in UTF-16, one after the other; of 8 bits each where that is enough for all of them. */
  readonly ids: Uint8Array | Uint16Array;
  /** Where each id ends in `ids`; it begins where the one before ends, the first one at `start`. */
  readonly ends: Uint32Array;
  readonly start: number;
  /** 1: it speaks of our record; 0: a policy event. */
  readonly recordEvents: Uint8Array;
}

/** What is asked of records far more often than the records themselves: ids, and which of them speak of our record. */
export class RecordNames {
  constructor(readonly columns: NameColumns) {}

  static of(records: readonly LogRecord[]): RecordNames {
    const ends = new Uint32Array(records.length);
    let end = 0;
    let isNarrow = true;
    records.forEach(({ event: { id } }, i) => {
      end += id.length;
      ends[i] = end;
      for (let at = 0; isNarrow && at < id.length; at++) isNarrow = id.charCodeAt(at) < 256;
    });
    const ids = isNarrow ? new Uint8Array(end) : new Uint16Array(end);
    let next = 0;
    for (const { event } of records)
      for (let at = 0; at < event.id.length; at++) ids[next++] = event.id.charCodeAt(at);
    const recordEvents = Uint8Array.from(records, ({ event }) => (isRecordEvent(event) ? 1 : 0));
    return new RecordNames({ ids, ends, start: 0, recordEvents });
  }

  /** One list of several. */
  static joined(parts: readonly RecordNames[]): NameColumns {
    let [length, units] = [0, 0];
    for (const part of parts) {
      length += part.length;
      units += part.#end(part.length - 1) - part.#start(0);
    }
    const isNarrow = parts.every(({ columns }) => columns.ids instanceof Uint8Array);
    const ids = isNarrow ? new Uint8Array(units) : new Uint16Array(units);
    const ends = new Uint32Array(length);
    const recordEvents = new Uint8Array(length);
    let [row, unit] = [0, 0];
    for (const part of parts) {
      const [begin, end] = [part.#start(0), part.#end(part.length - 1)];
      ids.set(part.columns.ids.subarray(begin, end), unit);
      recordEvents.set(part.columns.recordEvents, row);
      for (const own of part.columns.ends) ends[row++] = unit + own - begin;
      unit += end - begin;
    }
    return { ids, ends, start: 0, recordEvents };
  }

  get length(): number {
    return this.columns.ends.length;
  }

  idAt(index: number): string {
    return String.fromCharCode(...this.columns.ids.subarray(this.#start(index), this.#end(index)));
  }

  /** The same as comparing with `idAt`, without making it. */
  isId(index: number, id: string): boolean {
    const start = this.#start(index);
    if (this.#end(index) - start !== id.length) return false;
    const { ids } = this.columns;
    for (let i = 0; i < id.length; i++) if (ids[start + i] !== id.charCodeAt(i)) return false;
    return true;
  }

  isRecordEvent(index: number): boolean {
    return this.columns.recordEvents[index] === 1;
  }

  /** Those from `from` up to `until`, over the same letters. */
  slice(from: number, until: number): RecordNames {
    const { ids, ends, recordEvents } = this.columns;
    return new RecordNames({
      ids,
      ends: ends.subarray(from, until),
      start: this.#start(from),
      recordEvents: recordEvents.subarray(from, until),
    });
  }

  #start(index: number): number {
    return index === 0 ? this.columns.start : (this.columns.ends[index - 1] as number);
  }
  #end(index: number): number {
    return index < 0 ? this.columns.start : (this.columns.ends[index] as number);
  }
}
