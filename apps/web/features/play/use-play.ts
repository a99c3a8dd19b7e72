'use client';
import type { Day } from '@policy-timeline/domain';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useScrub } from '@/timeline/scrub-context';
import type { PlayBounds } from './run-play';

/** Sent by the P key. */
export const TOGGLE_PLAY = 'policy-timeline:toggle-play';

/** Moves the date by itself; stops at the newest known day and at the end. With reduced motion it steps a month each second. */
export function usePlay(): { readonly playing: boolean; readonly toggle: () => void } {
  const { store, view, window: span, beginGesture } = useScrub();
  const [playing, setPlaying] = useState(false);
  const { newestKnown, range } = view.frame;
  const now: PlayBounds = { newestKnown, last: (range.until - 1) as Day, lengthDays: span.until - span.from };
  const bounds = useRef(now);
  bounds.current = now;

  useEffect(() => {
    if (!playing) return;
    beginGesture();
    let stop: (() => void) | null = null;
    let wanted = true;
    import('./run-play').then(
      ({ runPlay }) => {
        if (wanted)
          stop = runPlay(
            store,
            () => bounds.current,
            () => setPlaying(false),
          );
      },
      () => setPlaying(false),
    );
    return () => {
      wanted = false;
      stop?.();
    };
  }, [playing, store, beginGesture]);

  const toggle = useCallback(() => setPlaying((on) => !on), []);
  useEffect(() => {
    window.addEventListener(TOGGLE_PLAY, toggle);
    return () => window.removeEventListener(TOGGLE_PLAY, toggle);
  }, [toggle]);
  return { playing, toggle };
}
