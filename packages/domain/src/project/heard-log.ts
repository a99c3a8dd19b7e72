import type { LogPrefix } from '../bitemporal/log-prefix.js';
import type { Slices } from '../bitemporal/slices.js';
import { isRecordEvent, type LogRecord } from '../events/record-event.js';
import { EventNotes } from './event-notes.js';
import { LogRows } from './log-rows.js';

/** A log that has been gone through once: whatever settles it reads what is noted here and, but for errata, no record again. */
export class HeardLog {
  /** What speaks of our record, in order. */
  readonly told: LogRecord[] = [];
  readonly notes: EventNotes;
  /** Ids of which something is said before an event bears them. */
  readonly #unmet = new Set<string>();

  private constructor(readonly log: LogRows) {
    this.notes = new EventNotes(log.length);
  }

  static *inSlices(prefix: LogPrefix): Slices<HeardLog> {
    let heard: HeardLog | undefined;
    const log = yield* LogRows.inSlices(prefix, (rows) => {
      const hearing = new HeardLog(rows);
      heard = hearing;
      return (row) => hearing.#hear(row);
    });
    return heard ?? new HeardLog(log);
  }

  /** Ids of which something is said without an event that bears them. */
  get awaited(): ReadonlySet<string> {
    return new Set([...this.#unmet].filter((id) => this.log.rowOf(id) < 0));
  }

  #hear(row: number): void {
    const record = this.log.at(row);
    const { event } = record;
    if (isRecordEvent(event)) {
      this.told.push(record);
      this.notes.hear(row, null);
      if ('target' in event) this.#aim(event.target);
      return;
    }
    this.notes.hear(row, event);
    for (const { target } of event.effects) if (target !== undefined) this.#aim(target);
  }

  #aim(id: string): void {
    if (this.log.rowOf(id) < 0) this.#unmet.add(id);
  }
}
