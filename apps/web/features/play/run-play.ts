import { addDays, addMonths, type Day } from '@policy-timeline/domain';
import type { ScrubStore } from '@/timeline/scrub-store';

/** The shown window passes in this time. */
const WINDOW_MS = 45_000;
/** Lists follow at this pace while the thumb moves on. */
const REST_MS = 300;

/** Where playing ends, and how many days the shown window has: both may change while it plays. */
export interface PlayBounds {
  readonly newestKnown: Day;
  readonly last: Day;
  readonly lengthDays: number;
}

/** Moves the date until the newest known day, or beyond it until the last one, and then calls `arrived`; the answer stops it before. */
export function runPlay(store: ScrubStore, bounds: () => PlayBounds, arrived: () => void): () => void {
  const { newestKnown, last } = bounds();
  const stopAt = store.hot.date < newestKnown ? newestKnown : last;
  const moveTo = (day: Day): boolean => {
    store.moveTo(Math.min(day, stopAt) as Day);
    if (day < stopAt) return false;
    store.settle();
    arrived();
    return true;
  };
  if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) {
    const timer = setInterval(() => moveTo(addMonths(store.hot.date, 1)), 1000);
    return () => clearInterval(timer);
  }
  let frame = 0;
  let before: number | null = null;
  let rested = 0;
  let exact: number = store.hot.date;
  const run = (now: number): void => {
    const passed = before === null ? 0 : Math.min(100, now - before);
    before = now;
    exact += (passed / WINDOW_MS) * bounds().lengthDays;
    if (moveTo(addDays(store.hot.date, Math.floor(exact) - store.hot.date))) return;
    rested += passed;
    if (rested > REST_MS) {
      rested = 0;
      store.settle();
    }
    frame = requestAnimationFrame(run);
  };
  frame = requestAnimationFrame(run);
  return () => {
    cancelAnimationFrame(frame);
    store.settle();
  };
}
