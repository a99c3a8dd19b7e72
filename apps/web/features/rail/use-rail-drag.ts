'use client';
import { type Day, formatDay } from '@policy-timeline/domain';
import { type PointerEvent, type RefObject, useEffect, useMemo, useRef } from 'react';
import { useLanguage } from '@/language/language-provider';
import { changeDaysOf, changesOnDay, nearestChange } from '@/timeline/change-days';
import { useScrub } from '@/timeline/scrub-context';
import { clampDay, dayAtPortion, portionOf, type Span, zoomed } from '@/timeline/scrub-range';
import { writeText } from '@/ui/write-text';
import { daysMoved, paceOf } from './drag-pace';

/** Within this distance of a change the thumb goes to it; Alt lets it lie anywhere. */
const SNAP_PX = 6;
const LONG_PRESS_MS = 550;
const STILL_PX = 6;
/** A drag of the density shorter than this is a press. */
const RANGE_PX = 8;

type Held =
  | { readonly what: 'date' | 'known'; x: number; day: number; moved: boolean; timer: number | null }
  | { readonly what: 'pan'; readonly x: number; readonly window: Span }
  | { readonly what: 'range'; readonly x: number };

/**
 * Press jumps, drag follows; on the diamond it drags the known day, on empty density it marks a stretch, with Shift it moves
 * the window. The store alone hears of it until the hand rests.
 */
export function useRailDrag(rail: RefObject<HTMLElement | null>, track: RefObject<HTMLDivElement | null>) {
  const { t } = useLanguage();
  const scrub = useScrub();
  const { store, window: span, view, reader, slots, beginGesture } = scrub;
  const held = useRef<Held | null>(null);
  const { range } = view.frame;
  const { knowledge } = view.place;
  const changes = useMemo(
    () => (reader ? changeDaysOf(reader, slots, knowledge) : null),
    [reader, slots, knowledge],
  );
  // Measured when a hand takes hold: measuring in a move would lay out what the frame before has written.
  const measured = useRef<DOMRect | null>(null);
  const boxOf = (): DOMRect =>
    (held.current && measured.current) ?? (track.current ?? document.body).getBoundingClientRect();
  const dayAt = (clientX: number): Day => {
    const box = boxOf();
    return dayAtPortion((clientX - box.left) / box.width, span);
  };
  const daysPerPx = (): number => (span.until - span.from) / boxOf().width;
  const snapped = (day: number, event: { readonly altKey: boolean }): Day =>
    ((!event.altKey && changes && nearestChange(changes, day, Math.floor(SNAP_PX * daysPerPx()))) ||
      Math.round(day)) as Day;
  const follow = (what: 'date' | 'known', day: Day): void => {
    if (what === 'known') store.knowBy({ mode: 'fixed', day: clampDay(day, range) });
    else store.moveTo(clampDay(day, range));
  };

  const press = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    event.preventDefault();
    hideGhost(rail.current);
    measured.current = event.currentTarget.getBoundingClientRect();
    if (event.shiftKey) {
      held.current = { what: 'pan', x: event.clientX, window: span };
      return;
    }
    const on = event.target instanceof Element ? event.target.closest('[data-head]') : null;
    const what = on?.getAttribute('data-head') === 'known' ? 'known' : 'date';
    if (on === null && event.pointerType === 'mouse' && isOver(rail.current, '.den', event.clientY)) {
      held.current = { what: 'range', x: event.clientX };
      return;
    }
    beginGesture();
    store.hold();
    const { hot } = store;
    const day =
      on === null
        ? dayAt(event.clientX)
        : what === 'known' && hot.knowledge.mode === 'fixed'
          ? hot.knowledge.day
          : hot.date;
    const timer = event.pointerType === 'touch' ? window.setTimeout(() => longPress(), LONG_PRESS_MS) : null;
    held.current = { what, x: event.clientX, day, moved: false, timer };
    if (on === null) follow(what, snapped(day, event));
    track.current
      ?.querySelector<HTMLElement>(`[data-head="${what}"] [role="slider"]`)
      ?.focus({ preventScroll: true });
  };

  const longPress = (): void => {
    const hold = held.current;
    if (hold?.what !== 'date' || hold.moved) return;
    if (scrub.pin === null) scrub.togglePin();
  };

  const move = (event: globalThis.PointerEvent): void => {
    const hold = held.current;
    if (!hold) {
      if (event.pointerType === 'mouse') showGhost(rail.current, dayAt(event.clientX), span, ghostText);
      return;
    }
    if (hold.what === 'pan') {
      const days = Math.round((hold.x - event.clientX) * daysPerPx());
      scrub.setWindow(shifted(hold.window, days, range));
      return;
    }
    if (hold.what === 'range') {
      showRange(rail.current, boxOf(), hold.x, event.clientX);
      return;
    }
    const px = event.clientX - hold.x;
    const above = boxOf().top - event.clientY;
    const pace = event.pointerType === 'touch' ? paceOf(above) : 'full';
    if (Math.abs(px) > STILL_PX || above > STILL_PX) {
      hold.moved = true;
      if (hold.timer !== null) clearTimeout(hold.timer);
    }
    if (!hold.moved && event.pointerType === 'touch') return;
    hold.day = Math.min(Math.max(hold.day + daysMoved(px, pace, daysPerPx()), span.from), span.until - 1);
    hold.x = event.clientX;
    if (rail.current) rail.current.dataset.pace = pace;
    follow(hold.what, pace === 'full' ? snapped(hold.day, event) : (Math.round(hold.day) as Day));
  };

  const release = (event: PointerEvent<HTMLDivElement>): void => {
    const hold = held.current;
    held.current = null;
    if (rail.current) delete rail.current.dataset.pace;
    if (!hold || hold.what === 'pan') return;
    if (hold.what === 'range') {
      showRange(rail.current, boxOf(), 0, 0);
      const [from, to] = [dayAt(Math.min(hold.x, event.clientX)), dayAt(Math.max(hold.x, event.clientX))];
      if (Math.abs(event.clientX - hold.x) < RANGE_PX) scrub.goTo(snapped(dayAt(event.clientX), event));
      else scrub.compare(from, to);
      return;
    }
    if (hold.timer !== null) clearTimeout(hold.timer);
    store.release();
  };

  const leave = (): void => hideGhost(rail.current);

  /** A second press on a bar goes to where the bar begins. */
  const doublePress = (event: { clientX: number; clientY: number }): void => {
    const bar = document
      .elementsFromPoint(event.clientX, event.clientY)
      .find(
        (element): element is HTMLElement =>
          element instanceof HTMLElement && element.dataset.from !== undefined,
      );
    if (bar) scrub.goTo(Number(bar.dataset.from) as Day);
  };

  const ghostText = (day: Day): string =>
    t('rail.ghost', { day: formatDay(day), count: changes ? changesOnDay(changes, day) : 0 });

  // The wheel has to be kept from scrolling the page, which a passive listener cannot; a move is heard sixty times a second,
  // and React would make an event of its own for each.
  const latest = useRef({ scrub, span, range, dayAt, move });
  latest.current = { scrub, span, range, dayAt, move };
  useEffect(() => {
    const element = track.current;
    if (!element) return;
    let last = 0;
    const turn = (event: WheelEvent): void => {
      event.preventDefault();
      const { scrub: now, span: shown, range: whole, dayAt: at } = latest.current;
      if (event.ctrlKey || event.metaKey) {
        now.setWindow(zoomed(shown, whole, event.deltaY > 0 ? 1.25 : 0.8, at(event.clientX)));
        return;
      }
      if (performance.now() - last < 90) return;
      last = performance.now();
      now.stepChange(event.deltaY + event.deltaX > 0 ? 1 : -1);
    };
    const follows = (event: globalThis.PointerEvent): void => latest.current.move(event);
    element.addEventListener('wheel', turn, { passive: false });
    element.addEventListener('pointermove', follows);
    return () => {
      element.removeEventListener('wheel', turn);
      element.removeEventListener('pointermove', follows);
    };
  }, [track]);

  return { press, release, leave, doublePress };
}

