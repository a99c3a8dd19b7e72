import type { SlotId } from '../events/envelope.js';
import type { Reading } from './lens.js';
import { type Rectangle, SlotSweep } from './slot-sweep.js';
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
export function rectanglesOf(
  slot: Pick<Slot, 'statements' | 'revocations'>,
  reading: Reading,
): readonly Rectangle[] {
  const rectangles: Rectangle[] = [];
  new SlotSweep(slot, reading, (rectangle) => rectangles.push(rectangle)).run();
  return rectangles.sort((a, b) => a.knownFrom - b.knownFrom || a.dateFrom - b.dateFrom);
}
