import { isRecordEvent, type LogRecord } from '../events/record-event.js';
import { RecordNames } from './record-names.js';
import type { RecordSource } from './record-source.js';

/** Stands for one append; records that came with the same one in the same place are the same. */
export type Arrival = object;

/**
 * Some records that follow on each other: held as objects, or read from a source again when asked for. Which of the two is a
 * matter of memory alone; all versions that have the chunk notice when it changes, and none reads otherwise.
 */
export class LogChunk {
  #held: readonly LogRecord[] | undefined;
  #source: RecordSource | undefined;
  #names: RecordNames | undefined;
  /** Positions follow on each other: none has to be looked up. Those of a source always do. */
  #isDense = true;

  private constructor(
    readonly length: number,
    /** Position of the first. */
    private readonly first: number,
    /** One for all, or one for each. */
    private readonly arrivals: Arrival | readonly Arrival[],
  ) {}

  /** @param arrivals one for each record. */
  static holding(records: readonly LogRecord[], arrivals: readonly Arrival[]): LogChunk {
    const [one] = arrivals as readonly [Arrival];
    const chunk = new LogChunk(
      records.length,
      records[0]?.position ?? 0,
      arrivals.every((a) => a === one) ? one : arrivals,
    );
    chunk.#held = records;
    chunk.#isDense = records.every(({ position }, i) => position === chunk.first + i);
    return chunk;
  }

  /** @param names without them an id is read from the record. */
  static over(
    source: RecordSource,
    { first, length, names }: { first: number; length: number; names?: RecordNames | undefined },
    arrival: Arrival,
  ): LogChunk {
    const chunk = new LogChunk(length, first, arrival);
    chunk.#source = source;
    chunk.#names = names;
    return chunk;
  }

  at(index: number): LogRecord | undefined {
    if (this.#held) return this.#held[index];
    return index < this.length ? this.#source?.at(this.first + index) : undefined;
  }
  positionAt(index: number): number | undefined {
    if (!this.#isDense) return this.#held?.[index]?.position;
    return index < this.length ? this.first + index : undefined;
  }
  idAt(index: number): string | undefined {
    return this.#named(index)?.idAt(index) ?? this.at(index)?.event.id;
  }
  isId(index: number, id: string): boolean {
    const names = this.#named(index);
    return names ? names.isId(index, id) : this.at(index)?.event.id === id;
  }
  isRecordEvent(index: number): boolean {
    const names = this.#named(index);
    if (names) return names.isRecordEvent(index);
    const record = this.at(index);
    return record !== undefined && isRecordEvent(record.event);
  }
  arrivalAt(index: number): Arrival | undefined {
    return Array.isArray(this.arrivals) ? this.arrivals[index] : this.arrivals;
  }
  get names(): RecordNames {
    return this.#names ?? RecordNames.of(this.toArray());
  }

  toArray(): readonly LogRecord[] {
    return this.#held ?? Array.from({ length: this.length }, (_, i) => this.at(i) as LogRecord);
  }

  get isHeld(): boolean {
    return this.#held !== undefined;
  }

  /** The first of them alone. */
  upTo(length: number): LogChunk {
    if (length >= this.length) return this;
    const arrivals = Array.from({ length }, (_, i) => this.arrivalAt(i) as Arrival);
    if (this.#held) return LogChunk.holding(this.#held.slice(0, length), arrivals);
    const chunk = new LogChunk(length, this.first, arrivals);
    chunk.#source = this.#source;
    chunk.#names = this.#names?.slice(0, length);
    return chunk;
  }

  /** The source gives the records from now on, where it can: their positions have to follow on each other. */
  letGo(source: RecordSource): void {
    const held = this.#held;
    if (!held || !this.#isDense) return;
    this.#names = RecordNames.of(held);
    this.#source = source;
    this.#held = undefined;
  }

  #named(index: number): RecordNames | undefined {
    return index < this.length ? this.#names : undefined;
  }
}
