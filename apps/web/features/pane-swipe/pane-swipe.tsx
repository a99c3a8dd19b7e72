'use client';
import { useEffect, useRef } from 'react';
import { type Pane, useScrub } from '@/timeline/scrub-context';
import { placeAfterSwipe } from './swipe';

/** On a phone, where one pane is shown at a time: a swipe over it goes to its neighbour, as the tabs do. */
export function PaneSwipe({ panes }: { readonly panes: readonly Pane[] }) {
  const { pane, setPane } = useScrub();
  const latest = useRef({ panes, pane, setPane });
  latest.current = { panes, pane, setPane };

  useEffect(() => {
    const main = document.getElementById('main');
    if (!main) return;
    let began: { readonly x: number; readonly y: number; readonly at: number } | null = null;
    const start = (event: TouchEvent): void => {
      const touch = event.touches[0];
      const alone = event.touches.length === 1 && touch && !movesSideways(event.target, main);
      began = alone ? { x: touch.clientX, y: touch.clientY, at: event.timeStamp } : null;
    };
    const end = (event: TouchEvent): void => {
      const touch = event.changedTouches[0];
      if (!began || !touch) return;
      const { panes, pane, setPane } = latest.current;
      const swipe = {
        x: began.x,
        dx: touch.clientX - began.x,
        dy: touch.clientY - began.y,
        durationMs: event.timeStamp - began.at,
      };
      began = null;
      const place = placeAfterSwipe(panes.indexOf(pane), panes.length, swipe, window.innerWidth);
      const next = place === null ? undefined : panes[place];
      if (next) setPane(next);
    };
    const cancel = (): void => {
      began = null;
    };
    main.addEventListener('touchstart', start, { passive: true });
    main.addEventListener('touchend', end, { passive: true });
    main.addEventListener('touchcancel', cancel, { passive: true });
    return () => {
      main.removeEventListener('touchstart', start);
      main.removeEventListener('touchend', end);
      main.removeEventListener('touchcancel', cancel);
    };
  }, []);
  return null;
}

/** A wide table, a field, or a picture that takes the finger itself keeps its own sideways movement. */
function movesSideways(target: EventTarget | null, main: HTMLElement): boolean {
  for (let at = target instanceof Element ? target : null; at && at !== main; at = at.parentElement) {
    if (at.matches('input, select, textarea')) return true;
    const { overflowX, touchAction } = getComputedStyle(at);
    if (touchAction === 'none') return true;
    if ((overflowX === 'auto' || overflowX === 'scroll') && at.scrollWidth > at.clientWidth) return true;
  }
  return false;
}
