import type { Batch } from './batch.js';
import { IdempotencyConflict, WrongRevision } from './errors.js';
import type { Head, Receipt, Revision } from './port.js';
import { hashing, type LogRow } from './record.js';

/** What the rules of appending need to see of a log. Adapters answer it from inside their transaction. */
export interface LogView {
  readonly head: Head;
  /** `recordedAt` of the last record; `null` when there is none. */
  readonly lastRecordedAt: string | null;
  revisionOf(stream: string): Revision;
  rowWithId(eventId: string): LogRow | undefined;
  /** Rows appended under this key, by position. */
  rowsUnderKey(idempotencyKey: string): readonly LogRow[];
}

export interface AppendPlan {
  /** Rows to write, none when the batch is a repetition. */
  readonly rows: readonly LogRow[];
  readonly receipt: Receipt;
}

/**
 * Whether each id is looked up before rows are planned. `WHEN_STALE`: only where a revision says that somebody wrote in
 * between, for a medium that itself refuses a row whose id it has; then the caller plans again with `ALWAYS`.
 */
export type IdLookup = 'ALWAYS' | 'WHEN_STALE';

/**
 * The rules of appending, once for all adapters: first repetition, then revisions, then dense positions chained by hash.
 * @throws IdempotencyConflict, WrongRevision
 */
export function planAppend(batch: Batch, log: LogView, now: Date, idLookup: IdLookup = 'ALWAYS'): AppendPlan {
  const streams = batch.streams.map((given) => ({ ...given, actual: log.revisionOf(given.stream) }));
  const stale = streams.find(({ expected, actual }) => actual !== expected);
  const repeated =
    rowsUnderItsKey(batch, log) ??
    (stale !== undefined || idLookup === 'ALWAYS' ? rowsWithItsIds(batch, log) : null);
  if (repeated !== null) return { rows: [], receipt: receiptFor(repeated, true) };
  if (stale !== undefined) throw new WrongRevision(stale.stream, stale.expected, stale.actual);

  const revisions = new Map(streams.map(({ stream, actual }) => [stream, actual === 'none' ? -1 : actual]));

  const recordedAt = notBefore(log.lastRecordedAt, now);
  const { actor, idempotencyKey } = batch;
  const hashed = hashing({ actor, recordedAt });
  let { position, hash: previousHash } = log.head;
  const rows = batch.events.map(({ stream, id, body }): LogRow => {
    const revision = (revisions.get(stream) ?? -1) + 1;
    revisions.set(stream, revision);
    position += 1;
    const hash = hashed({ position, stream, revision, body, previousHash });
    const row: LogRow = {
      position,
      stream,
      revision,
      eventId: id,
      body,
      recordedAt,
      actor,
      idempotencyKey,
      previousHash,
      hash,
    };
    previousHash = hash;
    return row;
  });
  return { rows, receipt: receiptFor(rows, false) };
}

/** The rows of the first time, or `null` when the key is new. */
function rowsUnderItsKey({ idempotencyKey, events }: Batch, log: LogView): readonly LogRow[] | null {
  if (idempotencyKey === null) return null;
  const rows = log.rowsUnderKey(idempotencyKey);
  const [first] = rows;
  if (first === undefined) return null;
  const same =
    rows.length === events.length &&
    events.every((event, i) => event.stream === rows[i]?.stream && event.body === rows[i]?.body);
  if (!same) throw new IdempotencyConflict('KEY_REUSED', idempotencyKey, first.position);
  return rows;
}

/** The rows of the first time, or `null` when every id is new. */
function rowsWithItsIds(batch: Batch, log: LogView): readonly LogRow[] | null {
  const known: LogRow[] = [];
  for (const { stream, id, body } of batch.events) {
    const row = log.rowWithId(id);
    if (row === undefined) continue;
    if (row.body !== body) throw new IdempotencyConflict('OTHER_BODY', id, row.position);
    if (row.stream !== stream) throw new IdempotencyConflict('OTHER_STREAM', id, row.position);
    known.push(row);
  }
  const [first] = known;
  if (first === undefined) return null;
  // Neither answer would be true for a half-known batch: a receipt would promise too much, an append would split what was one.
  if (known.length < batch.events.length)
    throw new IdempotencyConflict('PARTLY_NEW', first.eventId, first.position);
  return known;
}

function receiptFor(rows: readonly LogRow[], repeated: boolean): Receipt {
  const last = rows.reduce((a, b) => (b.position > a.position ? b : a));
  const revisions = new Map<string, number>();
  for (const { stream, revision } of rows)
    revisions.set(stream, Math.max(revision, revisions.get(stream) ?? 0));
  return {
    positions: rows.map((row) => row.position),
    position: last.position,
    hash: last.hash,
    repeated,
    revisions: Array.from(revisions, ([stream, revision]) => ({ stream, revision })),
  };
}

const LAST_FOUR_DIGIT_YEAR = Date.UTC(10_000, 0, 1) - 1;

/** A clock may be set back, or be wild: the log's instants stay non-decreasing and of fixed width, so that they sort as text. */
function notBefore(last: string | null, now: Date): string {
  const earliest = last === null ? 0 : Date.parse(last);
  const given = Number.isNaN(now.getTime()) ? earliest : now.getTime();
  return new Date(Math.min(Math.max(given, earliest), LAST_FOUR_DIGIT_YEAR)).toISOString();
}
