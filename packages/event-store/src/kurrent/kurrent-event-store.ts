import { randomUUID } from 'node:crypto';
import { type Batch, batchOf } from '../batch.js';
import { Chain } from '../chain.js';
import type { StoreCondition } from '../condition.js';
import { IdempotencyConflict, type StoreDamaged, StoreUnavailable, WrongRevision } from '../errors.js';
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
import { isPassing } from './kurrent-error.js';
import type { Ledger } from './ledger.js';
import { LedgerTail } from './ledger-tail.js';
import { Patience, patiently } from './patience.js';
import { planOnLedger } from './plan-on-ledger.js';
import { recordsAt, type TrustedRecord } from './records-at.js';
import { reportOf, walkLedger } from './walk-ledger.js';

const PAGE_RECORDS = 512;

export interface KurrentEventStoreOptions {
  /** `kurrentdb://USER:PASSWORD@HOST:2113?tls=true`; see `ledgerAddress`. */
  readonly url: string;
  /** Clock for `recordedAt`. Default: the system's. */
  readonly now?: () => Date;
  /** How long an append or a read goes on trying before it answers STORE_UNAVAILABLE, in milliseconds. Default 5000. */
  readonly patienceMs?: number;
  /** How long one call to the server may take, in milliseconds. Default 5000. */
  readonly callTimeoutMs?: number;
  /** How often the end of the ledger is read beside the subscription, in case that has fallen silent, in milliseconds. Default 5000. */
  readonly pollMs?: number;
}

/** The log in one stream of a KurrentDB server; docs/adr/0007 says why one. Open it with `openKurrentEventStore`. */
export class KurrentEventStore<E extends StoredEvent> implements EventStore<E>, StoreCondition {
  /** Hosts and ledger, without secrets. */
  readonly name: string;
  readonly #ledger: Ledger;
  readonly #tail: LedgerTail;
  readonly #now: () => Date;
  readonly #patienceMs: number;
  readonly #closing = new AbortController();
  #appending: Promise<unknown> = Promise.resolve();
  #following: Promise<void> = Promise.resolve();

  constructor(ledger: Ledger, name: string, options: Omit<KurrentEventStoreOptions, 'url'>) {
    this.#ledger = ledger;
    this.name = name;
    this.#now = options.now ?? (() => new Date());
    this.#patienceMs = options.patienceMs ?? 5_000;
    this.#tail = new LedgerTail(ledger, name, this.#closing.signal);
  }

  get damage(): StoreDamaged | null {
    return this.#tail.damage;
  }

  get unavailable(): StoreUnavailable | null {
    return this.#tail.unavailable;
  }

  /** Takes in what is there, then follows. For `openKurrentEventStore`. */
  async start(pollMs: number): Promise<void> {
    await this.#patiently(() => this.#tail.catchUp());
    this.#following = this.#tail.follow(pollMs);
  }

