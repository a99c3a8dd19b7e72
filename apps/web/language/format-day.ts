import {
  type Day,
  formatDay,
  formatEraDay,
  parsePartialDate,
  partsOf,
  weekdayOf,
} from '@policy-timeline/domain';
import type { Locale } from './locale';

const EN_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const WEEKDAYS = {
  ja: ['日曜', '月曜', '火曜', '水曜', '木曜', '金曜', '土曜'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const;

/** Days are spelled from their parts, not by the platform: server and browsers must agree to the letter. */
export function spellDay(day: Day, locale: Locale): string {
  const { year, month, day: dom } = partsOf(day);
  return locale === 'ja' ? `${year}年${month}月${dom}日` : `${dom} ${EN_MONTHS[month - 1]} ${year}`;
}

/** 7月10日 / 10 Jul: where the year is given beside it. */
export function spellMonthDay(day: Day, locale: Locale): string {
  const { month, day: dom } = partsOf(day);
  return locale === 'ja' ? `${month}月${dom}日` : `${dom} ${monthName(month, locale)}`;
}

/** 7月 / Jul. */
export function monthName(month: number, locale: Locale): string {
  return locale === 'ja' ? `${month}月` : (EN_MONTHS[month - 1] ?? '').slice(0, 3);
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

/** A date as precise as its source: 2018年4月 / April 2018, never a made-up day. */
export function spellPartial(text: string, locale: Locale): string {
  const date = parsePartialDate(text);
  const { year, month } = partsOf(date.first);
  const plain =
    date.precision === 'DAY'
      ? spellDay(date.first, locale)
      : date.precision === 'MONTH'
        ? locale === 'ja'
          ? `${year}年${month}月`
          : `${EN_MONTHS[month - 1]} ${year}`
        : locale === 'ja'
          ? `${year}年`
          : String(year);
  const about = date.approximate ? (locale === 'ja' ? `${plain}ごろ` : `about ${plain}`) : plain;
  return date.uncertain ? `${about}${locale === 'ja' ? '？' : '?'}` : about;
}

/** For columns: days as ISO, months and years spelled. */
export function columnDate(text: string, locale: Locale): string {
  const date = parsePartialDate(text);
  return date.precision === 'DAY' && !date.approximate && !date.uncertain
    ? formatDay(date.first)
    : spellPartial(text, locale);
}
