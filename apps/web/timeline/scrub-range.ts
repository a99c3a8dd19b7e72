import { addDays, type Day, dayOf, type Pack, partsOf } from '@policy-timeline/domain';

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

/** The part the rail shows at first: it leaves out the few events that lie decades before the others. */
export function restingWindow(pack: Pack, range: Span): Span {
  const days = pack.events.flatMap(({ day }) => (day === null ? [] : [day])).sort((a, b) => a - b);
  const start = days[Math.floor(days.length * 0.06)] ?? range.from;
  return { from: Math.max(range.from, dayOf(partsOf(start as Day).year, 1, 1)) as Day, until: range.until };
}

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

/** The window moved, not resized, until it holds the day; the whole range when the day lies outside the resting window. */
export function windowWith(day: Day, window: Span, range: Span): Span {
  if (day >= window.from && day < window.until) return window;
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
