import { isRecordEvent, type LogRecord } from '../events/record-event.js';

/** The names of consecutive records as plain columns: what a snapshot writes and reads. */
export interface NameColumns {
  /** Ids in UTF-8, one after the other. */
  readonly ids: Uint8Array;
  /** Where each id ends in `ids`; it begins where the one before ends, the first one at `start`. */
  readonly ends: Uint32Array;
  readonly start: number;
  /** 1: it speaks of our record; 0: a policy event. */
  readonly recordEvents: Uint8Array;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** What is asked of records far more often than the records themselves: ids, and which of them speak of our record. */
export class RecordNames {
  constructor(readonly columns: NameColumns) {}

  /** Null: an id that UTF-8 cannot hold. */
  static of(records: readonly LogRecord[]): RecordNames | null {
    const ids = records.map(({ event }) => event.id);
    if (!ids.every((id) => id.isWellFormed())) return null;
    const texts = ids.map((id) => encoder.encode(id));
    const bytes = new Uint8Array(texts.reduce((length, text) => length + text.length, 0));
    const ends = new Uint32Array(records.length);
    let end = 0;
    texts.forEach((text, i) => {
      bytes.set(text, end);
      end += text.length;
      ends[i] = end;
    });
    const recordEvents = Uint8Array.from(records, ({ event }) => (isRecordEvent(event) ? 1 : 0));
    return new RecordNames({ ids: bytes, ends, start: 0, recordEvents });
  }

  /** One list of several. */
  static joined(parts: readonly RecordNames[]): NameColumns {
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    const size = parts.reduce((sum, part) => sum + part.#end(part.length - 1) - part.#start(0), 0);
    const columns = {
      ids: new Uint8Array(size),
      ends: new Uint32Array(length),
      start: 0,
      recordEvents: new Uint8Array(length),
    };
    let [row, byte] = [0, 0];
    for (const part of parts) {
      const begins = part.#start(0);
      columns.ids.set(part.columns.ids.subarray(begins, part.#end(part.length - 1)), byte);
      columns.recordEvents.set(part.columns.recordEvents, row);
      for (const end of part.columns.ends) columns.ends[row++] = byte + end - begins;
      byte = columns.ends[row - 1] ?? byte;
    }
    return columns;
  }

  get length(): number {
    return this.columns.ends.length;
  }

  idAt(index: number): string {
    return decoder.decode(this.columns.ids.subarray(this.#start(index), this.#end(index)));
  }

  /** The same as comparing with `idAt`, nearly always without making it. */
  isId(index: number, id: string): boolean {
    const start = this.#start(index);
    const length = this.#end(index) - start;
    if (length < id.length) return false;
    // Only letters beyond ASCII take more bytes than they have units.
    if (length > id.length) return this.idAt(index) === id;
    const { ids } = this.columns;
    for (let i = 0; i < length; i++) if (ids[start + i] !== id.charCodeAt(i)) return false;
    return true;
  }

  isRecordEvent(index: number): boolean {
    return this.columns.recordEvents[index] === 1;
  }

  /** Those from `from` up to `until`, over the same bytes. */
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