function shifted(window: Span, days: number, range: Span): Span {
  const length = window.until - window.from;
  const from = Math.min(Math.max(range.from, window.from + days), range.until - length);
  return { from: from as Day, until: (from + length) as Day };
}

function isOver(rail: HTMLElement | null, part: string, clientY: number): boolean {
  const box = rail?.querySelector(part)?.getBoundingClientRect();
  return box !== undefined && box.top <= clientY && clientY <= box.bottom;
}

function showGhost(rail: HTMLElement | null, day: Day, span: Span, textOf: (day: Day) => string): void {
  const ghost = rail?.querySelector<HTMLElement>('.ghost');
  if (!ghost) return;
  const portion = portionOf(day, span);
  ghost.style.transform = `translateX(${(portion * 100).toFixed(3)}%)`;
  ghost.dataset.side = portion > 0.8 ? 'left' : 'right';
  ghost.hidden = false;
  writeText(ghost.firstElementChild, textOf(day));
}

function hideGhost(rail: HTMLElement | null): void {
  const ghost = rail?.querySelector<HTMLElement>('.ghost');
  if (ghost) ghost.hidden = true;
}

function showRange(rail: HTMLElement | null, box: DOMRect, from: number, to: number): void {
  const mark = rail?.querySelector<HTMLElement>('.range-mark');
  if (!mark) return;
  mark.hidden = from === to;
  mark.style.left = `${Math.min(from, to) - box.left}px`;
  mark.style.width = `${Math.abs(to - from)}px`;
}
