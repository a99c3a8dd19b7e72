import { setMaxListeners } from 'node:events';
import {
  CachedRecords,
  type LogEvent,
  type LogRecord,
  makeReady,
  prepareAppend,
  refresh,
  type StoredEventForm,
  Timeline,
} from '@policy-timeline/domain';
import type { RecordAccess, Recorded } from '@policy-timeline/event-store';
import { damageOf, type EventLog, recordAccessOf } from '../store/event-log.js';
import { AwaitedPositions } from './awaited-positions.js';
import { inTurns, TURN_MILLISECONDS } from './in-turns.js';
import { type Prefix, prefixOf, recordIn } from './prefix.js';
import type { Snapshots } from './snapshot/snapshots.js';
import { Starting } from './starting.js';
import { StreamRevisions } from './stream-revisions.js';
import { inTodaysForm } from './todays-form.js';
import { Versions } from './versions.js';

/** What one step of the log brought. */
export interface Step {
  readonly before: Prefix;
  readonly after: Prefix;
  readonly records: readonly Recorded<LogEvent>[];
}

/** The table that most questions ask. */
const NOMINAL = { reading: 'NOMINAL', track: 'LEGAL' } as const;
const READINGS = ['NOMINAL', 'CERTAIN', 'POSSIBLE'] as const;
const TRACKS = ['LEGAL', 'COLLECTED'] as const;

/** Records read again of a log that is short enough to be held. */
const MOST_KEPT = 131_072;

/** How long one turn of the event loop may take while nobody is let in yet. */
const STARTING_TURN_MILLISECONDS = 20;

interface Options {
  /** Takes lines for people: how far a start is, and what went wrong where nobody waits for it. */
  readonly say?: (line: string) => void;
  /** A log of more records keeps most of them on the disk alone, where it can read them one by one. Default: it keeps all. */
  readonly recordsInMemory?: number;
  /** Beside a log that gives single records; others are read from their beginning. */
  readonly snapshots?: Snapshots | undefined;
}

/** The one place fed by the log's subscription. Everything that answers asks here; nothing else brings events in. */
export class Timelines {
  readonly #access: RecordAccess<StoredEventForm> | null;
  /** Gives the records that need not be held as objects again; null where the log cannot. */
  #onDisk: CachedRecords | null = null;
  readonly #recordsInMemory: number;
  readonly #revisions = new StreamRevisions();
  readonly #listeners = new Set<(step: Step) => void>();
  readonly #awaited = new AwaitedPositions();
  readonly #ending = new AbortController();
  readonly #versions = new Versions(this.#ending.signal);
  /** Read, and not applied yet. */
  #arrived: Recorded<LogEvent>[] = [];
  #applying: Promise<void> | undefined;
  #fault: Error | null = null;
  #refreshing = false;
  readonly #say: (line: string) => void;
  readonly #snapshots: Snapshots | undefined;
  readonly starting: Starting;
  /** Resolves when everything that the log holds at the start can be asked for, or when the log stops serving. */
  readonly ready: Promise<void>;

  private constructor(
    log: EventLog,
    { say = () => undefined, recordsInMemory = Number.POSITIVE_INFINITY, snapshots }: Options,
  ) {
    const access = recordAccessOf(log);
    this.#access = access;
    this.#recordsInMemory = recordsInMemory;
    this.#say = say;
    this.#snapshots = access ? snapshots : undefined;
    // Every open subscription listens to it.
    setMaxListeners(0, this.ending);
    this.starting = new Starting(say);
    this.ready = this.#start(log);
    // Whoever waits for it is told; nobody may be waiting yet.
    this.ready.catch(() => undefined);
  }

  /** Begins to follow the log; nobody is to be let in before it is `ready`. */
  static following(log: EventLog, options: Options = {}): Timelines {
    return new Timelines(log, options);
  }

  async #start(log: EventLog): Promise<void> {
    const head = await log.head().then(
      ({ position }) => position,
      () => Number.POSITIVE_INFINITY,
    );
    this.starting.reading(head + 1);
    this.#onDisk = this.#reader(head + 1);
    await this.#restore(log, head);
    const ended = this.#follow(log, head);
    await Promise.race([ended, this.waitFor(head).catch(() => undefined)]);
    // What the first readers would wait for is built before anybody is let in.
    if (this.current.position >= 0)
      await inTurns(this.#makingReady(), STARTING_TURN_MILLISECONDS, this.ending);
    if (this.ending.aborted) return;
    this.starting.done();
    this.#keepSnapshot();
  }

