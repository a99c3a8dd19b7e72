import { addDays, addMonths, type Day, dayOf, formatDay, partsOf } from '@policy-timeline/domain';
import type { Span } from './scrub-range';

const SHAPE = /^(\d{4})-(\d{2})(?:-(\d{2}))?\.\.(\d{4})-(\d{2})(?:-(\d{2}))?$/;
const SHORTEST_DAYS = 30;

/** `2025-01..2025-12` or `2025-01-10..2025-03-02`, both ends included; null where it is neither or turned around. */
export function spanFrom(text: string | null): Span | null {
  const match = SHAPE.exec(text ?? '');
  if (!match) return null;
  const [, y1, m1, d1, y2, m2, d2] = match.map(Number) as number[];
  if (![m1, m2].every((month) => month !== undefined && month >= 1 && month <= 12)) return null;
  const from = dayOf(y1 as number, m1 as number, d1 || 1);
  const until = d2
    ? addDays(dayOf(y2 as number, m2 as number, d2), 1)
    : addMonths(dayOf(y2 as number, m2 as number, 1), 1);
  return until - from >= SHORTEST_DAYS ? { from, until } : null;
}

/** Whole months where the span is made of them, else days. */
export function spanText({ from, until }: Span): string {
  const last = addDays(until, -1);
  const whole = partsOf(from).day === 1 && partsOf(until).day === 1;
  return whole ? `${month(from)}..${month(last)}` : `${formatDay(from)}..${formatDay(last)}`;
}

const month = (day: Day): string => formatDay(day).slice(0, 7);
