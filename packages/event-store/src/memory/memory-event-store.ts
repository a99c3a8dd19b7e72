import { AppendSignal } from '../append-signal.js';
import { batchOf, requirePosition } from '../batch.js';
import { Chain } from '../chain.js';
import { GapInLog, StoreUnavailable } from '../errors.js';
import { type LogView, planAppend } from '../plan-append.js';
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
import { GENESIS_HASH, type LogRow, toRecorded } from '../record.js';
import type { RecordAccess } from '../record-access.js';

const PAGE_RECORDS = 512;

/** How a memory log is made. */
export interface MemoryEventStoreOptions {
  /** Clock for `recordedAt`. Default: the system's. */
  readonly now?: () => Date;
}

/** The log in an array, gone with the process: for tests and demonstrations. Keeps texts, so nobody can change a record through what they gave or got. */
export class MemoryEventStore<E extends StoredEvent> implements EventStore<E>, RecordAccess<E> {
  readonly #rows: LogRow[] = [];
  readonly #byId = new Map<string, LogRow>();
  readonly #byStream = new Map<string, LogRow[]>();
  readonly #byKey = new Map<string, LogRow[]>();
  readonly #now: () => Date;
  readonly #closing = new AbortController();
  readonly #source: RecordSource<E> = {
    page: async (from) =>
      this.#open(() => this.#rows.slice(from, from + PAGE_RECORDS).map((row) => toRecorded<E>(row))),
    head: () => this.head(),
    appended: new AppendSignal(),
  };

  constructor({ now = () => new Date() }: MemoryEventStoreOptions = {}) {
    this.#now = now;
  }

  async read(
    stream: string,
  ): Promise<{ readonly revision: Revision; readonly events: readonly Recorded<E>[] }> {
    return this.#open(() => ({
      revision: this.#view.revisionOf(stream),
      events: (this.#byStream.get(stream) ?? []).map((row) => toRecorded<E>(row)),
    }));
  }

  readAll(fromPosition: number): AsyncIterable<Recorded<E>> {
    return readForward(this.#source, fromPosition);
  }

  async append(writes: readonly Write<E>[], context: AppendContext = {}): Promise<Receipt> {
    const { rows, receipt } = this.#open(() => planAppend(batchOf(writes, context), this.#view, this.#now()));
    for (const row of rows) this.#keep(row);
    if (rows.length > 0) this.#source.appended.announce();
    return receipt;
  }

  async subscribe(
    fromPosition: number,
    handler: (record: Recorded<E>) => void | Promise<void>,
    signal?: AbortSignal,
  ): Promise<void> {
    const ending =
      signal === undefined ? this.#closing.signal : AbortSignal.any([signal, this.#closing.signal]);
    await this.#open(() => follow(this.#source, fromPosition, handler, ending));
  }

  async head(): Promise<Head> {
    return this.#open(() => this.#view.head);
  }

  recordAt(position: number): Recorded<E> {
    requirePosition(position);
    return this.#open(() => {
      const row = this.#rows[position];
      if (row === undefined) throw new GapInLog(this.#rows.length, position);
      return toRecorded<E>(row);
    });
  }

  revisionAt(stream: string, position: number): Revision {
    return this.#open(
      () => this.#byStream.get(stream)?.findLast((row) => row.position <= position)?.revision ?? 'none',
    );
  }

  async verify(): Promise<VerifyReport> {
    return this.#open(() => {
      const chain = new Chain();
      for (const row of this.#rows) {
        const reason = chain.take(row);
        const records = chain.head.position + 1;
        if (reason !== null)
          return { intact: false, records, head: chain.head, damage: { position: records, reason } };
      }
      return { intact: true, records: this.#rows.length, head: chain.head, damage: null };
    });
  }

  async close(): Promise<void> {
    this.#closing.abort();
  }

  get #view(): LogView {
    const last = this.#rows.at(-1);
    return {
      head:
        last === undefined
          ? { position: -1, hash: GENESIS_HASH }
          : { position: last.position, hash: last.hash },
      lastRecordedAt: last?.recordedAt ?? null,
      revisionOf: (stream) => this.#byStream.get(stream)?.at(-1)?.revision ?? 'none',
      rowWithId: (id) => this.#byId.get(id),
      rowsUnderKey: (key) => this.#byKey.get(key) ?? [],
    };
  }

  #keep(row: LogRow): void {
    this.#rows.push(row);
    this.#byId.set(row.eventId, row);
    const stream = this.#byStream.get(row.stream);
    if (stream === undefined) this.#byStream.set(row.stream, [row]);
    else stream.push(row);
    if (row.idempotencyKey === null) return;
    const batch = this.#byKey.get(row.idempotencyKey);
    if (batch === undefined) this.#byKey.set(row.idempotencyKey, [row]);
    else batch.push(row);
  }

  #open<T>(answer: () => T): T {
    if (this.#closing.signal.aborted)
      throw new StoreUnavailable('The memory store is closed; create another one. What it held is gone.');
    return answer();
  }
}
