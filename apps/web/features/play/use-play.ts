'use client';
import { addDays, addMonths } from '@policy-timeline/domain';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useScrub } from '@/timeline/scrub-context';

/** The shown window passes in this time. */
const WINDOW_MS = 45_000;
/** Lists follow at this pace while the thumb moves on. */
const REST_MS = 300;

/** Sent by the P key. */
export const TOGGLE_PLAY = 'policy-timeline:toggle-play';

/** Moves the date by itself; stops at the newest known day and at the end. With reduced motion it steps a month each second. */
export function usePlay(): { readonly playing: boolean; readonly toggle: () => void } {
  const { store, view, window: span, beginGesture } = useScrub();
  const [playing, setPlaying] = useState(false);
  const { newestKnown, range } = view.frame;
  const length = span.until - span.from;
  const latest = useRef({ newestKnown, last: range.until - 1, length });
  latest.current = { newestKnown, last: range.until - 1, length };

  useEffect(() => {
    if (!playing) return;
    beginGesture();
    const stopAt =
      store.hot.date < latest.current.newestKnown ? latest.current.newestKnown : latest.current.last;
    const arrive = (day: typeof store.hot.date): boolean => {
      store.moveTo(Math.min(day, stopAt) as typeof day);
      if (day < stopAt) return false;
      store.settle();
      setPlaying(false);
      return true;
    };
    if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) {
      const timer = setInterval(() => arrive(addMonths(store.hot.date, 1)), 1000);
      return () => clearInterval(timer);
    }
    let frame = 0;
    let before: number | null = null;
    let rested = 0;
    let exact: number = store.hot.date;
    const run = (now: number): void => {
      const passed = before === null ? 0 : Math.min(100, now - before);
      before = now;
      exact += (passed / WINDOW_MS) * latest.current.length;
      if (arrive(addDays(store.hot.date, Math.floor(exact) - store.hot.date))) return;
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
  }, [playing, store, beginGesture]);

  const toggle = useCallback(() => setPlaying((on) => !on), []);
  useEffect(() => {
    window.addEventListener(TOGGLE_PLAY, toggle);
    return () => window.removeEventListener(TOGGLE_PLAY, toggle);
  }, [toggle]);
  return { playing, toggle };
}
