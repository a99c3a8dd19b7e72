import type { RecordSource, Timeline, Unfit } from '@policy-timeline/domain';
import type { Recorded, StoredEvent } from '@policy-timeline/event-store';
import { type OpenSnapshot, openSnapshot, readInTurns } from './snapshot-file.js';

/** The record as of a position, and the hash of the log there. */
export interface RecordAt {
  readonly timeline: Timeline;
  readonly position: number;
  readonly hash: string;
}

/** The log as a snapshot is held against it. */
export interface LogToFit {
  /** Its last position. */
  readonly head: number;
  readonly isDamaged: boolean;
  recordAt(position: number): Pick<Recorded<StoredEvent>, 'hash'>;
}

/** How long one turn of the event loop may take, and what ends the reading. */
export interface Turns {
  readonly milliseconds: number;
  readonly signal: AbortSignal;
}

/**
 * The record as of the snapshot in a file, or why a log cannot be followed from there; null: there is none, or `signal` ended
 * the reading. Whatever goes wrong, the log itself can be read.
 */
export async function fittingSnapshot(
  file: string,
  log: LogToFit,
  source: RecordSource,
  { milliseconds, signal }: Turns,
): Promise<RecordAt | Unfit | null> {
  let opened: OpenSnapshot | undefined;
  try {
    const found = openSnapshot(file);
    if (found === null || 'unfit' in found) return found;
    opened = found;
    const { position, hash } = found.head;
    const misfit = misfitOf(found.head, log);
    if (misfit !== null) return { unfit: misfit };
    const timeline = await readInTurns(found, source, milliseconds, signal);
    return timeline === null || 'unfit' in timeline ? timeline : { timeline, position, hash };
  } catch (error) {
    return { unfit: error instanceof Error ? error.message : String(error) };
  } finally {
    opened?.close();
  }
}

function misfitOf({ position, hash }: OpenSnapshot['head'], log: LogToFit): string | null {
  if (log.isDamaged) return 'the log is damaged';
  if (position > log.head)
    return `it is of position ${position}, and the log ends at ${log.head}: an older copy was put in its place`;
  if (log.recordAt(position).hash !== hash) return `the log has another record at position ${position}`;
  return null;
}
