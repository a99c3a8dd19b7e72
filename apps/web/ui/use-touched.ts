'use client';
import { useEffect, useRef, useState } from 'react';
import { kept } from './kept';

const SIGNS = ['pointermove', 'pointerdown', 'keydown'] as const;

/** True from the first sign of a hand, or at once where a choice of that name is kept: what only a hand needs is not loaded with the page. */
export function useTouched(...choices: readonly string[]): boolean {
  const [touched, setTouched] = useState(false);
  const chosen = useRef(choices);
  useEffect(() => {
    if (touched) return;
    const touch = (): void => setTouched(true);
    if (chosen.current.some((name) => kept(name) !== null)) touch();
    for (const sign of SIGNS) window.addEventListener(sign, touch, { once: true, passive: true });
    return () => {
      for (const sign of SIGNS) window.removeEventListener(sign, touch);
    };
  }, [touched]);
  return touched;
}
