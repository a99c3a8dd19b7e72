import type { Day } from '../calendar/civil-day.js';
import type { Modality, SlotId, Track } from '../events/envelope.js';
import type { Value } from '../events/value.js';
import type { KnownWindow, StartWindow, Window } from '../project/window.js';

/** Where a statement stands in the total order (known, rank, position, index); positions are dense, so there are no ties. */
export interface Authority {
  readonly known: KnownWindow;
  readonly rank: number;
  readonly position: number;
  readonly index: number;
}

/**
 * Says that a slot has a value over a range, known from a day. A STEP (no `until`) holds until the next step on the slot;
 * an OVERLAY holds exactly over its range and lets what lies beneath show again (semantics §3).
 */
export interface Statement extends Authority {
  readonly slot: SlotId;
  readonly event: string;
  readonly fact: string;
  readonly modality: Modality;
  readonly track: Track | null;
  /** null: nothing holds, by an END or a RETRACT. */
  readonly value: Value | null;
  readonly act: 'VALUE' | 'SUSPENSION' | 'END' | 'RETRACTION';
  readonly from: StartWindow;
  readonly until: Window | null;
  /** The act is given, its day is not: listed, never in force. */
  readonly dateOpen: boolean;
  /** The fact an END aims at. */
  readonly targetFact: string | null;
  /** The event that takes the place of what an END ends. */
  readonly successor: string | null;
}

/**
 * Makes a fact's statements on one slot ignored over a period. REVOKE also takes back the target's own revocations
 * (revoking an amendment restores what it had moved); REPLACE, an amendment's, does not.
 */
export interface Revocation extends Authority {
  readonly slot: SlotId;
  readonly event: string;
  readonly fact: string;
  readonly modality: Modality;
  readonly track: Track | null;
  readonly kind: 'REVOKE' | 'REPLACE';
  readonly targetFact: string;
  readonly from: Window | null;
  readonly until: Window | null;
}

export const isFirm = (modality: Modality): boolean => modality === 'FACT' || modality === 'REPORTED';

/** Reads one day out of a window; which one depends on the reading asked for. */
export type DayOf = (window: Window) => Day;
