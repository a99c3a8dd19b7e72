import {
  type Day,
  type Missing,
  missingFor,
  type ReadingFilter,
  type Slices,
  type Timeline,
  type View,
  viewOf,
} from '@policy-timeline/domain';
import { GENESIS_HASH } from '@policy-timeline/event-store';
import { readBasis, UnknownBasis } from './basis.js';
import { TURN_MILLISECONDS } from './in-turns.js';
import { EMPTY_PREFIX, type Prefix, prefixOf, recordIn } from './prefix.js';
import { Preparations } from './preparations.js';

const NOMINAL_VIEW = viewOf({ date: 0 as Day });
/** Old prefixes kept ready; others are built again when asked for. */
const OLD_KEPT = 4;

/** The newest version of the record and the older ones that are asked for, with what questions about them wait for. */
export class Versions {
  readonly #older = new Map<number, Prefix>();
  readonly #preparations: Preparations;
  /** The newest version that was prepared for a question: later ones grow its tables. */
  #prepared: Timeline | undefined;
  #current: Prefix = EMPTY_PREFIX;

  constructor(ending: AbortSignal) {
    this.#preparations = new Preparations(TURN_MILLISECONDS, ending);
  }

  get current(): Prefix {
    return this.#current;
  }

  goOnWith(prefix: Prefix): void {
    this.#current = prefix;
  }

  /** As one of the older ones, the one asked for last. */
  keep(prefix: Prefix): void {
    this.#older.delete(prefix.position);
    this.#older.set(prefix.position, prefix);
    const oldest = this.#older.keys().next();
    if (this.#older.size > OLD_KEPT && !oldest.done) this.#older.delete(oldest.value);
  }

  /** The prefix that a token names. @throws UnknownBasis */
  at(token: string): Prefix {
    return this.prefix(this.#positionOf(token));
  }

  /** The prefix that ends at a position not beyond the current one. */
  prefix(position: number): Prefix {
    if (position >= this.#current.position) return this.#current;
    const hash = this.#hashAt(position);
    const kept =
      this.#older.get(position) ??
      prefixOf({ timeline: this.#current.timeline.at(position), position, hash });
    this.keep(kept);
    return kept;
  }

  /**
   * Null when a question can be answered at once. Else resolves when all that it would make in one go is there: the version of
   * an old basis, the table of a reading and track, the lists of whole states. Others are answered meanwhile.
   * @param from the token of a basis, a position, or the prefix itself
   * @param filter of a question that lists slots by what it says of them
   * @param lists false for a question of slots one by one, which wants the table alone
   * @throws UnknownBasis, TooManyPreparations, PreparationsEnded
   */
  prepareQuestion(
    from: string | number | Prefix,
    view: View = NOMINAL_VIEW,
    lists = true,
    filter?: ReadingFilter,
  ): Promise<void> | null {
    const position = this.#positionOf(from);
    const known =
      typeof from === 'object'
        ? from
        : position >= this.#current.position
          ? this.#current
          : this.#older.get(position);
    return known && missing(known.timeline, view, lists, filter) === null
      ? null
      : this.#prepareFrom(position, known, view, lists, filter);
  }

  async #prepareFrom(
    position: number,
    known: Prefix | undefined,
    view: View,
    lists: boolean,
    filter: ReadingFilter | undefined,
  ): Promise<void> {
    const prefix =
      known ?? (await this.#preparations.share(`${position}`, () => this.#prefixInSlices(position)));
    const { timeline } = prefix;
    const nextMissing = () => missing(timeline, view, lists, filter);
    for (let next = nextMissing(); next; next = nextMissing()) {
      const { name, make } = next;
      await this.#preparations.share(`${position} ${name}`, () => {
        if (this.#prepared) timeline.growFrom(this.#prepared);
        return make();
      });
    }
    if (!this.#prepared || this.#prepared.position < position) this.#prepared = timeline;
    if (position < this.#current.position) this.keep(prefix);
  }

  *#prefixInSlices(position: number): Slices<Prefix> {
    const timeline = yield* this.#current.timeline.atInSlices(position);
    const prefix = prefixOf({ timeline, position, hash: this.#hashAt(position) });
    this.keep(prefix);
    return prefix;
  }

  #positionOf(from: string | number | Prefix): number {
    if (typeof from === 'object') return from.position;
    if (typeof from === 'number') return from;
    const { position, hash } = readBasis(from);
    if (position > this.#current.position || this.#hashAt(position).slice(0, hash.length) !== hash)
      throw new UnknownBasis(from);
    return position;
  }

  #hashAt(position: number): string {
    return position < 0 ? GENESIS_HASH : (recordIn(this.#current, position)?.hash ?? '');
  }
}

/** The next structure that a question would make in one go; lists count where it asks for whole states. */
function missing(
  timeline: Timeline,
  view: View,
  lists: boolean,
  filter: ReadingFilter | undefined,
): Missing | null {
  return lists || !timeline.hasTable(view.reading, view.track) ? missingFor(timeline, view, filter) : null;
}
