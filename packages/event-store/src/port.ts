/** What the store asks of an event: an id that is never used for anything else. The rest of the body is the caller's. */
export interface StoredEvent {
  readonly id: string;
}

/** Where a stream stands: `'none'` before its first event, then the 0-based revision of its last one. */
export type Revision = 'none' | number;

/** An event with its place in the log. */
export interface Recorded<E extends StoredEvent> {
  /** Place in the whole log: 0, 1, 2 … without a hole, given at commit. The only order there is. */
  readonly position: number;
  readonly stream: string;
  /** Place in its stream: 0, 1, 2 … */
  readonly revision: number;
  /** The event as JSON gives it back: members that were `undefined` are gone. */
  readonly event: E;
  /** ISO 8601 instant in UTC with milliseconds. Informative, never decreasing along the log, never to be used for order. */
  readonly recordedAt: string;
  /** Opaque id of whoever appended it; `null` when the append named nobody. */
  readonly actor: string | null;
  /** Hex SHA-256 of `previousHash` and this record; see `hashOf`. */
  readonly hash: string;
  /** Hash of the record before this one; 64 zeros at position 0. */
  readonly previousHash: string;
}

/** Events for one stream. At least one; a stream may appear once in a batch. */
export interface Write<E extends StoredEvent> {
  readonly stream: string;
  readonly events: readonly E[];
  /** The revision the decision was made on. Required: there is no "append anyway". */
  readonly expected: Revision;
}

/** Who appends, and under which key. */
export interface AppendContext {
  readonly actor?: string | undefined;
  /**
   * Belongs for ever to the first batch appended with it. The same batch under it is answered with the first receipt,
   * any other batch is an `IdempotencyConflict`. A caller that makes event ids itself should derive them from this key,
   * so that a retry is the same batch.
   */
  readonly idempotencyKey?: string | undefined;
}

/** The acknowledgement of an append: everything in it is durable. */
export interface Receipt {
  /** One per event, in the order in which the events were given. */
  readonly positions: readonly number[];
  /** The last of them: a reading with this basis sees the whole batch. */
  readonly position: number;
  /** Hash of the record at `position`. */
  readonly hash: string;
  /** True when these events were in the log already and nothing was written. */
  readonly repeated: boolean;
  /** Each written stream with the revision of the batch's last event in it. */
  readonly revisions: readonly { readonly stream: string; readonly revision: number }[];
}

/** The end of the log. Position −1 and 64 zeros when it is empty. */
export interface Head {
  readonly position: number;
  readonly hash: string;
}

/** What a walk over the whole log found. */
export interface VerifyReport {
  readonly intact: boolean;
  /** Records that fit the chain, counted from position 0. */
  readonly records: number;
  /** Last record that fits. */
  readonly head: Head;
  /** `position` is the first record that cannot be trusted, or `null` when every record is whole and only an index or a free page is hurt. */
  readonly damage: { readonly position: number | null; readonly reason: string } | null;
}

/**
 * An append-only log with streams in it. Adapters differ in where they keep it, never in what they answer:
 * the contract suite (`describeEventStore`) holds them to that.
 *
 * @throws StoreUnavailable from every member, once closed or when the medium fails.
 */
export interface EventStore<E extends StoredEvent> {
  /**
   * One stream, oldest first. A stream nobody wrote to yields `{ revision: 'none', events: [] }`.
   * @throws StoreDamaged when the stream cannot be shown to be complete.
   */
  read(stream: string): Promise<{ readonly revision: Revision; readonly events: readonly Recorded<E>[] }>;

  /**
   * The log from `fromPosition` (included) to the head as it was at the first step; nothing when `fromPosition` lies beyond it.
   * @throws GapInLog, StoreDamaged after yielding every intact record before the fault. InvalidInput for a negative or fractional position.
   */
  readAll(fromPosition: number): AsyncIterable<Recorded<E>>;

  /**
   * All streams or none, and acknowledged only when durable. Thousands of events in one call are fine.
   *
   * Event ids are unique for ever. A batch whose events are all in the log already, same streams and same bodies,
   * gets the receipt of the first time with `repeated: true`, even if `expected` is stale by now.
   *
   * @throws WrongRevision when somebody wrote in between.
   * @throws IdempotencyConflict for a known id with another body or stream, a batch partly known and partly new, or a reused key.
   * @throws InvalidInput for an empty batch or write, a stream or id given twice, or a body that JSON cannot hold.
   * @throws StoreDamaged when the log is hurt: nothing is written behind a fault.
   */
  append(writes: readonly Write<E>[], context?: AppendContext): Promise<Receipt>;

  /**
   * Hands every record from `fromPosition` on to `handler`, one after the other, then keeps following the log.
   * The next record is read only when `handler` has finished, so a slow reader costs no memory.
   *
   * Resolves when `signal` aborts or the store closes; rejects with what `handler` threw.
   * @throws GapInLog when a position is missing, also when the log ends before `fromPosition - 1` (an older copy was restored). StoreDamaged at a hurt record.
   */
  subscribe(
    fromPosition: number,
    handler: (record: Recorded<E>) => void | Promise<void>,
    signal?: AbortSignal,
  ): Promise<void>;

  head(): Promise<Head>;

  /** Walks the whole chain, and the medium's own checks. Reports damage; does not throw for it. */
  verify(): Promise<VerifyReport>;

  /** Ends subscriptions and lets go of the medium. Closing twice is fine. */
  close(): Promise<void>;
}
