import type { Prefix } from '../timeline/timelines.js';

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
}