  /** A log that would be held as objects is read into them as it is asked for; of a longer one few are kept. */
  #reader(length: number): CachedRecords | null {
    const access = this.#access;
    const source = access && { at: (position: number) => inTodaysForm(access.recordAt(position)) };
    return source && new CachedRecords(source, length <= this.#recordsInMemory ? MOST_KEPT : undefined);
  }

  /** What was stored, where it fits the log; the log is then followed from there. */
  async #restore(log: EventLog, head: number): Promise<void> {
    const access = this.#access;
    if (!this.#snapshots || !access || !this.#onDisk || !Number.isFinite(head)) return;
    const fitting = {
      head,
      isDamaged: damageOf(log) !== null,
      recordAt: (position: number) => access.recordAt(position),
    };
    const turns = { milliseconds: STARTING_TURN_MILLISECONDS, signal: this.ending };
    const stored = await this.#snapshots.restore(fitting, this.#onDisk, turns);
    if (!stored) return;
    this.#versions.goOnWith(prefixOf(stored));
    this.starting.restored(stored.position);
  }

  #keepSnapshot(): void {
    if (this.current.position >= 0 && !this.#fault) this.#snapshots?.keepUp(this.current, this.ending);
  }

  *#makingReady() {
    yield* makeReady(this.current.timeline, NOMINAL);
    yield* this.#lettingGo();
  }

  /** The newest records, and all of a log that is not long, stay objects: reading them again would only take time. */
  *#lettingGo() {
    const { timeline, position } = this.current;
    if (this.#onDisk && position >= this.#recordsInMemory) yield* timeline.letGoOfRecords(this.#onDisk);
  }

  get current(): Prefix {
    return this.#versions.current;
  }

  /** Why the log stopped being followed (a gap, damage, a failing medium); null while it is. */
  get fault(): Error | null {
    return this.#fault;
  }

  /** The applied record of a position; undefined beyond the newest. @throws StoreDamaged, StoreUnavailable when it cannot be read. */
  recordAt(position: number): Recorded<LogEvent> | undefined {
    return recordIn(this.current, position);
  }

  /** The applied record whose event bears an id. */
  recordOf(id: string): Recorded<LogEvent> | undefined {
    return this.current.timeline.recordOf(id) as Recorded<LogEvent> | undefined;
  }

  /** Revision of a stream as of a position of the log; null: nothing was written to it by then. */
  revisionOf(stream: string, position: number): number | null {
    const revision = (this.#access ?? this.#revisions).revisionAt(stream, position);
    return revision === 'none' ? null : revision;
  }

  /** The prefix that a token names. @throws UnknownBasis */
  at(token: string): Prefix {
    return this.#versions.at(token);
  }

  /** The prefix that ends at a position not beyond the current one. */
  prefix(position: number): Prefix {
    return this.#versions.prefix(position);
  }

  /** See `Versions.prepareQuestion`. */
  prepareQuestion(...question: Parameters<Versions['prepareQuestion']>): Promise<void> | null {
    return this.#versions.prepareQuestion(...question);
  }

  /** Resolves once `position` is applied; rejects when the log stops before. */
  waitFor(position: number): Promise<void> {
    if (position <= this.current.position) return Promise.resolve();
    if (this.#fault) return Promise.reject(this.#fault);
    return this.#awaited.wait(position);
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

  /** Resolves when nothing is being written beside the log. */
  async settled(): Promise<void> {
    await this.#snapshots?.settled();
  }

  async #follow(log: EventLog, head: number): Promise<void> {
    try {
      await log.subscribe(
        this.current.position + 1,
        (record) => this.#arrive(record, head),
        this.#ending.signal,
      );
      await this.#applyArrived();
    } catch (error) {
      await this.#applyArrived();
      this.#stopWith(error instanceof Error ? error : new Error(String(error)));
    }
  }

  /** A whole log at start, or a batch, is applied in one step rather than event by event. */
  #arrive(record: Recorded<StoredEventForm>, head: number): void {
    this.#arrived.push(inTodaysForm(record));
    if (record.position <= head) this.starting.read(record.position + 1);
    if (record.position >= head && this.#arrived.length === 1) setImmediate(() => void this.#applyArrived());
    else if (record.position === head) void this.#applyArrived();
  }

  /** Readers go on with the version that there is until the next one is whole. */
  #applyArrived(): Promise<void> {
    if (!this.#applying && this.#arrived.length > 0) this.#applying = this.#applyAll();
    return this.#applying ?? Promise.resolve();
  }

  async #applyAll(): Promise<void> {
    while (this.#arrived.length > 0) await this.#applyNext();
    this.#applying = undefined;
  }

  /** Makes an append of these events a short one, a slice a turn. */
  async prepare(records: readonly { readonly event: LogEvent }[]): Promise<void> {
    const slices = prepareAppend(this.current.timeline, records, NOMINAL);
    if (slices) await inTurns(slices, TURN_MILLISECONDS, this.ending);
  }

  /** The version that an append would make, ready to be read. Null when the server stops. */
  async rehearse(timeline: Timeline, records: readonly LogRecord[]): Promise<Timeline | null> {
    return inTurns(timeline.appendInSlices(records), TURN_MILLISECONDS, this.ending);
  }

  async #applyNext(): Promise<void> {
    const records = this.#arrived;
    const last = records.at(-1) as Recorded<LogEvent>;
    this.#arrived = [];
    const before = this.current;
    // Asked for again at once by whoever tells what an append has changed; it shares nearly everything with the next.
    if (before.position >= 0) this.#versions.keep(before);
    try {
      const timeline = this.starting.progress
        ? await this.#begun(before, records)
        : await this.#grown(before.timeline, records);
      // The server stops before anybody was let in.
      if (timeline === null) return;
      this.#versions.goOnWith(prefixOf({ timeline, position: last.position, hash: last.hash }));
    } catch (error) {
      this.#stopWith(error instanceof Error ? error : new Error(String(error)));
      this.#ending.abort();
      this.#arrived = [];
      return;
    }
    if (!this.#access) for (const record of records) this.#revisions.add(record);
    this.#awaited.reached(last.position);
    for (const listener of this.#listeners) listener({ before, after: this.current, records });
    if (before.position >= 0) this.#refresh();
    if (!this.starting.progress) this.#keepSnapshot();
  }

  /** The log as it is at the start. A server that is stopped meanwhile leaves it undone. */
  #begun({ timeline, position }: Prefix, records: readonly LogRecord[]): Promise<Timeline | null> {
    this.starting.settling();
    const slices = position < 0 ? Timeline.inSlices(records) : timeline.appendInSlices(records);
    return inTurns(slices, STARTING_TURN_MILLISECONDS, this.ending);
  }

  /** What has been appended is applied also while the server stops: somebody may be waiting for the answer. */
  async #grown(before: Timeline, records: readonly LogRecord[]): Promise<Timeline> {
    return (await inTurns(before.appendInSlices(records), TURN_MILLISECONDS)) as Timeline;
  }

  /** What appends have made stale is built a slice a turn, between requests and not within the next one. */
  #refresh(): void {
    if (this.#refreshing) return;
    this.#refreshing = true;
    const slices = function* (this: Timelines) {
      yield* this.#lettingGo();
      for (const reading of READINGS)
        for (const track of TRACKS)
          while (
            this.current.timeline.hasTable(reading, track) &&
            refresh(this.current.timeline, { reading, track })
          )
            yield;
    };
    void inTurns(slices.call(this), TURN_MILLISECONDS, this.ending)
      // Readers go on with the lists that there are; the log itself says what it suffers from.
      .catch((error: unknown) => this.#say(`Lists were not built anew after an append: ${error}`))
      .finally(() => {
        this.#refreshing = false;
      });
  }

  #stopWith(error: Error): void {
    if (!this.#fault) this.#say(`The log is no longer followed. ${error.message}`);
    this.#fault ??= error;
    this.#awaited.failed(error);
  }
}
