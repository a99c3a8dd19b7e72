import { DAYS_KEPT } from './journal.js';
import type { Reading } from './lens.js';
import type { Rectangle, Reheard } from './rectangle.js';
import type { Said } from './said.js';
import type { Slices } from './slices.js';
import type { SlotEvents } from './slot-events.js';
import { SlotSweep } from './slot-sweep.js';

/** Slots with fewer statements are resolved as a whole sooner than a sweep of them is kept. */
export const HOT_STATEMENTS = 128;
/** Slots that are appended to often are few. */
const SWEEPS_KEPT = 16;

/** What is to be written of a slot: all of its rectangles, or what differs from those before. */
export type Resolved = { readonly rectangles: readonly Rectangle[]; readonly reheard: Reheard | null };

/** A sweep, and the newest slot that holds what it has heard. */
interface Kept {
  readonly sweep: SlotSweep;
  readonly of: SlotEvents;
}

/** The sweeps of slots that are appended to, so that the next append hears only what it adds. Versions share them. */
export class KeptSweeps {
  readonly #sweeps = new Map<number, Kept>();

  constructor(private readonly reading: Reading) {}

  /** `was`: what the rows of the earlier version were made of; `of`: the slot as it is now, which holds what is said `now`. */
  *resolve(slot: number, was: Said, now: Said, of: SlotEvents): Slices<Resolved> {
    const kept = this.#sweeps.get(slot);
    this.#sweeps.delete(slot);
    // Another version may have used it in between.
    const reheard = kept?.sweep.become(was) ? kept.sweep.become(now) : null;
    if (kept && reheard) {
      this.#sweeps.set(slot, { sweep: kept.sweep, of });
      return { rectangles: reheard.rectangles, reheard };
    }
    const sweep = new SlotSweep(now, this.reading);
    const rectangles = yield* sweep.inSlices(DAYS_KEPT);
    this.#keep(slot, { sweep, of });
    return { rectangles, reheard: null };
  }

  has(slot: number): boolean {
    return this.#sweeps.has(slot);
  }

  /** Makes the sweep of a slot that is to be appended to. */
  *prepare(slot: number, now: Said, of: SlotEvents): Slices<void> {
    const sweep = new SlotSweep(now, this.reading);
    yield* sweep.inSlices(DAYS_KEPT);
    this.#keep(slot, { sweep, of });
  }

  #keep(slot: number, kept: Kept): void {
    this.#sweeps.set(slot, kept);
    const oldest = this.#sweeps.entries().next();
    if (this.#sweeps.size <= SWEEPS_KEPT || oldest.done) return;
    const [number, { of }] = oldest.value;
    this.#sweeps.delete(number);
    of.release();
  }
}
