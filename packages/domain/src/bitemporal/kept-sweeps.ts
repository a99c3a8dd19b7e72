import { DAYS_KEPT } from './journal.js';
import type { Reading } from './lens.js';
import type { Rectangle, Reheard } from './rectangle.js';
import type { Said } from './said.js';
import type { Slices } from './slices.js';
import { SlotSweep } from './slot-sweep.js';

/** Slots with fewer statements are resolved as a whole sooner than a sweep of them is kept. */
export const HOT_STATEMENTS = 128;
/** Slots that are appended to often are few. */
const SWEEPS_KEPT = 16;

/** What is to be written of a slot: all of its rectangles, or what differs from those before. */
export type Resolved = { readonly rectangles: readonly Rectangle[]; readonly reheard: Reheard | null };

/** The sweeps of slots that are appended to, so that the next append hears only what it adds. Versions share them. */
export class KeptSweeps {
  readonly #sweeps = new Map<number, SlotSweep>();

  constructor(private readonly reading: Reading) {}

  /** `was`: what the rows of the earlier version were made of. */
  *resolve(slot: number, was: Said, now: Said): Slices<Resolved> {
    const kept = this.#sweeps.get(slot);
    this.#sweeps.delete(slot);
    // Another version may have used it in between.
    const reheard = kept?.become(was) ? kept.become(now) : null;
    if (kept && reheard) {
      this.#sweeps.set(slot, kept);
      return { rectangles: reheard.rectangles, reheard };
    }
    const sweep = new SlotSweep(now, this.reading);
    const rectangles = yield* sweep.inSlices(DAYS_KEPT);
    this.#keep(slot, sweep);
    return { rectangles, reheard: null };
  }

  has(slot: number): boolean {
    return this.#sweeps.has(slot);
  }

  /** Makes the sweep of a slot that is to be appended to. */
  *prepare(slot: number, now: Said): Slices<void> {
    const sweep = new SlotSweep(now, this.reading);
    yield* sweep.inSlices(DAYS_KEPT);
    this.#keep(slot, sweep);
  }

  #keep(slot: number, sweep: SlotSweep): void {
    this.#sweeps.set(slot, sweep);
    const oldest = this.#sweeps.keys().next();
    if (this.#sweeps.size > SWEEPS_KEPT && !oldest.done) this.#sweeps.delete(oldest.value);
  }
}
