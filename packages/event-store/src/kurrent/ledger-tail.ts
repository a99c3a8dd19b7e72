import { setInterval } from 'node:timers';
import { AppendSignal } from '../append-signal.js';
import { EventStoreError, GapInLog, StoreDamaged, StoreUnavailable } from '../errors.js';
import type { Head } from '../port.js';
import type { Ledger } from './ledger.js';
import { LedgerIndex } from './ledger-index.js';
import type { LedgerRecord } from './ledger-record.js';
import { Patience } from './patience.js';
import { ATTEMPTS, type DenseRecords, readDense } from './read-dense.js';

const WALK_RECORDS = 2_000;

/**
 * Keeps the index at the end of the ledger: by a subscription that is taken up again from the last record taken in, and by
 * reading, whenever the subscription lies (a hole, a wrong order), is gone, or an answer must not be older than its question.
 * Only what was read, and fits the chain, gets into the index.
 */
export class LedgerTail {
  readonly index = new LedgerIndex();
  /** Announces every append taken in. */
  readonly appended = new AppendSignal();
  readonly #ledger: Ledger;
  readonly #place: string;
  readonly #closing: AbortSignal;
  #damage: StoreDamaged | null = null;
  #gap: GapInLog | null = null;
  #unavailable: StoreUnavailable | null = null;
  #reading: Promise<void> = Promise.resolve();
  #nextReading: Promise<void> | null = null;

  constructor(ledger: Ledger, place: string, closing: AbortSignal) {
    this.#ledger = ledger;
    this.#place = place;
    this.#closing = closing;
  }

  get damage(): StoreDamaged | null {
    return this.#damage;
  }

  /** Where readers stop: no append is shown in part, unless the rest of it is hurt. */
  get readable(): Head {
    return this.#damage === null ? this.index.whole : this.index.head;
  }

  /** What a reader meets at `damage.position`: the hole, where one is the damage. */
  get fault(): GapInLog | StoreDamaged | null {
    return this.#gap ?? this.#damage;
  }

  /** Why the server could not be used the last time it was asked; `null` when it could. */
  get unavailable(): StoreUnavailable | null {
    return this.#unavailable;
  }

  /** Resolves when everything that was in the ledger at the time of the call has been taken in. Calls at once share a reading. */
  catchUp(): Promise<void> {
    this.#nextReading ??= this.#reading
      .catch(() => undefined)
      .then(() => {
        this.#nextReading = null;
        this.#reading = this.#asking(() => this.#readToEnd());
        return this.#reading;
      });
    return this.#nextReading;
  }

  /** Remembers whether the server could be used. */
  async #asking<T>(ask: () => Promise<T>): Promise<T> {
    try {
      const answer = await ask();
      this.#unavailable = null;
      return answer;
    } catch (error) {
      this.note(error);
      throw error;
    }
  }

  note(error: unknown): void {
    if (error instanceof StoreUnavailable && !this.#closing.aborted) this.#unavailable = error;
  }

  /** Follows until the store closes or the ledger is found damaged. Reads the end every `pollMs` too. */
  async follow(pollMs: number): Promise<void> {
    const poll = setInterval(() => void this.catchUp().catch(() => undefined), pollMs);
    poll.unref();
    const patience = new Patience(Number.POSITIVE_INFINITY);
    while (!this.#closing.aborted && this.#damage === null) {
      try {
        await this.catchUp();
        patience.reset();
        await this.#followOnce();
      } catch (error) {
        this.note(error);
        if (!(error instanceof EventStoreError)) throw error;
      }
      // Also after a polite end: a server that ends every subscription at once must not be asked in a circle.
      await patience.pause(this.#closing);
    }
    clearInterval(poll);
  }

  async #followOnce(): Promise<void> {
    for await (const record of this.#ledger.follow(this.index.head.position + 1, this.#closing)) {
      if (this.#damage !== null) return;
      if (record.position <= this.index.head.position) continue;
      const fits = record.position === this.index.head.position + 1 && this.#take(record) === null;
      if (!fits) await this.catchUp();
    }
  }

  #take(record: LedgerRecord): string | null {
    const fault = this.index.take(record);
    if (fault === null && record.ends) this.appended.announce();
    return fault;
  }

  async #readToEnd(): Promise<void> {
    for (let inPart = 0; this.#damage === null; ) {
      try {
        if (!(await this.#readOn())) continue;
        if (!this.index.inPart) return;
        // An append is there whole or not at all: this was not the end.
        inPart += 1;
        if (inPart === ATTEMPTS)
          throw StoreUnavailable.at(
            this.#place,
            `the server ends within an append, behind position ${this.index.head.position}; it is asked again.`,
          );
      } catch (error) {
        this.#stopAt(error);
      }
    }
  }

  /** One step; `true` when the end is reached. The last record that is known is read again: it tells a ledger that did not grow from another one. */
  async #readOn(): Promise<boolean> {
    const known = this.index.head;
    const { records, end } = await this.#readFrom(Math.max(known.position, 0), known.position >= 0);
    const [first, second] = records;
    if (known.position >= 0 && first?.row.hash !== known.hash)
      throw new StoreDamaged(
        this.#place,
        known.position,
        first === undefined
          ? `records up to ${known.position} were there before and are gone; was an older copy restored?`
          : 'another record stood there before',
      );
    this.#takeAll(records);
    // What stands behind the known one did not fit: asked for alone, it fits now or is called by its fault.
    if (!end && known.position >= 0 && second === undefined)
      this.#takeAll((await this.#readDense(known.position + 1)).records);
    return end;
  }

  #takeAll(records: readonly LedgerRecord[]): void {
    for (const record of records) {
      // The subscription may have been quicker.
      if (record.position <= this.index.head.position) continue;
      const fault = this.#take(record);
      if (fault !== null) throw new StoreDamaged(this.#place, record.position, fault);
    }
  }

  #readDense(from: number): Promise<DenseRecords> {
    return readDense(this.#ledger, this.#place, { from, most: WALK_RECORDS, faultOf: () => null });
  }

  /** An end before what is known already is asked for again, like anything else that does not fit. */
  async #readFrom(from: number, known: boolean): Promise<DenseRecords> {
    for (let again = 1; ; again += 1) {
      const answer = await this.#readDense(from);
      if (!known || answer.records.length > 0 || again === ATTEMPTS) return answer;
    }
  }

  /** Damage stays until a person has looked; everything else is thrown on. */
  #stopAt(error: unknown): void {
    if (error instanceof GapInLog) {
      this.#gap = error;
      this.#damage = new StoreDamaged(
        this.#place,
        error.position,
        `the record is missing; ${error.found} comes next`,
      );
    } else if (error instanceof StoreDamaged) this.#damage = error;
    else throw error;
    // Readers that wait at the end shall meet the fault.
    this.appended.announce();
  }
}
