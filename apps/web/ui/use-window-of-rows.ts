'use client';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react';

export interface PlacedRow {
  readonly index: number;
  readonly start: number;
  readonly size: number;
}
interface RowWindow {
  /** The rows in sight and a few around them. */
  readonly rows: readonly PlacedRow[];
  readonly scrollTo: (index: number) => void;
}

/** Rows drawn above and below what is in sight. */
const OVERSCAN = 6;
/** What the server draws, where nothing can be measured. */
const FIRST_HEIGHT = 460;

const useBeforePaint = typeof window === 'undefined' ? useEffect : useLayoutEffect;

/** Which rows of a long list are in sight; sizes are known beforehand, so nothing is measured but the box. */
export function useWindowOfRows(
  box: RefObject<HTMLElement | null>,
  count: number,
  sizeOf: (index: number) => number,
): RowWindow {
  const [view, setView] = useState({ top: 0, height: FIRST_HEIGHT });
  useBeforePaint(() => {
    const element = box.current;
    if (!element) return;
    let asked = 0;
    const look = (): void => {
      asked = 0;
      setView((before) =>
        before.top === element.scrollTop && before.height === element.clientHeight
          ? before
          : { top: element.scrollTop, height: element.clientHeight },
      );
    };
    const soon = (): void => {
      if (asked === 0) asked = requestAnimationFrame(look);
    };
    look();
    element.addEventListener('scroll', soon, { passive: true });
    const resized = new ResizeObserver(soon);
    resized.observe(element);
    return () => {
      element.removeEventListener('scroll', soon);
      resized.disconnect();
      cancelAnimationFrame(asked);
    };
  }, [box]);

  const starts = useMemo(() => {
    const sums = new Float64Array(count + 1);
    for (let i = 0; i < count; i++) sums[i + 1] = (sums[i] as number) + sizeOf(i);
    return sums;
  }, [count, sizeOf]);
  const rows = useMemo(() => {
    const first = Math.max(0, lastAtOrBefore(starts, view.top) - OVERSCAN);
    const last = Math.min(count, lastAtOrBefore(starts, view.top + view.height) + 1 + OVERSCAN);
    return Array.from({ length: Math.max(0, last - first) }, (_, i) => {
      const index = first + i;
      const start = starts[index] as number;
      return { index, start, size: (starts[index + 1] as number) - start };
    });
  }, [starts, count, view]);
  const scrollTo = useCallback(
    (index: number) => {
      const element = box.current;
      if (element) element.scrollTop = Math.max(0, (starts[index] ?? 0) - element.clientHeight / 2);
    },
    [box, starts],
  );
  return { rows, scrollTo };
}

/** The row that a height falls into. */
function lastAtOrBefore(starts: Float64Array, height: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= height) low = middle;
    else high = middle - 1;
  }
  return low;
}
