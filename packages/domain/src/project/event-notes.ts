import type { Effect, PolicyEvent, SlotId } from '../events/envelope.js';
import { rankOf } from './facts.js';
import { projectsAnything } from './project-event.js';
import { knownWindow } from './window.js';

/** No day: the row has no event that counts. */
const NONE = -(2 ** 31);

const FIRST_ROOM = 1024;

/**
 * What settling a log asks of its events again and again, noted in columns by row when the log is gone through, so that each
 * event is read once. Errata are heard of later: `correct` notes a row anew.
 */
export class EventNotes {
  /** The number of each slot that any event has ever spoken of. */
  readonly slots = new Map<SlotId, number>();
  readonly #facts = new Map<number, string>();
  readonly #documented: Int32Array;
  readonly #ranks: Uint8Array;
  /** Twice the number of a slot, one more where the event surely says something of it; whose they are, by where each row's end. */
  #spoken = new Int32Array(FIRST_ROOM);
  readonly #ends: Int32Array;
  readonly #corrected = new Map<number, Int32Array>();
  /** Rows whose days or sources cannot be read: a fault only if no erratum mends or voids them. */
  readonly #unread = new Set<number>();

  constructor(rows: number) {
    this.#documented = new Int32Array(rows).fill(NONE);
    this.#ranks = new Uint8Array(rows);
    this.#ends = new Int32Array(rows);
  }

  /** Row after row. @param event null for what speaks of our record */
  hear(row: number, event: PolicyEvent | null): void {
    let end = row === 0 ? 0 : (this.#ends[row - 1] as number);
    if (event) {
      const { effects } = event;
      if (end + effects.length > this.#spoken.length) {
        const larger = new Int32Array(2 * (end + effects.length));
        larger.set(this.#spoken);
        this.#spoken = larger;
      }
      const isSaying = projectsAnything(event);
      for (const effect of effects) this.#spoken[end++] = this.#spokenBy(effect, isSaying);
      try {
        this.#note(row, event);
      } catch {
        this.#unread.add(row);
      }
    }
    this.#ends[row] = end;
  }

  /** @param event as errata have it; null: void */
  correct(row: number, event: PolicyEvent | null): void {
    this.#unread.delete(row);
    this.#facts.delete(row);
    this.#documented[row] = NONE;
    const isSaying = event !== null && projectsAnything(event);
    this.#corrected.set(
      row,
      Int32Array.from(event?.effects ?? [], (effect) => this.#spokenBy(effect, isSaying)),
    );
    if (event) this.#note(row, event);
  }

  /** To be read once more by whoever knows their corrections: what is wrong with them is thrown then. */
  get unread(): Iterable<number> {
    return this.#unread;
  }

  /** Hears the number of each slot that the event of a row speaks of, in order of its effects, and whether it surely says something. */
  eachSpoken(row: number, hear: (slot: number, surelySays: boolean) => void): void {
    const corrected = this.#corrected.size > 0 ? this.#corrected.get(row) : undefined;
    const spoken = corrected ?? this.#spoken;
    const end = corrected ? corrected.length : (this.#ends[row] as number);
    for (let i = corrected || row === 0 ? 0 : (this.#ends[row - 1] as number); i < end; i++) {
      const own = spoken[i] as number;
      hear(own >> 1, (own & 1) === 1);
    }
  }
  /** The last day of the documentation; null where no event counts. */
  documentedOf(row: number): number | null {
    const day = this.#documented[row] as number;
    return day === NONE ? null : day;
  }
  rankOf(row: number): number {
    return this.#ranks[row] as number;
  }
  /** The fact that an event names as its own; undefined: the event itself is its fact. */
  factOf(row: number): string | undefined {
    return this.#facts.get(row);
  }
  /** Rows of events that name a fact, ascending. */
  get tellers(): readonly number[] {
    return [...this.#facts.keys()].sort((a, b) => a - b);
  }

  #note(row: number, event: PolicyEvent): void {
    if (event.fact !== undefined) this.#facts.set(row, event.fact);
    this.#ranks[row] = rankOf(event);
    this.#documented[row] = knownWindow(event).documented;
  }

  #spokenBy({ slot, act }: Effect, isSaying: boolean): number {
    let number = this.slots.get(slot);
    if (number === undefined) {
      number = this.slots.size;
      this.slots.set(slot, number);
    }
    // Whatever becomes of its target or of other accounts.
    const surelySays = isSaying && act !== 'AMEND' && act !== 'REVOKE';
    return 2 * number + (surelySays ? 1 : 0);
  }
}
