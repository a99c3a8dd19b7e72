import type { Batch } from './batch.js';
import { IdempotencyConflict, WrongRevision } from './errors.js';
import type { Head, Receipt, Revision } from './port.js';
import { hashOf, type LogRow } from './record.js';

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
 * The rules of appending, once for all adapters: first repetition, then revisions, then dense positions chained by hash.
 * @throws IdempotencyConflict, WrongRevision
 */
export function planAppend(batch: Batch, log: LogView, now: Date): AppendPlan {
  const repeated = rowsOfRepetition(batch, log);
  if (repeated !== null) return { rows: [], receipt: receiptFor(repeated, true) };

  const revisions = new Map<string, number>();
  for (const { stream, expected } of batch.streams) {
    const actual = log.revisionOf(stream);
    if (actual !== expected) throw new WrongRevision(stream, expected, actual);
    revisions.set(stream, actual === 'none' ? -1 : actual);
  }

  const recordedAt = notBefore(log.lastRecordedAt, now);
  let { position, hash: previousHash } = log.head;
  const rows = batch.events.map(({ stream, id, body }): LogRow => {
    const revision = (revisions.get(stream) ?? -1) + 1;
    revisions.set(stream, revision);
    position += 1;
    const content = { position, stream, revision, body, recordedAt, actor: batch.actor, previousHash };
    const hash = hashOf(content);
    previousHash = hash;
    return { ...content, eventId: id, idempotencyKey: batch.idempotencyKey, hash };
  });
  return { rows, receipt: receiptFor(rows, false) };
}

/** The rows of the first time, or `null` when the batch is new. */
function rowsOfRepetition(batch: Batch, log: LogView): readonly LogRow[] | null {
  if (batch.idempotencyKey !== null) {
    const [first, ...rest] = log.rowsUnderKey(batch.idempotencyKey);
    if (first !== undefined) {
      const rows = [first, ...rest];
      const same =
        rows.length === batch.events.length &&
        batch.events.every((event, i) => event.stream === rows[i]?.stream && event.body === rows[i]?.body);
      if (!same) throw new IdempotencyConflict('KEY_REUSED', batch.idempotencyKey, first.position);
      return rows;
    }
  }
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
