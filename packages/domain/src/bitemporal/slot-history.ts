import type { Day } from '../calendar/civil-day.js';
import type { SlotId } from '../events/envelope.js';
import type { Answer } from './answer.js';
import type { Reading } from './lens.js';
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

/**
 * A rectangle of the slot's map: one answer for every date in `[dateFrom, dateUntil)` as known on every day in
 * `[knownFrom, knownUntil)`. `dueOn`: the stretch began by a change that had been scheduled for that day.
 */
export interface Rectangle {
  readonly dateFrom: Day;
  readonly dateUntil: Day;
  readonly knownFrom: Day;
  readonly knownUntil: Day;
  readonly answer: Answer;
  readonly dueOn: Day | null;
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
