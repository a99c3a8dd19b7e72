import { type Day, dayOf, partsOf } from '@policy-timeline/domain';
import { eraYear, monthName } from '@/language/format-day';
import type { Locale } from '@/language/locale';
import type { Span } from './scrub-range';

export interface Tick {
  readonly day: Day;
  readonly label: string;
  /** The Japanese year beside a year; null for months and in English. */
  readonly era: string | null;
  /** Dropped first where the rail is narrow. */
  readonly minor: boolean;
}

/** Years, or quarters and months where the window is short. */
export function ticksOf(span: Span, locale: Locale): readonly Tick[] {
  const first = partsOf(span.from).year;
  const last = partsOf(span.until).year;
  const years = (span.until - span.from) / 365.25;
  const everyYears = years > 40 ? 5 : years > 18 ? 2 : 1;
  const everyMonths = years > 5 ? 12 : years > 2.2 ? 3 : 1;
  const ticks: Tick[] = [];
  for (let year = first; year <= last; year++) {
    if (year % everyYears !== 0) continue;
    for (let month = 1; month <= 12; month += everyMonths) {
      const day = dayOf(year, month, 1);
      if (day < span.from || day >= span.until) continue;
      ticks.push({
        day,
        label: month === 1 ? String(year) : monthName(month, locale),
        era: month === 1 ? eraYear(day, locale) : null,
        minor:
          everyMonths === 12
            ? Math.round(year / everyYears) % 2 === 1
            : years < 1.4
              ? month % 2 === 0
              : month !== 1 && month !== 7,
      });
    }
  }
  return ticks;
}
