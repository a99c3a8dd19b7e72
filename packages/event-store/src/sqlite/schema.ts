import type { SQLOutputValue } from 'node:sqlite';
import type { LogRow } from '../record.js';

/** Raised whenever a file written by this program could not be read by the one before it. Kept in `PRAGMA user_version`. */
export const SCHEMA_VERSION = 1;

/**
 * One statement per object, exactly as SQLite keeps them: on opening, the file's own schema is compared with these texts,
 * because a hurt schema could drop a constraint without a word.
 *
 * `head` repeats what the last record says. It is the anchor that shows when records are missing from the end,
 * which a chain of hashes alone cannot.
 */
export const SCHEMA: readonly string[] = [
  `CREATE TABLE record (
  position INTEGER PRIMARY KEY CHECK (position >= 0),
  stream TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 0),
  event_id TEXT NOT NULL UNIQUE,
  body TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  actor TEXT,
  idempotency_key TEXT,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  UNIQUE (stream, revision)
) STRICT`,
  `CREATE INDEX record_by_key ON record (idempotency_key) WHERE idempotency_key IS NOT NULL`,
  `CREATE TRIGGER record_is_never_changed BEFORE UPDATE ON record BEGIN SELECT RAISE(ABORT, 'records are never changed'); END`,
  `CREATE TRIGGER record_is_never_deleted BEFORE DELETE ON record BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END`,
  `CREATE TABLE head (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  position INTEGER NOT NULL,
  hash TEXT NOT NULL
) STRICT`,
];

/** The columns of `record` under the names of `LogRow`. */
export const ROW = `position, stream, revision, event_id AS eventId, body, recorded_at AS recordedAt, actor,
  idempotency_key AS idempotencyKey, previous_hash AS previousHash, hash`;

/** A row as the database gives it: it knows the columns by their names alone. */
export type SelectedRow = Readonly<Record<string, SQLOutputValue>>;

/** A row that was selected by `ROW`. Whether it holds what was written, its hash tells. */
export const logRowOf = (row: SelectedRow): LogRow => row as unknown as LogRow;
