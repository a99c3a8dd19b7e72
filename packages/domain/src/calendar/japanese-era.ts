import { type Day, dayOf, daysInMonth, parseDay, partsOf } from './civil-day.js';
import { InvalidDate } from './errors.js';

/** An era of the Japanese calendar: its first day, and what its years are counted from. */
export interface Era {
  readonly letter: 'M' | 'T' | 'S' | 'H' | 'R';
  readonly ja: string;
  readonly en: string;
  readonly from: Day;
  /** The Gregorian year of year 1 (元年). */
  readonly firstYear: number;
}

/**
 * Newest first. Days before 1873 follow the old lunisolar calendar, which this page does not convert:
 * Meiji is written from 1873-01-01 (Meiji 6) on, the first day of the Gregorian calendar in Japan.
 */
export const ERAS: readonly Era[] = [
  { letter: 'R', ja: '令和', en: 'Reiwa', from: parseDay('2019-05-01'), firstYear: 2019 },
  { letter: 'H', ja: '平成', en: 'Heisei', from: parseDay('1989-01-08'), firstYear: 1989 },
  { letter: 'S', ja: '昭和', en: 'Showa', from: parseDay('1926-12-25'), firstYear: 1926 },
  { letter: 'T', ja: '大正', en: 'Taisho', from: parseDay('1912-07-30'), firstYear: 1912 },
  { letter: 'M', ja: '明治', en: 'Meiji', from: parseDay('1873-01-01'), firstYear: 1868 },
];

/** The era of a day and its year there; null before 1873-01-01. */
export function eraOf(day: Day): { readonly era: Era; readonly year: number } | null {
  const era = ERAS.find(({ from }) => from <= day);
  return era ? { era, year: partsOf(day).year - era.firstYear + 1 } : null;
}

/** 令和7年8月20日; the first year is 令和元年. Null before 1873-01-01. */
export function formatEraDay(day: Day): string | null {
  const placed = eraOf(day);
  if (!placed) return null;
  const { month, day: dom } = partsOf(day);
  return `${placed.era.ja}${placed.year === 1 ? '元' : placed.year}年${month}月${dom}日`;
}

/** R7.8.20. Null before 1873-01-01. */
export function formatEraDayNarrow(day: Day): string | null {
  const placed = eraOf(day);
  if (!placed) return null;
  const { month, day: dom } = partsOf(day);
  return `${placed.era.letter}${placed.year}.${month}.${dom}`;
}

/** Reiwa 7. Null before 1873-01-01. */
export function formatEraYear(day: Day): string | null {
  const placed = eraOf(day);
  return placed && `${placed.era.en} ${placed.year}`;
}

const LONG = /^(明治|大正|昭和|平成|令和)(元|\d{1,2})年(\d{1,2})月(\d{1,2})日$/;
const NARROW = /^([MTSHR])(\d{1,2})[./-](\d{1,2})[./-](\d{1,2})$/i;

/** True for text that is meant as a day of an era, whether or not that day exists. */
export function isEraText(text: string): boolean {
  const plain = plainText(text);
  return LONG.test(plain) || NARROW.test(plain);
}

/**
 * Reads 令和7年8月20日, 令和元年5月1日 and R7.8.20, in full-width characters too.
 * @throws InvalidDate when the text is neither, or the era has no such day (平成32年 never came, 昭和64年 ended on 7 January).
 */
export function parseEraDay(text: string, field = 'date'): Day {
  const plain = plainText(text);
  const match = LONG.exec(plain) ?? NARROW.exec(plain);
  const named = match?.[1]?.toUpperCase();
  const era = ERAS.find(({ ja, letter }) => ja === named || letter === named);
  if (!match || !era) throw new InvalidDate(text, field, 'write 令和7年8月20日 or R7.8.20');
  const [yearOfEra, month, dom] = [
    match[2] === '元' ? 1 : Number(match[2]),
    Number(match[3]),
    Number(match[4]),
  ];
  const year = era.firstYear + yearOfEra - 1;
  if (yearOfEra < 1 || month < 1 || month > 12 || dom < 1 || dom > daysInMonth(year, month))
    throw new InvalidDate(text, field, 'no calendar has that day; write 令和7年8月20日 or R7.8.20');
  const day = dayOf(year, month, dom);
  const placed = eraOf(day);
  if (placed?.era !== era) {
    throw new InvalidDate(
      text,
      field,
      placed
        ? `${era.ja} (${era.en}) has no such day, it is ${formatEraDay(day)}`
        : 'Japanese dates can be read from 明治6年1月1日 (1873-01-01) on',
    );
  }
  return day;
}

/** Full-width digits, letters and stops become plain ones; spaces go. */
export function plainText(text: string): string {
  return text
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[。．]/g, '.')
    .replace(/[−‐–]/g, '-')
    .replace(/[\s　]+/g, '');
}
