import { setTimeout } from 'node:timers/promises';
import { isPassing } from './kurrent-error.js';

const FIRST_PAUSE_MS = 25;
const LONGEST_PAUSE_MS = 1_000;

/** Pauses that double up to a second, with some chance in them so that replicas do not come back all at once. */
export class Patience {
  readonly #endsAt: number;
  #pauseMs = FIRST_PAUSE_MS;

  /** `totalMs` may be infinite. */
  constructor(totalMs: number) {
    this.#endsAt = performance.now() + totalMs;
  }

  get exhausted(): boolean {
    return performance.now() >= this.#endsAt;
  }

  /** Ends early when `signal` aborts. */
  async pause(signal: AbortSignal): Promise<void> {
    const ms = this.#pauseMs * (0.5 + Math.random());
    this.#pauseMs = Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS);
    await setTimeout(ms, undefined, { signal }).catch(() => undefined);
  }

  /** Things go well again: the next pause is a short one. */
  reset(): void {
    this.#pauseMs = FIRST_PAUSE_MS;
  }
}

/** Tries until `ask` answers, the fault is one that stays, or `patience` ends. */
export async function patiently<T>(
  patience: Patience,
  closing: AbortSignal,
  ask: () => Promise<T>,
): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (closing.aborted || !isPassing(error) || patience.exhausted) throw error;
      await patience.pause(closing);
    }
  }
}
