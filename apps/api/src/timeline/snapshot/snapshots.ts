import { canBeStored, type RecordSource } from '@policy-timeline/domain';
import { fittingSnapshot, type LogToFit, type RecordAt, type Turns } from './fitting-snapshot.js';
import { writeSnapshotFile } from './snapshot-file.js';

/** A shorter log is read in a second or two. */
export const FEWEST_EVENTS = 20_000;
/**
 * Written anew when so many events have come since, and a share of all: a start then replays little beside what it saves, and
 * each event is written a bounded number of times.
 */
const EVENTS_BETWEEN = 10_000;
const SHARE_BETWEEN = 1 / 16;

interface Options {
  readonly say: (line: string) => void;
  readonly fewestEvents?: number;
  readonly eventsBetween?: number;
}

/**
 * The snapshot beside the log. It saves a start the reading of the log and is never needed: one that does not fit is passed
 * over with a word and written anew, one that cannot be written is left.
 */
export class Snapshots {
  readonly #say: (line: string) => void;
  readonly #fewestEvents: number;
  readonly #eventsBetween: number;
  /** Last position of what was stored, or tried to be. */
  #storedAt = -1;
  #writing: Promise<void> | undefined;

  constructor(
    private readonly file: string,
    { say, fewestEvents = FEWEST_EVENTS, eventsBetween = EVENTS_BETWEEN }: Options,
  ) {
    this.#say = say;
    this.#fewestEvents = fewestEvents;
    this.#eventsBetween = eventsBetween;
  }

  /** The record as of the snapshot; null: there is none that fits. */
  async restore(log: LogToFit, source: RecordSource, turns: Turns): Promise<RecordAt | null> {
    const found = await fittingSnapshot(this.file, log, source, turns);
    if (found === null) return null;
    if ('unfit' in found) {
      this.#say(`The snapshot ${this.file} is not used: ${found.unfit}. The log is read from its beginning.`);
      return null;
    }
    this.#storedAt = found.position;
    return found;
  }

  /** Writes the record when enough has come since it was last written. To be told of each step. */
  keepUp({ timeline, position, hash }: RecordAt, signal: AbortSignal): void {
    const enough = Math.max(this.#eventsBetween, SHARE_BETWEEN * position);
    if (this.#writing || position + 1 < this.#fewestEvents || position - this.#storedAt < enough) return;
    if (!canBeStored(timeline)) return;
    this.#storedAt = position;
    const began = performance.now();
    this.#writing = writeSnapshotFile(this.file, timeline, hash, signal)
      .then((bytes) => {
        if (bytes === null) return;
        const seconds = ((performance.now() - began) / 1000).toFixed(1);
        this.#say(
          `A snapshot of position ${position} is written: ${Math.ceil(bytes / 2 ** 20)} MB in ${seconds} s.`,
        );
      })
      .catch((error: unknown) =>
        this.#say(
          `No snapshot is written (${error instanceof Error ? error.message : error}); the next start reads more of the log.`,
        ),
      )
      .finally(() => {
        this.#writing = undefined;
      });
  }

  /** Resolves when nothing is being written. */
  async settled(): Promise<void> {
    await this.#writing;
  }
}
