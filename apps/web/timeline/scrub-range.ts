import { addDays, type Day, dayOf, type Pack, partsOf } from '@policy-timeline/domain';
import type { Place } from './knowledge';

/** Half-open stretch of days. */
export interface Span {
  readonly from: Day;
  readonly until: Day;
}

const FIRST = dayOf(1951, 1, 1);
const AHEAD_DAYS = 730;

/** The days that can be reached: from the earliest dated event, 1951 at the earliest, to two years beyond the newest known day. */
export function scrubRange(pack: Pack): Span {
  const days = pack.events.flatMap(({ day }) => (day === null ? [] : [day]));
  const first = Math.max(FIRST, Math.min(pack.newestKnown, ...days)) as Day;
  return {
    from: dayOf(partsOf(first).year, 1, 1),
    until: addDays((pack.newestKnown + AHEAD_DAYS) as Day, 1),
  };
}

/** The years the rail opens on: that of the day (and of the known day), the one before and the one after. */
export function restingWindow({ date, knowledge }: Place, range: Span): Span {
  const days = knowledge.mode === 'fixed' ? [date, knowledge.day] : [date];
  const year = (day: number): number => partsOf(day as Day).year;
  const from = dayOf(year(Math.min(...days)) - 1, 1, 1);
  const until = dayOf(year(Math.max(...days)) + 2, 1, 1);
  return { from: Math.max(range.from, from) as Day, until: Math.min(range.until, until) as Day };
}
const LONG_WINDOW_DAYS = 3650;

export function clampDay(day: Day, { from, until }: Span): Day {
  return Math.min(Math.max(day, from), until - 1) as Day;
}

/** 0 at the first day of the span, 1 at its end. */
export function portionOf(day: number, { from, until }: Span): number {
  return (day - from) / (until - from);
}

export function dayAtPortion(portion: number, span: Span): Day {
  return clampDay(Math.round(span.from + portion * (span.until - span.from)) as Day, span);
}

/** The window with the day in it: a long one grows back to the start of that year, a short one moves. */
export function windowWith(day: Day, window: Span, range: Span): Span {
  if (day >= window.from && day < window.until) return window;
  if (day < window.from && window.until - window.from >= LONG_WINDOW_DAYS) {
    return { from: Math.max(range.from, dayOf(partsOf(day).year - 1, 1, 1)) as Day, until: window.until };
  }
  const length = Math.min(window.until - window.from, range.until - range.from);
  const from = Math.min(Math.max(range.from, day - Math.round(length / 2)), range.until - length);
  return { from: from as Day, until: (from + length) as Day };
}

/** Zooms around the day by a factor; between 180 days and the whole range. */
export function zoomed(window: Span, range: Span, factor: number, around: Day): Span {
  const length = Math.round(
    Math.min(Math.max(180, (window.until - window.from) * factor), range.until - range.from),
  );
  const portion = Math.min(1, Math.max(0, portionOf(around, window)));
  const from = Math.min(Math.max(range.from, around - Math.round(length * portion)), range.until - length);
  return { from: from as Day, until: (from + length) as Day };
}
