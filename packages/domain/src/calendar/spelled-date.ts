import type { Text } from '../events/text.js';
import { type Day, partsOf } from './civil-day.js';
import { parsePartialDate } from './partial-date.js';

type Language = keyof Text;

const MONTHS = [
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

/** A day inside a sentence: 2025年7月10日 / 10 July 2025. From its parts, so that every machine spells it to the letter. */
export function spellDay(day: Day, language: Language): string {
  const { year, month, day: dom } = partsOf(day);
  return language === 'ja' ? `${year}年${month}月${dom}日` : `${dom} ${MONTHS[month - 1]} ${year}`;
}

/**
 * A date as precise as its source, never a made-up day: 2018年4月 / April 2018.
 *
 * @throws InvalidDate when the text is no EDTF date of level 0 or 1.
 */
export function spellPartial(text: string, language: Language): string {
  const date = parsePartialDate(text);
  const { year, month } = partsOf(date.first);
  const plain =
    date.precision === 'DAY'
      ? spellDay(date.first, language)
      : date.precision === 'MONTH'
        ? language === 'ja'
          ? `${year}年${month}月`
          : `${MONTHS[month - 1]} ${year}`
        : language === 'ja'
          ? `${year}年`
          : String(year);
  const about = date.approximate ? (language === 'ja' ? `${plain}ごろ` : `about ${plain}`) : plain;
  return date.uncertain ? `${about}${language === 'ja' ? '？' : '?'}` : about;
}

/** 7月 / Jul. */
export function monthName(month: number, language: Language): string {
  return language === 'ja' ? `${month}月` : (MONTHS[month - 1] ?? '').slice(0, 3);
}
