'use client';
import { useMemo } from 'react';
import { useScrub } from './scrub-context';
import { zoomed } from './scrub-range';

/** Zooms the rail around the day it shows; `fit` shows the whole record. */
export function useZoom(): { readonly zoom: (factor: number) => void; readonly fit: () => void } {
  const { window: span, setWindow, store, view } = useScrub();
  const { range } = view.frame;
  return useMemo(
    () => ({
      zoom: (factor) => setWindow(zoomed(span, range, factor, store.hot.date)),
      fit: () => setWindow(range),
    }),
    [span, setWindow, store, range],
  );
}
