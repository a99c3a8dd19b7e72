import { AppendSignal } from '../append-signal.js';
import { type Batch, batchOf, requirePosition } from '../batch.js';
import { GapInLog, IdempotencyConflict, StoreDamaged, StoreUnavailable, WrongRevision } from '../errors.js';
import { type AppendPlan, type IdLookup, planAppend } from '../plan-append.js';
import type {
  AppendContext,
  EventStore,
  Head,
  Receipt,
  Recorded,
  Revision,
  StoredEvent,
  VerifyReport,
  Write,
} from '../port.js';
import { follow, type RecordSource, readForward } from '../reading.js';
import { toRecorded } from '../record.js';
import type { RecordAccess } from '../record-access.js';
import { GroupCommit, type Outcome } from './group-commit.js';
import { inspect } from './inspect.js';
import type { LogFile } from './log-file.js';
import { Neighbours } from './neighbours.js';
import { RowStatements } from './row-statements.js';
import { fromSqlite, meansKnownId } from './sqlite-error.js';

const PAGE_RECORDS = 512;
const PAGE_CHARACTERS = 4_000_000;

/** Where an embedded log is, and how patient it is. */
export interface SqliteEventStoreOptions {
  /** Path of the database file; made, with its folders, when missing. On a local disk: network file systems break SQLite's locks. */
  readonly file: string;
  /** Clock for `recordedAt`. Default: the system's. */
  readonly now?: () => Date;
  /** How long an append waits for another process's write, in milliseconds. Default 5000. The thread waits with it. */
  readonly busyTimeoutMs?: number;
  /** How often subscriptions look for appends of other processes, in milliseconds. Default 250. Own appends wake them at once. */
  readonly pollMs?: number;
}

