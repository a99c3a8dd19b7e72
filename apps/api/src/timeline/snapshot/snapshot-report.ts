import type { StoredEventForm } from '@policy-timeline/domain';
import { openSqliteEventStore } from '@policy-timeline/event-store';
import { inTodaysForm } from '../todays-form.js';
import { fittingSnapshot } from './fitting-snapshot.js';
import { FEWEST_EVENTS } from './snapshots.js';

const A_SLICE_MS = 20;

/**
 * Whether a start would use the snapshot beside a log, in a sentence: all of it is read and held against the log as a start
 * does. The log may be in use.
 * @throws StoreUnavailable, StoreDamaged when the log itself cannot be opened
 */
export async function snapshotReport(logFile: string, snapshotFile: string): Promise<string> {
  const log = await openSqliteEventStore<StoredEventForm>({ file: logFile });
  try {
    const { position: head } = await log.head();
    const found = await fittingSnapshot(
      snapshotFile,
      { head, isDamaged: log.damage !== null, recordAt: (position) => log.recordAt(position) },
      { at: (position) => inTodaysForm(log.recordAt(position)) },
      { milliseconds: A_SLICE_MS, signal: new AbortController().signal },
    );
    if (found === null)
      return `There is no snapshot beside it: a start reads all of it. The API keeps one from ${FEWEST_EVENTS.toLocaleString('en')} events on.`;
    if ('unfit' in found)
      return `The snapshot ${snapshotFile} does not fit: ${found.unfit}. Nothing is lost: the next start reads the log and writes it anew where the log is long.`;
    return `The snapshot ${snapshotFile} fits: it is of position ${found.position}, and a start reads the ${head - found.position} events behind it.`;
  } finally {
    await log.close();
  }
}
