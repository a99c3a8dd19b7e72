import type { SlotId } from '../events/envelope.js';
import type { Reading } from './lens.js';
import type { Rectangle } from './rectangle.js';
import type { Said } from './said.js';
import { SlotSweep } from './slot-sweep.js';
import type { Revocation, Statement } from './statement.js';

/** Everything said about one slot, accounts that do not project kept apart. */
export interface Slot {
  readonly id: SlotId;
  readonly statements: readonly Statement[];
  readonly revocations: readonly Revocation[];
  /** What displaced accounts of a fact say of this slot; see `conflicts`. */
  readonly silenced: readonly Statement[];
}

/** The slot as non-overlapping rectangles that cover the whole plane, in order of (knownFrom, dateFrom). */
export const rectanglesOf = (slot: Said, reading: Reading): readonly Rectangle[] =>
  new SlotSweep(slot, reading).run();
