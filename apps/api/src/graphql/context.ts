import type { Prefix } from '../timeline/prefix.js';

/** What the resolvers of one operation share. */
export interface RequestContext {
  /** The `Authorization` header as sent. */
  readonly authorization: string | undefined;
  /** `POST`, `GET` or `STREAM`, for the audit trail. */
  readonly transport: string;
  /** The newest prefix when the operation began: all its answers without a basis agree on it. */
  newest?: Prefix;
  /** The newest prefix that an answer of this operation was given from. */
  answered?: Prefix;
  /** A subscription begins after this position instead of now. */
  readonly resumeAfter?: number | null;
  /** Up to where the reader of a subscription has everything, once it has the message being made. */
  sent?: number;
  /** A resolver has asked who wants to write, and has put the attempt down. */
  attempted?: true;
  /** The actor wrote too often: the answer has the status 429, and `Retry-After`. */
  retryAfterSeconds?: number;
  /** Something in the answer is for this caller alone: it is kept for nobody. */
  confidential?: true;
  /** Where the HTTP side learns what a whole answer hangs on. */
  readonly exchange?: Exchange;
}

/** One question over HTTP and what its answer hangs on; null until there is a whole answer without an error. */
export interface Exchange {
  answer: {
    /** True: every part was asked with a basis, so the answer is the same for ever. */
    readonly settled: boolean;
    /** The newest prefix the answer was given from. */
    readonly prefix: Prefix;
    readonly operation: string;
    readonly cost: number;
  } | null;
  /** The question whose refusal is in the audit trail already. */
  refusedToRead?: string;
}
