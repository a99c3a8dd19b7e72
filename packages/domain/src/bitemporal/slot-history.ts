import type { SlotId } from '../events/envelope.js';
import type { Reading } from './lens.js';
import { type Rectangle, type Said, SlotSweep } from './slot-sweep.js';
import type { Revocation, Statement } from './statement.js';

export type { Rectangle } from './slot-sweep.js';

/** Everything said about one slot, accounts that do not project kept apart. */
export interface Slot {
  readonly id: SlotId;
  readonly statements: readonly Statement[];
  readonly revocations: readonly Revocation[];
  /** What displaced accounts of a fact say of this slot; see `conflicts`. */
  readonly silenced: readonly Statement[];
}

/** The slot as non-overlapping rectangles that cover the whole plane, in order of (knownFrom, dateFrom). */
export function rectanglesOf(slot: Said, reading: Reading): readonly Rectangle[] {
  return new SlotSweep(slot, reading).run().sort(byKnownThenDate);
}

export const byKnownThenDate = (a: Rectangle, b: Rectangle): number =>
  a.knownFrom - b.knownFrom || a.dateFrom - b.dateFrom;
