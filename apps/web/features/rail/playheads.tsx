'use client';
import { addDays, addMonths, type Day, formatDay } from '@policy-timeline/domain';
import type { KeyboardEvent } from 'react';
import { useLanguage } from '@/language/language-provider';
import { useScrub } from '@/timeline/scrub-context';
import { clampDay } from '@/timeline/scrub-range';
import { bubbleSides, percent, railTexts } from './paint-rail';

/** The date as a round thumb; the fixed known day as an amber diamond. Both are sliders over day numbers. */
export function Playheads() {
  const { locale, t } = useLanguage();
  const { store, view, window: span } = useScrub();
  const { range } = view.frame;
  const { date, knowledge } = view.place;
  const texts = railTexts(locale, t);
  const fixed = knowledge.mode === 'fixed' ? knowledge.day : null;
  const sides = bubbleSides(date, fixed, span);
  const bounds = { 'aria-valuemin': range.from, 'aria-valuemax': range.until - 1 };
  const keys = (current: () => Day, move: (day: Day) => void) => (event: KeyboardEvent) => {
    const to = keyedDay(event, current(), range.from, (range.until - 1) as Day);
    if (to === null) return;
    event.preventDefault();
    // A key held down is one gesture: the address, the network and the spoken sentence wait for its release.
    store.hold();
    move(clampDay(to, range));
  };
  const letGo = { onKeyUp: () => store.release(), onBlur: () => store.release() };
  return (
    <>
      {fixed === null ? null : (
        <div
          className="ph-k"
          data-head="known"
          data-side={sides.known}
          data-raised={sides.raised}
          style={{ transform: `translateX(${percent(fixed, span)})` }}
        >
          <div
            role="slider"
            tabIndex={0}
            className="thumb dia"
            data-testid="known-thumb"
            aria-label={t('rail.known')}
            {...bounds}
            aria-valuenow={fixed}
            aria-valuetext={texts.knownText(fixed)}
            onKeyDown={keys(
              () => (store.hot.knowledge.mode === 'fixed' ? store.hot.knowledge.day : fixed),
              (day) => store.knowBy({ mode: 'fixed', day }),
            )}
            {...letGo}
          />
          <span className="bub num" aria-hidden="true">
            <span>{texts.knownWord}</span> <b>{formatDay(fixed)}</b>
          </span>
        </div>
      )}
      <div
        className="ph-d"
        data-head="date"
        data-side={sides.date}
        style={{ transform: `translateX(${percent(date, span)})` }}
      >
        <div
          role="slider"
          tabIndex={0}
          className="thumb"
          data-testid="rail-thumb"
          aria-label={t('rail.date')}
          {...bounds}
          aria-valuenow={date}
          aria-valuetext={texts.value(view.place)}
          onKeyDown={keys(
            () => store.hot.date,
            (day) => store.moveTo(day),
          )}
          {...letGo}
        />
        <span className="bub num" aria-hidden="true">
          <span>{texts.dateWord}</span> <b>{formatDay(date)}</b>
        </span>
      </div>
    </>
  );
}

/** Where a slider key leads; null for other keys. */
export function keyedDay(
  event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  day: Day,
  first: Day,
  last: Day,
): Day | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const days = event.shiftKey ? 7 : 1;
  const months = event.shiftKey ? 12 : 1;
  switch (event.key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return addDays(day, -days);
    case 'ArrowRight':
    case 'ArrowUp':
      return addDays(day, days);
    case 'PageDown':
      return addMonths(day, -months);
    case 'PageUp':
      return addMonths(day, months);
    case 'Home':
      return first;
    case 'End':
      return last;
    default:
      return null;
  }
}