/** The embedded log. Open it with `openSqliteEventStore`. */
export class SqliteEventStore<E extends StoredEvent> implements EventStore<E>, RecordAccess<E> {
  /** Absolute path of the database. */
  readonly file: string;
  readonly #database: LogFile['database'];
  readonly #rows: RowStatements;
  readonly #begin;
  readonly #commitNow;
  readonly #now: () => Date;
  readonly #appends = new GroupCommit((batches) => this.#commit(batches));
  readonly #closing = new AbortController();
  readonly #source: RecordSource<E> = {
    page: async (from) => this.#use(() => this.#page(from)),
    head: () => this.#endOfReading(),
    appended: new AppendSignal(),
  };
  readonly #neighbours: Neighbours;
  #damage: StoreDamaged | null;

  constructor(
    { file, database }: LogFile,
    damage: StoreDamaged | null,
    options: Omit<SqliteEventStoreOptions, 'file'> = {},
  ) {
    this.file = file;
    this.#database = database;
    this.#damage = damage;
    this.#rows = new RowStatements(file, database);
    this.#begin = database.prepare('BEGIN IMMEDIATE');
    this.#commitNow = database.prepare('COMMIT');
    this.#now = options.now ?? (() => new Date());
    this.#neighbours = new Neighbours(database, this.#source.appended, options.pollMs ?? 250);
  }

  /** What is wrong with the file as far as it is known: found on opening or by a read since. `null` when nothing is. */
  get damage(): StoreDamaged | null {
    return this.#damage;
  }

  async read(
    stream: string,
  ): Promise<{ readonly revision: Revision; readonly events: readonly Recorded<E>[] }> {
    return this.#use(() => {
      // A record that cannot be read may belong to any stream; a stream without its last events would be a silent lie.
      if (this.#damage !== null && this.#damage.position !== null) throw this.#damage;
      const rows = this.#rows.ofStream(stream, this.#damage !== null);
      return { revision: rows.at(-1)?.revision ?? 'none', events: rows.map((row) => toRecorded<E>(row)) };
    });
  }

  async *readAll(fromPosition: number): AsyncGenerator<Recorded<E>> {
    try {
      yield* readForward(this.#source, fromPosition);
    } catch (error) {
      // In a hurt file a page may come out of order: then the damage is what to tell, not the hole it makes (trial seed 236954875).
      throw error instanceof GapInLog && this.#damage !== null ? this.#damage : error;
    }
  }

  async append(writes: readonly Write<E>[], context: AppendContext = {}): Promise<Receipt> {
    const batch = batchOf(writes, context);
    this.#use(() => undefined);
    return this.#appends.add(batch);
  }

  /** Carries out batches in one transaction: durable together, each refused or appended for itself. */
  #commit(batches: readonly Batch[]): readonly Outcome[] {
    const outcomes = this.#use(() => {
      if (this.#damage !== null) throw this.#damage;
      try {
        // The unique index finds a known id by itself; a lookup before each insert would take half as long again.
        return this.#inTransaction(() => batches.map((batch) => this.#carryOut(batch, 'WHEN_STALE')));
      } catch (error) {
        if (!meansKnownId(error)) throw error;
        // Nothing of the group was kept. Now every id is looked up, to tell which batch is a repetition or a conflict.
        return this.#inTransaction(() => batches.map((batch) => this.#carryOut(batch, 'ALWAYS')));
      }
    });
    if (outcomes.some((outcome) => 'receipt' in outcome && !outcome.receipt.repeated))
      this.#source.appended.announce();
    return outcomes;
  }

  /** A refusal comes before the first row of its batch, so the batches beside it need no savepoint. */
  #carryOut(batch: Batch, idLookup: IdLookup): Outcome {
    let plan: AppendPlan;
    try {
      plan = planAppend(batch, this.#rows.view(), this.#now(), idLookup);
    } catch (error) {
      if (error instanceof WrongRevision || error instanceof IdempotencyConflict) return { refusal: error };
      throw error;
    }
    this.#rows.insert(plan.rows);
    return { receipt: plan.receipt };
  }

  async subscribe(
    fromPosition: number,
    handler: (record: Recorded<E>) => void | Promise<void>,
    signal?: AbortSignal,
  ): Promise<void> {
    const ending =
      signal === undefined ? this.#closing.signal : AbortSignal.any([signal, this.#closing.signal]);
    this.#use(() => this.#neighbours.watch());
    try {
      await follow(this.#source, fromPosition, handler, ending);
    } finally {
      this.#neighbours.unwatch();
    }
  }

  /** On a log hurt in the middle it stays the acknowledged one. @throws StoreDamaged when the end itself is hurt. */
  async head(): Promise<Head> {
    return this.#use(() => this.#rows.view().head);
  }

  recordAt(position: number): Recorded<E> {
    requirePosition(position);
    return this.#use(() => {
      const recorded = this.#rows.at<E>(position);
      if (recorded !== undefined) return recorded;
      const end = this.#rows.view().head.position + 1;
      if (position >= end) throw new GapInLog(end, position);
      throw new StoreDamaged(this.file, position, 'the record is missing');
    }, position);
  }

  revisionAt(stream: string, position: number): Revision {
    return this.#use(() => this.#rows.revisionAt(stream, position), position);
  }

  async verify(): Promise<VerifyReport> {
    this.#use(() => undefined);
    const report = await inspect(this.#database);
    if (report.damage !== null)
      this.#damage ??= new StoreDamaged(this.file, report.damage.position, report.damage.reason);
    return report;
  }

  async close(): Promise<void> {
    if (this.#closing.signal.aborted) return;
    this.#appends.flush();
    this.#closing.abort();
    this.#neighbours.forget();
    this.#database.close();
  }

  /** Where readers stop. On a hurt log that is the fault, so that none takes the records before it for the whole. */
  async #endOfReading(): Promise<Head> {
    try {
      const head = await this.head();
      return { ...head, position: Math.max(head.position, this.#damage?.position ?? -1) };
    } catch (error) {
      const position = error instanceof StoreDamaged ? (this.#damage?.position ?? error.position) : null;
      if (position === null) throw error;
      return { position, hash: '' };
    }
  }

  /** Whatever can be served from `from` on; the fault itself is thrown when nothing stands before it. */
  #page(from: number): readonly Recorded<E>[] {
    const limit = this.#damage?.position ?? Number.POSITIVE_INFINITY;
    if (this.#damage !== null && from >= limit) throw this.#damage;
    const page: Recorded<E>[] = [];
    let characters = 0;
    try {
      for (const row of this.#rows.from(from)) {
        if (row.position >= limit || page.length >= PAGE_RECORDS || characters >= PAGE_CHARACTERS) break;
        const before = page.at(-1);
        if (
          before !== undefined &&
          before.position + 1 === row.position &&
          before.hash !== row.previousHash
        ) {
          throw new StoreDamaged(this.file, row.position, 'it does not follow the record before it');
        }
        page.push(toRecorded<E>(row));
        characters += row.body.length;
      }
    } catch (error) {
      const fault = fromSqlite(error, this.file, (page.at(-1)?.position ?? from - 1) + 1);
      if (fault instanceof StoreDamaged) this.#damage ??= fault;
      if (page.length === 0) throw fault;
    }
    return page;
  }

  #inTransaction<T>(act: () => T): T {
    // Immediate: the write lock is taken before the head is read, so two processes never plan on the same head.
    this.#begin.run();
    try {
      const done = act();
      this.#commitNow.run();
      return done;
    } catch (error) {
      // After a full disk or a failed write SQLite may have rolled back by itself.
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  /** @param position of the record asked for, to be named when its page is hurt. */
  #use<T>(answer: () => T, position: number | null = null): T {
    if (this.#closing.signal.aborted)
      throw new StoreUnavailable(`${this.file} was closed by this program; open it again.`);
    try {
      return answer();
    } catch (error) {
      const fault = fromSqlite(error, this.file, position);
      if (fault instanceof StoreDamaged) this.#damage ??= fault;
      throw fault;
    }
  }
}
