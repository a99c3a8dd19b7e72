'use client';
import { useEffect, useState } from 'react';
import { useScrub } from '@/timeline/scrub-context';
import { kept } from './kept';

const SIGNS = ['pointermove', 'pointerdown', 'keydown'] as const;
const QUIET_MS = 250;
const CHOICES = ['panes', 'rail', 'era'];

/**
 * True soon after the first sign of a hand: what only a hand needs is loaded then, and not with the page. Never while the hand
 * holds a thumb: a drag asks the network for nothing. At once where somebody has chosen how the screen looks.
 */
export function useTouched(): boolean {
  const { store } = useScrub();
  const [touched, setTouched] = useState(false);
  useEffect(() => {
    if (touched) return;
    if (CHOICES.some((name) => kept(name) !== null)) {
      setTouched(true);
      return;
    }
    let timer = 0;
    let quietFrom = 0;
    const rest = (): void => {
      const left = store.held ? QUIET_MS : quietFrom + QUIET_MS - performance.now();
      if (left > 0) timer = window.setTimeout(rest, left);
      else setTouched(true);
    };
    const touch = (): void => {
      quietFrom = performance.now();
      timer ||= window.setTimeout(rest, QUIET_MS);
    };
    for (const sign of SIGNS) window.addEventListener(sign, touch, { passive: true });
    return () => {
      window.clearTimeout(timer);
      for (const sign of SIGNS) window.removeEventListener(sign, touch);
    };
  }, [touched, store]);
  return touched;
}
