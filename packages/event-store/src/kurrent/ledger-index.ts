import { Chain } from '../chain.js';
import type { Head } from '../port.js';
import type { LedgerRecord } from './ledger-record.js';

const RECENT_RECORDS = 4_096;
const RECENT_CHARACTERS = 8_000_000;

/**
 * What the rules of appending ask of a log and a ledger cannot answer: where an id, a key or the events of a stream are.
 * Built by walking the ledger once, so the whole chain is verified on the way. About 130 bytes for each event, beside the last few thousand records.
 */
export class LedgerIndex {
  readonly #chain = new Chain();
  readonly #ofStream = new Map<string, number[]>();
  readonly #withId = new Map<string, number>();
  readonly #underKey = new Map<string, number[]>();
  /** The end of the log is asked for most: by subscriptions, and by appends that are repeated. */
  readonly #recent = new Map<number, LedgerRecord>();
  #recentCharacters = 0;
  #lastRecordedAt: string | null = null;
  #whole: Head = this.#chain.head;

  get head(): Head {
    return this.#chain.head;
  }

  /** The end of the last append that is here whole. */
  get whole(): Head {
    return this.#whole;
  }

  /** True while the rest of an append has not come yet. */
  get inPart(): boolean {
    return this.#whole.position !== this.head.position;
  }

  get lastRecordedAt(): string | null {
    return this.#lastRecordedAt;
  }

  /** Says why `record` cannot come next, or takes it in and returns `null`. */
  take(record: LedgerRecord): string | null {
    const { position, row } = record;
    if (row === null) return 'it was not written by this program';
    const known = this.#withId.get(row.eventId);
    if (known !== undefined) return `its id is the one of position ${known}`;
    const fault = this.#chain.take(row);
    if (fault !== null) return fault;
    this.#withId.set(row.eventId, position);
    this.#lastRecordedAt = row.recordedAt;
    addTo(this.#ofStream, row.stream, position);
    if (row.idempotencyKey !== null) addTo(this.#underKey, row.idempotencyKey, position);
    this.#remember(record, row.body.length);
    if (record.ends) this.#whole = this.#chain.head;
    return null;
  }

  /** Positions of a stream's events by revision. */
  positionsOf(stream: string): readonly number[] {
    return this.#ofStream.get(stream) ?? [];
  }

  positionOf(eventId: string): number | undefined {
    return this.#withId.get(eventId);
  }

  positionsUnder(idempotencyKey: string): readonly number[] {
    return this.#underKey.get(idempotencyKey) ?? [];
  }

  /** A record of the last few thousand, as it was taken in. */
  recent(position: number): LedgerRecord | undefined {
    return this.#recent.get(position);
  }

  #remember(record: LedgerRecord, characters: number): void {
    this.#recent.set(record.position, record);
    this.#recentCharacters += characters;
    while (
      this.#recent.size > RECENT_RECORDS ||
      (this.#recentCharacters > RECENT_CHARACTERS && this.#recent.size > 1)
    ) {
      const [oldest] = this.#recent.values();
      if (oldest === undefined) return;
      this.#recent.delete(oldest.position);
      this.#recentCharacters -= oldest.row?.body.length ?? 0;
    }
  }
}

function addTo(positions: Map<string, number[]>, name: string, position: number): void {
  const known = positions.get(name);
  if (known === undefined) positions.set(name, [position]);
  else known.push(position);
}
