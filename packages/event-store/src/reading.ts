import { setImmediate } from 'node:timers/promises';
import type { AppendSignal } from './append-signal.js';
import { requirePosition } from './batch.js';
import { GapInLog } from './errors.js';
import type { Head, Recorded, StoredEvent } from './port.js';

/** Where readers get their records: a page at a time, so that memory is bounded by the page and not by the log. */
export interface RecordSource<E extends StoredEvent> {
  /** Some records from `fromPosition` on, by position; none only at the end of the log. */
  page(fromPosition: number): Promise<readonly Recorded<E>[]>;
  head(): Promise<Head>;
  readonly appended: AppendSignal;
}

/** `EventStore.readAll` over any source. */
export async function* readForward<E extends StoredEvent>(
  source: RecordSource<E>,
  fromPosition: number,
): AsyncGenerator<Recorded<E>> {
  requirePosition(fromPosition);
  const last = (await source.head()).position;
  let next = fromPosition;
  while (next <= last) {
    const page = await source.page(next);
    if (page.length === 0) throw new GapInLog(next, last + 1);
    for (const record of page) {
      if (record.position !== next) throw new GapInLog(next, record.position);
      if (next > last) return;
      yield record;
      next += 1;
    }
    await setImmediate();
  }
}

/** `EventStore.subscribe` over any source. */
export async function follow<E extends StoredEvent>(
  source: RecordSource<E>,
  fromPosition: number,
  handler: (record: Recorded<E>) => void | Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  requirePosition(fromPosition);
  if (signal.aborted) return;
  const { position } = await source.head();
  if (fromPosition > position + 1) throw new GapInLog(position + 1, fromPosition);

  let next = fromPosition;
  while (!signal.aborted) {
    const seen = source.appended.count;
    const page = await pageOrEnd(source, next);
    for (const record of page) {
      if (signal.aborted) return;
      if (record.position !== next) throw new GapInLog(next, record.position);
      await handler(record);
      next += 1;
    }
    if (signal.aborted) return;
    if (page.length === 0) await source.appended.changedSince(seen, signal);
    // A long catch-up with a quick handler must not hold up everything else in the process.
    else await setImmediate();
  }
}

/** An empty page means "end of the log" only if the head agrees; asked twice, because somebody may append between the two questions. */
async function pageOrEnd<E extends StoredEvent>(
  source: RecordSource<E>,
  next: number,
): Promise<readonly Recorded<E>[]> {
  const page = await source.page(next);
  if (page.length > 0) return page;
  const { position } = await source.head();
  if (position < next) return page;
  const again = await source.page(next);
  if (again.length === 0) throw new GapInLog(next, position + 1);
  return again;
}
