import type { DatabaseSync } from 'node:sqlite';
import { StoreDamaged } from '../errors.js';
import type { LogView } from '../plan-append.js';
import type { Head, Recorded, Revision, StoredEvent } from '../port.js';
import { faultIn, GENESIS_HASH, type LogRow, recordedOrFault } from '../record.js';
import { HEAD, wholeHead } from './inspect.js';
import { logRowOf, ROW, type SelectedRow } from './schema.js';

/** Every statement that reads or writes rows, prepared once. Each row it hands out has been held against its hash. */
export class RowStatements {
  readonly #file: string;
  readonly #database: DatabaseSync;
  readonly #fromPosition;
  readonly #ofStream;
  readonly #ofStreamByScan;
  readonly #lastOfStream;
  readonly #withId;
  readonly #underKey;
  readonly #at;
  readonly #revisionAt;
  readonly #last;
  readonly #anchor;
  readonly #insert;
  readonly #moveHead;

  constructor(file: string, database: DatabaseSync) {
    this.#file = file;
    this.#database = database;
    this.#fromPosition = database.prepare(
      `SELECT ${ROW} FROM record NOT INDEXED WHERE position >= ? ORDER BY position`,
    );
    this.#ofStream = database.prepare(`SELECT ${ROW} FROM record WHERE stream = ? ORDER BY revision`);
    this.#ofStreamByScan = database.prepare(
      `SELECT ${ROW} FROM record NOT INDEXED WHERE stream = ? ORDER BY position`,
    );
    this.#lastOfStream = database.prepare(
      `SELECT ${ROW} FROM record WHERE stream = ? ORDER BY revision DESC LIMIT 1`,
    );
    this.#withId = database.prepare(`SELECT ${ROW} FROM record WHERE event_id = ?`);
    this.#underKey = database.prepare(
      `SELECT ${ROW} FROM record WHERE idempotency_key = ? ORDER BY position`,
    );
    this.#at = database.prepare(`SELECT ${ROW} FROM record NOT INDEXED WHERE position = ?`);
    this.#revisionAt = database.prepare(
      `SELECT ${ROW} FROM record WHERE stream = ? AND position <= ? ORDER BY revision DESC LIMIT 1`,
    );
    this.#last = database.prepare(`SELECT ${ROW} FROM record NOT INDEXED ORDER BY position DESC LIMIT 1`);
    this.#anchor = database.prepare(HEAD);
    this.#insert = database.prepare('INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
    this.#moveHead = database.prepare('UPDATE head SET position = ?, hash = ? WHERE one = 1');
  }

  /** Rows from `position` on, until the caller stops asking. */
  *from(position: number): Generator<LogRow> {
    for (const row of this.#fromPosition.iterate(position)) yield this.#trusted(row);
  }

  /** The record of a position; `undefined` when there is none. */
  at<E extends StoredEvent>(position: number): Recorded<E> | undefined {
    const row = this.#at.get(position);
    if (row === undefined) return undefined;
    const recorded = recordedOrFault<E>(logRowOf(row));
    if (typeof recorded === 'string') throw new StoreDamaged(this.#file, position, recorded);
    return recorded;
  }

  /** Walks the stream back from its end, where what is asked for nearly always is. */
  revisionAt(stream: string, position: number): Revision {
    const row = this.#revisionAt.get(stream, position);
    return row === undefined ? 'none' : this.#trusted(row).revision;
  }

  /** `byScan` reads the table itself: slow, but right when an index is hurt. */
  ofStream(stream: string, byScan: boolean): readonly LogRow[] {
    const rows = (byScan ? this.#ofStreamByScan : this.#ofStream)
      .all(stream)
      .map((row) => this.#trusted(row));
    rows.forEach((row, revision) => {
      if (row.revision === revision) return;
      throw new StoreDamaged(
        this.#file,
        row.position,
        `revision ${row.revision} of "${stream}" stands where ${revision} belongs`,
      );
    });
    return rows;
  }

  /** The log as the rules of appending see it. @throws StoreDamaged when its end is not the one that the anchor names. */
  view(): LogView {
    const { found, anchor } = this.#ofOneMoment(() => ({
      found: this.#last.get(),
      anchor: wholeHead(this.#anchor.get()),
    }));
    const last = found === undefined ? undefined : this.#trusted(found);
    const head: Head =
      last === undefined
        ? { position: -1, hash: GENESIS_HASH }
        : { position: last.position, hash: last.hash };
    if (anchor?.position !== head.position || anchor.hash !== head.hash) {
      throw new StoreDamaged(
        this.#file,
        Math.min(head.position, anchor?.position ?? -1) + 1,
        'the last record is not the one that the anchor names',
      );
    }
    const one = (row: SelectedRow | undefined): LogRow | undefined =>
      row === undefined ? undefined : this.#trusted(row);
    return {
      head,
      lastRecordedAt: last?.recordedAt ?? null,
      revisionOf: (stream) => one(this.#lastOfStream.get(stream))?.revision ?? 'none',
      rowWithId: (id) => one(this.#withId.get(id)),
      rowsUnderKey: (key) => this.#underKey.all(key).map((row) => this.#trusted(row)),
    };
  }

  /** Between two reads another process may append: without one snapshot the end and its anchor would seem to disagree. */
  #ofOneMoment<T>(read: () => T): T {
    if (this.#database.isTransaction) return read();
    this.#database.exec('BEGIN');
    try {
      return read();
    } finally {
      this.#database.exec('COMMIT');
    }
  }

  insert(rows: readonly LogRow[]): void {
    for (const r of rows) {
      this.#insert.run(
        r.position,
        r.stream,
        r.revision,
        r.eventId,
        r.body,
        r.recordedAt,
        r.actor,
        r.idempotencyKey,
        r.previousHash,
        r.hash,
      );
    }
    const last = rows.at(-1);
    if (last !== undefined) this.#moveHead.run(last.position, last.hash);
  }

  #trusted(row: SelectedRow): LogRow {
    const read = logRowOf(row);
    const fault = faultIn(read);
    if (fault !== null) throw new StoreDamaged(this.#file, read.position, fault);
    return read;
  }
}
