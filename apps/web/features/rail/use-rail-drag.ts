'use client';
import type { Day } from '@policy-timeline/domain';
import { type PointerEvent, type RefObject, useRef } from 'react';
import { useScrub } from '@/timeline/scrub-context';
import { clampDay, dayAtPortion } from '@/timeline/scrub-range';

/** Above the rail a touch moves finer the further the finger is away. */
const FINE_AFTER_PX = 60;
const FINE_FACTOR = 0.25;

/** Press jumps, drag follows; pressing on the diamond drags the known day instead. The store alone hears of it until the hand rests. */
export function useRailDrag(track: RefObject<HTMLDivElement | null>) {
  const { store, window: span, view, beginGesture } = useScrub();
  const held = useRef<{ readonly what: 'date' | 'known'; x: number; day: number } | null>(null);

  const dayAt = (clientX: number): Day => {
    const box = track.current?.getBoundingClientRect();
    return box ? dayAtPortion((clientX - box.left) / box.width, span) : store.hot.date;
  };
  const follow = (day: Day): void => {
    if (held.current?.what === 'known') store.knowBy({ mode: 'fixed', day: clampDay(day, view.frame.range) });
    else store.moveTo(clampDay(day, view.frame.range));
  };

  return {
    press: (event: PointerEvent<HTMLDivElement>) => {
      if (event.button !== 0) return;
      const on = event.target instanceof Element ? event.target : null;
      const onKnown =
        on?.closest('[data-head="known"]') !== null && on?.closest('[data-head="known"]') !== undefined;
      const onDate = !onKnown && on?.closest('[data-head="date"]') != null;
      event.currentTarget.setPointerCapture(event.pointerId);
      beginGesture();
      store.hold();
      const day =
        onKnown && store.hot.knowledge.mode === 'fixed'
          ? store.hot.knowledge.day
          : onDate
            ? store.hot.date
            : dayAt(event.clientX);
      held.current = { what: onKnown ? 'known' : 'date', x: event.clientX, day };
      if (!onKnown && !onDate) follow(day);
      track.current
        ?.querySelector<HTMLElement>(`[data-head="${held.current.what}"] [role="slider"]`)
        ?.focus({ preventScroll: true });
      event.preventDefault();
    },
    move: (event: PointerEvent<HTMLDivElement>) => {
      const hold = held.current;
      const box = track.current?.getBoundingClientRect();
      if (!hold || !box) return;
      const fine = event.pointerType === 'touch' && box.top - event.clientY > FINE_AFTER_PX ? FINE_FACTOR : 1;
      hold.day += ((event.clientX - hold.x) / box.width) * (span.until - span.from) * fine;
      hold.x = event.clientX;
      follow(clampDay(Math.round(hold.day) as Day, span));
    },
    release: () => {
      if (!held.current) return;
      held.current = null;
      store.release();
    },
  };
}
