import type { Timeline } from '../bitemporal/timeline.js';
import type { LogEvent } from '../events/record-event.js';
import type { RefusalReason } from './refusal-reasons.js';

/** Why a command is refused: a stable code, the rule's own code in `reason`, and a sentence that says how to put it right. */
export interface Refusal {
  readonly code: 'INVALID_DATE' | 'INVALID_RANGE' | 'INVALID_INPUT' | 'UNKNOWN_SUBJECT' | 'REFUSED_BY_RULE';
  /** Null for a day that cannot be read: `code` says all. */
  readonly reason: RefusalReason | null;
  readonly message: string;
  /** Where in the command: `events[2].effects[0].target`. */
  readonly path: string;
  readonly eventIndex: number;
}
/** Refusals are data: a command is decided as a whole, and everything wrong with it is said at once. */
export type Decision =
  | { readonly ok: true; readonly events: readonly LogEvent[] }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** What one event's checks report to. */
export type Refuse = (path: string, message: string, reason?: RefusalReason, code?: Refusal['code']) => void;

/** The record before the event; asked only by rules that need it. */
export interface RecordBefore {
  readonly timeline: Timeline;
}
