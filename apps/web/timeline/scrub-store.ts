import type { Day } from '@policy-timeline/domain';
import type { Knowledge, Place } from './knowledge';

/** After this rest the screen is committed: lists, address and the message for screen readers. */
export const SETTLE_MS = 120;
/** While a hand holds the thumb a frame may come late; only a real rest is worth a commit of the lists. */
export const SETTLE_HELD_MS = 400;

type Timer = ReturnType<typeof setTimeout>;
export interface StoreClock {
  /** Milliseconds, from any moment. */
  readonly now: () => number;
  readonly frame: (run: () => void) => void;
  readonly after: (ms: number, run: () => void) => Timer;
  readonly cancel: (timer: Timer) => void;
}

const browserClock: StoreClock = {
  now: () => performance.now(),
  frame: (run) => requestAnimationFrame(run),
  after: (ms, run) => setTimeout(run, ms),
  cancel: (timer) => clearTimeout(timer),
};

/**
 * What is under the hand (`hot`) and what is committed (`settled`). Moves are gathered into one animation frame; a move to
 * the place already shown notifies nobody. The screen settles after a short rest, or at once when the hand lets go.
 */
export class ScrubStore {
  #hot: Place;
  #settled: Place;
  #framePending = false;
  #timer: Timer | null = null;
  /** When the screen settles unless it moves again. */
  #settlesAt = 0;
  #held = false;
  readonly #hotListeners = new Set<(place: Place) => void>();
  readonly #settledListeners = new Set<() => void>();

  constructor(
    initial: Place,
    private readonly clock: StoreClock = browserClock,
  ) {
    this.#hot = this.#settled = initial;
  }

  get hot(): Place {
    return this.#hot;
  }
  readonly settled = (): Place => this.#settled;

  moveTo(date: Day): void {
    this.#move({ ...this.#hot, date });
  }
  knowBy(knowledge: Knowledge): void {
    this.#move({ ...this.#hot, knowledge });
  }
  /** Both at once, committed without a rest: links, buttons and typed days. */
  jump(place: Place): void {
    this.#move(place);
    this.settle();
  }
  /** True while a hand holds a thumb: lists may settle, but the address and the network wait for the release. */
  get held(): boolean {
    return this.#held;
  }
  hold(): void {
    this.#held = true;
  }
  /** Settles for good, also where the rest before it already had. */
  release(): void {
    if (!this.#held) return;
    this.#held = false;
    this.#commit();
  }
  settle(): void {
    if (this.#timer !== null) this.clock.cancel(this.#timer);
    this.#timer = null;
    if (!samePlace(this.#settled, this.#hot)) this.#commit();
  }
  #settleAfter(ms: number): void {
    this.#timer = this.clock.after(ms, () => {
      const left = this.#settlesAt - this.clock.now();
      if (left > 0) this.#settleAfter(left);
      else this.settle();
    });
  }
  #commit(): void {
    if (this.#timer !== null) this.clock.cancel(this.#timer);
    this.#timer = null;
    this.#settled = { ...this.#hot };
    for (const listener of this.#settledListeners) listener();
  }
  onHot(listener: (place: Place) => void): () => void {
    this.#hotListeners.add(listener);
    return () => this.#hotListeners.delete(listener);
  }
  readonly onSettled = (listener: () => void): (() => void) => {
    this.#settledListeners.add(listener);
    return () => this.#settledListeners.delete(listener);
  };

  #move(place: Place): void {
    if (samePlace(place, this.#hot)) return;
    this.#hot = place;
    const rest = this.#held ? SETTLE_HELD_MS : SETTLE_MS;
    this.#settlesAt = this.clock.now() + rest;
    // One timer waits for all moves of a gesture: setting it anew for each costs as much as the rest of a move.
    if (this.#timer === null) this.#settleAfter(rest);
    if (this.#framePending) return;
    this.#framePending = true;
    this.clock.frame(() => {
      this.#framePending = false;
      for (const listener of this.#hotListeners) listener(this.#hot);
    });
  }
}

export function samePlace(a: Place, b: Place): boolean {
  return a.date === b.date && sameKnowledge(a.knowledge, b.knowledge);
}

function sameKnowledge(a: Knowledge, b: Knowledge): boolean {
  return a.mode === b.mode && (a.mode !== 'fixed' || b.mode !== 'fixed' || a.day === b.day);
}
