import {
  type Day,
  formatDay,
  formatEraDay,
  monthName,
  parsePartialDate,
  partsOf,
  spellPartial,
  weekdayOf,
} from '@policy-timeline/domain';
import type { Locale } from './locale';

export { monthName, spellDay, spellPartial } from '@policy-timeline/domain';

const WEEKDAYS = {
  ja: ['日曜', '月曜', '火曜', '水曜', '木曜', '金曜', '土曜'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const;

/** 7月10日 / 10 Jul: where the year is given beside it. */
export function spellMonthDay(day: Day, locale: Locale): string {
  const { month, day: dom } = partsOf(day);
  return locale === 'ja' ? `${month}月${dom}日` : `${dom} ${monthName(month, locale)}`;
}

export function weekday(day: Day, locale: Locale): string {
  return WEEKDAYS[locale][weekdayOf(day)] ?? '';
}

/** 木 / Thu: where there is no room. */
export const shortWeekday = (day: Day, locale: Locale): string =>
  weekday(day, locale).slice(0, locale === 'ja' ? 1 : 3);

/** 令和7, for a year on an axis; null where it is not Japanese or before the eras that can be read. */
export function eraYear(day: Day, locale: Locale): string | null {
  return (locale === 'ja' && formatEraDay(day)?.split('年')[0]) || null;
}

/** What stands beside the date: 木曜 令和7年7月10日 / Thursday. */
export function besideDay(day: Day, locale: Locale): string {
  const era = locale === 'ja' ? formatEraDay(day) : null;
  return era === null ? weekday(day, locale) : `${weekday(day, locale)}　${era}`;
}

/** For columns: days as ISO, months and years spelled. */
export function columnDate(text: string, locale: Locale): string {
  const date = parsePartialDate(text);
  return date.precision === 'DAY' && !date.approximate && !date.uncertain
    ? formatDay(date.first)
    : spellPartial(text, locale);
}
