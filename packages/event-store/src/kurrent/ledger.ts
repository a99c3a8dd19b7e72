import { setTimeout as setTimer } from 'node:timers';
import { setTimeout } from 'node:timers/promises';
import type { KurrentDBClient, ResolvedEvent } from '@kurrent/kurrentdb-client';
import { StoreUnavailable } from '../errors.js';
import type { LogRow } from '../record.js';
import type { LedgerAddress } from './connection.js';
import { fromKurrent, isPassing, meansNoLedger, meansOvertaken } from './kurrent-error.js';
import { fromLedgerEvent, type LedgerRecord, toLedgerEvent } from './ledger-record.js';

const LONGEST_GOODBYE_MS = 500;
/** Calls in vain, one after the other, until the client itself is suspected. */
const MOST_FAILURES = 4;

/**
 * The one stream of the server that is our log, call by call: nothing is retried or remembered here.
 * Every fault of client and network leaves as an error of the port.
 */
export class Ledger {
  readonly #connect: () => KurrentDBClient;
  readonly #address: LedgerAddress;
  readonly #callTimeoutMs: number;
  #client: KurrentDBClient;
  #failures = 0;
  /** Aborts when the client is replaced: its subscriptions would wait for ever. */
  #replaced = new AbortController();

  constructor(connect: () => KurrentDBClient, address: LedgerAddress, callTimeoutMs: number) {
    this.#connect = connect;
    this.#client = connect();
    this.#address = address;
    this.#callTimeoutMs = callTimeoutMs;
  }

  /**
   * All rows behind position `after` (−1: into an empty ledger), or none and `false` when another writer was there first.
   * `true` alone proves little: the server also says so when other records with the same event ids stand there. Read them back.
   *
   * @throws StoreUnavailable after which the rows may be there, or may yet come.
   */
  async append(rows: readonly LogRow[], mark: string, after: number): Promise<boolean> {
    const sent = this.#client.appendToStream(
      this.#address.ledger,
      rows.map((row, i) => toLedgerEvent(row, { mark, ends: i === rows.length - 1 })),
      { streamState: after < 0 ? 'no_stream' : BigInt(after), requiresLeader: true },
    );
    try {
      return (await this.#answered(sent)).success;
    } catch (error) {
      if (meansOvertaken(error)) return false;
      // After a server has ended the client's stream of appends politely, the client goes on writing into it, unheard.
      if (error instanceof StoreUnavailable) this.#replaceClient();
      throw fromKurrent(error, this.#address.name);
    }
  }

  /** At most `most` records from position `from` on, as the server sends them; none when there is no ledger yet. */
  async *read(from: number, most: number): AsyncGenerator<LedgerRecord> {
    yield* this.#received(
      this.#client.readStream(this.#address.ledger, {
        fromRevision: BigInt(from),
        maxCount: most,
        direction: 'forwards',
        requiresLeader: true,
      }),
    );
  }

  /** `null` when there is no ledger yet. */
  async last(): Promise<LedgerRecord | null> {
    const records = this.#client.readStream(this.#address.ledger, {
      fromRevision: 'end',
      maxCount: 1,
      direction: 'backwards',
      requiresLeader: true,
    });
    for await (const record of this.#received(records)) return record;
    return null;
  }

  /** Records from position `from` on as they are appended, until the server ends it or `signal` aborts. */
  async *follow(from: number, signal: AbortSignal): AsyncGenerator<LedgerRecord> {
    if (signal.aborted) return;
    const subscription = this.#client.subscribeToStream(this.#address.ledger, {
      // A subscription begins behind the revision it is given.
      fromRevision: from === 0 ? 'start' : BigInt(from - 1),
      requiresLeader: true,
    });
    // An error may come when nobody iterates any more; unheard it would end the process.
    subscription.on('error', () => undefined);
    const ending = AbortSignal.any([signal, this.#replaced.signal]);
    const end = (): void => void subscription.destroy();
    ending.addEventListener('abort', end, { once: true });
    try {
      for await (const event of subscription) yield fromLedgerEvent(event);
    } catch (error) {
      if (ending.aborted) return;
      throw fromKurrent(error, this.#address.name);
    } finally {
      ending.removeEventListener('abort', end);
      subscription.unsubscribe().catch(() => undefined);
    }
  }

  async *#received(events: AsyncIterable<ResolvedEvent>): AsyncGenerator<LedgerRecord> {
    const iterator = events[Symbol.asyncIterator]();
    try {
      for (;;) {
        const { done, value } = await this.#answered(iterator.next());
        if (done === true) return;
        yield fromLedgerEvent(value);
      }
    } catch (error) {
      if (meansNoLedger(error)) return;
      throw fromKurrent(error, this.#address.name);
    }
  }

  #replaceClient(): void {
    this.#failures = 0;
    const { dispose } = this.#client;
    this.#client = this.#connect();
    this.#replaced.abort();
    this.#replaced = new AbortController();
    dispose().catch(() => undefined);
  }

  async close(): Promise<void> {
    // It waits for streams to end; one that the server has ended already, it misses.
    await Promise.race([this.#client.dispose(), setTimeout(LONGEST_GOODBYE_MS, undefined, { ref: false })]);
  }

  /** The client waits for ever for some answers that never come: when the server ends a stream of appends politely, for one. */
  async #answered<T>(answer: Promise<T>): Promise<T> {
    const { promise: late, reject } = Promise.withResolvers<never>();
    const timer = setTimer(
      () =>
        reject(
          StoreUnavailable.at(
            this.#address.name,
            `no answer within ${this.#callTimeoutMs} ms; it is asked again. What was not acknowledged may be sent again.`,
          ),
        ),
      this.#callTimeoutMs,
    );
    // The answer may still fail when nobody waits for it.
    answer.catch(() => undefined);
    try {
      const given = await Promise.race([answer, late]);
      this.#failures = 0;
      return given;
    } catch (error) {
      const passing = isPassing(fromKurrent(error, this.#address.name));
      this.#failures = passing ? this.#failures + 1 : 0;
      // The native half, which reads, was seen to connect for ever, and to stay with a leader that is gone; a new one asks anew.
      if (this.#failures >= MOST_FAILURES) this.#replaceClient();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }
}
