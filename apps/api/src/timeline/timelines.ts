import { setMaxListeners } from 'node:events';
import {
  addDays,
  type LogEvent,
  prepareAppend,
  refresh,
  type StoredEventForm,
  Timeline,
  upcast,
  viewOf,
  wholeState,
} from '@policy-timeline/domain';
import { GENESIS_HASH, type Recorded } from '@policy-timeline/event-store';
import type { EventLog } from '../store/event-log.js';
import { basisToken, readBasis, UnknownBasis } from './basis.js';

/** The record as of one position of the log, with the token that names it. */
export interface Prefix {
  readonly timeline: Timeline;
  /** Last position, -1 when the log is empty. */
  readonly position: number;
  readonly basis: string;
  /** Hash of the record at `position`. */
  readonly hash: string;
}

/** What one step of the log brought. */
export interface Step {
  readonly before: Prefix;
  readonly after: Prefix;
  readonly records: readonly Recorded<LogEvent>[];
}

/** The table that most questions ask. */
const NOMINAL = { reading: 'NOMINAL', track: 'LEGAL' } as const;
/** How long readers may wait for lists that are being built. */
const SLICE_MILLISECONDS = 2;
/** Old prefixes kept ready; others are built again when asked for. */
const OLD_KEPT = 4;

/** Works for as long as there is more, some milliseconds a turn of the event loop. */
async function inTurns(work: () => boolean): Promise<void> {
  for (let more = true; more; ) {
    await new Promise((resolve) => setImmediate(resolve));
    const until = performance.now() + SLICE_MILLISECONDS;
    while (more && performance.now() < until) more = work();
  }
}