  async read(
    stream: string,
  ): Promise<{ readonly revision: Revision; readonly events: readonly Recorded<E>[] }> {
    return this.#patiently(async () => {
      await this.#tail.catchUp();
      // Behind the fault there may be events of any stream; one without its last events would be a silent lie.
      if (this.damage !== null) throw this.damage;
      const records = await this.#recordsAt(this.#tail.index.positionsOf(stream));
      return {
        revision: records.at(-1)?.row.revision ?? 'none',
        events: records.map(({ row }) => toRecorded<E>(row)),
      };
    });
  }

  readAll(fromPosition: number): AsyncIterable<Recorded<E>> {
    return readForward(this.#source(this.#patienceMs), fromPosition);
  }

  async append(writes: readonly Write<E>[], context: AppendContext = {}): Promise<Receipt> {
    const batch = batchOf(writes, context);
    this.#requireOpen();
    // One at a time: of two at once from here, one would only lose against the other.
    const appended = this.#appending.then(() => this.#carryOut(batch));
    this.#appending = appended.catch(() => undefined);
    return appended;
  }

  /** Outlives the server's absence: it waits, and goes on behind the last record that was handed over. */
  async subscribe(
    fromPosition: number,
    handler: (record: Recorded<E>) => void | Promise<void>,
    signal?: AbortSignal,
  ): Promise<void> {
    this.#requireOpen();
    const ending =
      signal === undefined ? this.#closing.signal : AbortSignal.any([signal, this.#closing.signal]);
    await follow(this.#source(Number.POSITIVE_INFINITY, ending), fromPosition, handler, ending);
  }

  /** On a hurt ledger the last record before the fault. */
  async head(): Promise<Head> {
    return this.#patiently(async () => {
      await this.#tail.catchUp();
      return this.#tail.readable;
    });
  }

  async verify(): Promise<VerifyReport> {
    const chain = new Chain();
    return this.#patiently(async () => {
      await this.#tail.catchUp();
      const fault = await walkLedger(this.#ledger, this.name, chain);
      const known = this.#tail.index.head.position;
      const missing = `records up to ${known} were there before, the last one found is ${chain.head.position}`;
      return reportOf(chain, fault ?? (chain.head.position < known ? missing : null));
    });
  }

  /** What was begun is finished first. */
  async close(): Promise<void> {
    if (this.#closing.signal.aborted) return;
    await this.#appending;
    this.#closing.abort();
    await this.#ledger.close();
    await this.#following;
  }

  /**
   * Plans on what is known, sends, reads back, and plans again: what was written is then a repetition, and its mark says whose.
   * So a lost answer, a lost race and a repeated call are one case. What the server says of success is not relied on: it
   * says so too when another writer's record with the same event id stands there.
   */
  async #carryOut(batch: Batch): Promise<Receipt> {
    const mark = randomUUID();
    const now = this.#now();
    const patience = new Patience(this.#patienceMs);
    let asked = false;
    for (let stale = false; ; stale = true) {
      this.#requireOpen();
      try {
        if (stale || this.#tail.index.inPart) await this.#tail.catchUp();
        asked ||= stale;
        if (this.damage !== null) throw this.damage;
        const { rows, receipt } = await planOnLedger(
          batch,
          this.#tail.index,
          (at) => this.#recordsAt(at),
          now,
        );
        const [first] = rows;
        if (first === undefined) {
          const [written] = await this.#recordsAt([receipt.position]);
          return { ...receipt, repeated: written?.mark !== mark };
        }
        if (patience.exhausted)
          throw StoreUnavailable.at(
            this.name,
            `nothing could be appended within ${this.#patienceMs} ms; others came first, or what was acknowledged is not to be found. It may be sent again.`,
          );
        await this.#ledger.append(rows, mark, first.position - 1);
      } catch (error) {
        const refusal = error instanceof WrongRevision || error instanceof IdempotencyConflict;
        // Others may have written meanwhile: whoever is refused is refused by the ledger as it is now.
        if (refusal && asked) throw error;
        if (refusal) continue;
        this.#tail.note(error);
        if (!isPassing(error) || patience.exhausted) throw error;
        await patience.pause(this.#closing.signal);
      }
    }
  }

  #recordsAt(positions: readonly number[]): Promise<readonly TrustedRecord[]> {
    return recordsAt(this.#ledger, this.#tail.index, this.name, positions);
  }

  /** For readers that wait `patienceMs` for the server, or until `ending`. */
  #source(patienceMs: number, ending: AbortSignal = this.#closing.signal): RecordSource<E> {
    const waiting = <T>(ask: () => Promise<T>, atEnd: T): Promise<T> =>
      patiently(new Patience(patienceMs), ending, async () => {
        this.#requireOpen();
        return ask();
      }).catch((error: unknown) => {
        // Only a subscription ends of itself; a reading that is cut off must say so.
        if (ending.aborted && patienceMs === Number.POSITIVE_INFINITY) return atEnd;
        throw error;
      });
    return {
      page: (from) => waiting(() => this.#page(from), []),
      head: () => waiting(() => this.#endOfReading(), this.#tail.readable),
      appended: this.#tail.appended,
    };
  }

  /** Where readers stop. On a hurt ledger that is the fault, so that none takes the records before it for the whole. */
  async #endOfReading(): Promise<Head> {
    await this.#tail.catchUp();
    const { readable } = this.#tail;
    return { ...readable, position: Math.max(readable.position, this.damage?.position ?? -1) };
  }

  async #page(from: number): Promise<readonly Recorded<E>[]> {
    const { fault, damage, readable } = this.#tail;
    if (fault !== null && from >= (damage?.position ?? Number.POSITIVE_INFINITY)) throw fault;
    const most = Math.min(readable.position + 1 - from, PAGE_RECORDS);
    const positions = Array.from({ length: Math.max(most, 0) }, (_, i) => from + i);
    return (await this.#recordsAt(positions)).map(({ row }) => toRecorded<E>(row));
  }

  #requireOpen(): void {
    if (this.#closing.signal.aborted)
      throw new StoreUnavailable(`${this.name} was closed by this program; open it again.`);
  }

  #patiently<T>(ask: () => Promise<T>): Promise<T> {
    return patiently(new Patience(this.#patienceMs), this.#closing.signal, async () => {
      this.#requireOpen();
      return ask();
    });
  }
}
