// A log of realistic events in an SQLite file, appended in bulk through the event store.
import { LOG_SIZES, realisticLog } from '@policy-timeline/domain/testing';
import { openSqliteEventStore } from '@policy-timeline/event-store';

const BATCH = 5_000;

/** Events of one stream keep their order within a batch; only neighbours of other streams change places. */
export async function writeLog(file, size, say) {
  const store = await openSqliteEventStore({ file });
  const revisions = new Map();
  let batch = new Map();
  let [waiting, written] = [0, 0];
  const flush = async () => {
    const writes = [...batch].map(([stream, events]) => ({
      stream,
      events,
      expected: revisions.get(stream) ?? 'none',
    }));
    const receipt = await store.append(writes, { actor: 'bench' });
    for (const { stream, revision } of receipt.revisions) revisions.set(stream, revision);
    written += waiting;
    batch = new Map();
    waiting = 0;
  };
  try {
    for (const { event } of realisticLog(LOG_SIZES[size])) {
      const list = batch.get(event.stream);
      if (list) list.push(event);
      else batch.set(event.stream, [event]);
      if (++waiting < BATCH) continue;
      await flush();
      if (written % 100_000 === 0) say(`${written.toLocaleString('en')} events appended`);
    }
    if (waiting > 0) await flush();
  } finally {
    await store.close();
  }
  return written;
}