/** The one place fed by the log's subscription. Everything that answers asks here; nothing else brings events in. */
export class Timelines {
  readonly #records: Recorded<LogEvent>[] = [];
  readonly #older = new Map<number, Prefix>();
  readonly #listeners = new Set<(step: Step) => void>();
  readonly #waiting = new Set<{
    readonly position: number;
    readonly resolve: () => void;
    readonly reject: (error: Error) => void;
  }>();
  readonly #ending = new AbortController();
  #arrived: Recorded<LogEvent>[] = [];
  #current: Prefix = {
    timeline: Timeline.of([]),
    position: -1,
    hash: GENESIS_HASH,
    basis: basisToken(-1, GENESIS_HASH),
  };
  #fault: Error | null = null;
  #refreshing = false;

  /** Follows the log and resolves when everything in it now is applied, or when the log stops serving. */
  static async following(log: EventLog): Promise<Timelines> {
    const timelines = new Timelines();
    // Every open subscription listens to it.
    setMaxListeners(0, timelines.ending);
    const head = await log.head().then(
      ({ position }) => position,
      () => Number.POSITIVE_INFINITY,
    );
    const ended = timelines.#follow(log, head);
    await Promise.race([ended, timelines.waitFor(head).catch(() => undefined)]);
    timelines.#prepare();
    return timelines;
  }

  /** What the first readers would wait for is built before anybody is let in: on a million events it takes seconds. */
  #prepare(): void {
    const { timeline, position } = this.#current;
    if (position < 0) return;
    const date = timeline.newestKnown;
    wholeState(timeline, viewOf({ date }));
    wholeState(timeline, viewOf({ date, knownAt: addDays(date, -1) }));
  }

  get current(): Prefix {
    return this.#current;
  }

  /** Why the log stopped being followed (a gap, damage, a failing medium); null while it is. */
  get fault(): Error | null {
    return this.#fault;
  }

  /** The records applied so far, dense from position 0. */
  get records(): readonly Recorded<LogEvent>[] {
    return this.#records;
  }

  /** The prefix that a token names. @throws UnknownBasis */
  at(token: string): Prefix {
    const { position, hash } = readBasis(token);
    if (position > this.#current.position || this.#hashAt(position).slice(0, hash.length) !== hash)
      throw new UnknownBasis(token);
    return this.prefix(position);
  }

  /** The prefix that ends at a position not beyond the current one. */
  prefix(position: number): Prefix {
    if (position >= this.#current.position) return this.#current;
    const hash = this.#hashAt(position);
    const kept = this.#older.get(position) ?? {
      timeline: this.#current.timeline.at(position),
      position,
      hash,
      basis: basisToken(position, hash),
    };
    this.#keepOlder(kept);
    return kept;
  }

  #keepOlder(prefix: Prefix): void {
    this.#older.delete(prefix.position);
    this.#older.set(prefix.position, prefix);
    const oldest = this.#older.keys().next();
    if (this.#older.size > OLD_KEPT && !oldest.done) this.#older.delete(oldest.value);
  }

  /** Resolves once `position` is applied; rejects when the log stops before. */
  waitFor(position: number): Promise<void> {
    if (position <= this.#current.position) return Promise.resolve();
    if (this.#fault) return Promise.reject(this.#fault);
    return new Promise((resolve, reject) => this.#waiting.add({ position, resolve, reject }));
  }

  /** Called after each step, in order. Returns how to stop listening. */
  onStep(listener: (step: Step) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Aborts when the server stops: whoever follows leaves then. */
  get ending(): AbortSignal {
    return this.#ending.signal;
  }

  stop(): void {
    this.#ending.abort();
  }

  async #follow(log: EventLog, head: number): Promise<void> {
    try {
      await log.subscribe(0, (record) => this.#arrive(record, head), this.#ending.signal);
      this.#apply();
    } catch (error) {
      this.#apply();
      this.#stopWith(error instanceof Error ? error : new Error(String(error)));
    }
  }

  /** A whole log at start, or a batch, is applied in one step rather than event by event. */
  #arrive(record: Recorded<StoredEventForm>, head: number): void {
    this.#arrived.push({ ...record, event: upcast(record.event) });
    if (record.position === head) this.#apply();
    else if (record.position > head && this.#arrived.length === 1)
      setImmediate(() => void this.#applyPrepared());
  }

  /** Readers go on with what there is while the slots that are spoken of are made ready. */
  async #applyPrepared(): Promise<void> {
    await this.prepare(this.#arrived);
    this.#apply();
  }

  /** Makes an append of these events a short one, a slice a turn. */
  async prepare(records: readonly { readonly event: LogEvent }[]): Promise<void> {
    const slices = prepareAppend(this.#current.timeline, records, NOMINAL);
    if (slices) await inTurns(() => !slices.next().done && !this.ending.aborted);
  }

  #apply(): void {
    const records = this.#arrived;
    const last = records.at(-1);
    if (!last) return;
    this.#arrived = [];
    const before = this.#current;
    // Asked for again at once by whoever tells what an append has changed; it shares nearly everything with the next.
    if (before.position >= 0) this.#keepOlder(before);
    const said = records.map(({ position, event }) => ({ position, event }));
    try {
      const timeline = before.position < 0 ? Timeline.of(said) : before.timeline.append(said);
      this.#current = {
        timeline,
        position: last.position,
        hash: last.hash,
        basis: basisToken(last.position, last.hash),
      };
    } catch (error) {
      this.#stopWith(error instanceof Error ? error : new Error(String(error)));
      this.#ending.abort();
      return;
    }
    this.#records.push(...records);
    for (const waiting of this.#waiting) {
      if (waiting.position > last.position) continue;
      this.#waiting.delete(waiting);
      waiting.resolve();
    }
    for (const listener of this.#listeners) listener({ before, after: this.#current, records });
    if (before.position >= 0) this.#refresh();
  }

  /** What appends have made stale is built a slice a turn, between requests and not within the next one. */
  #refresh(): void {
    if (this.#refreshing) return;
    this.#refreshing = true;
    void inTurns(() => refresh(this.#current.timeline, NOMINAL) && !this.ending.aborted).finally(() => {
      this.#refreshing = false;
    });
  }

  #stopWith(error: Error): void {
    this.#fault ??= error;
    for (const { reject } of this.#waiting) reject(error);
    this.#waiting.clear();
  }

  #hashAt(position: number): string {
    return position < 0 ? GENESIS_HASH : (this.#records[position]?.hash ?? '');
  }
}
