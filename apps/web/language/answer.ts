import type { RowReading } from '@/timeline/reading-list';
import { shortValue } from './format-value';
import type { Locale } from './locale';
import type { Translate } from './translate';

/** The value where one holds or is planned; else the status in a word, before the value it speaks of. */
export function answerOf(reading: RowReading, locale: Locale, t: Translate): string {
  const value = shortValue(reading.value, locale, t);
  const word = t(`status.${reading.status}`);
  if (value === null) return word;
  return reading.status === 'IN_FORCE' || reading.status === 'SCHEDULED' || reading.status === 'SUSPENDED'
    ? value
    : `${word}　${value}`;
}
