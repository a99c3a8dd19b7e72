import { addDays, type Day, parseDay, parsePartialDate, untilOf } from '@policy-timeline/domain';
import type { YamlDate } from './schema.js';

/** First and last possible day; null where nothing bounds it. */
export interface DateWindow {
  readonly earliest: Day | null;
  readonly latest: Day | null;
}

/** The stated unit, narrowed (or for `~` dates replaced) by the bounds given beside it. */
export function windowOf({ date, earliest, latest }: YamlDate): DateWindow {
  const unit = date === null ? null : parsePartialDate(date);
  return {
    earliest: earliest === undefined ? (unit?.first ?? null) : parseDay(earliest),
    latest: latest === undefined ? (unit?.last ?? null) : parseDay(latest),
  };
}

/** The nominal first day of a start (semantics §2). */
export function nominalFrom(date: YamlDate): Day | null {
  return date.date === null ? windowOf(date).latest : parsePartialDate(date.date).first;
}

/** The nominal first day that no longer counts. */
export function nominalUntil(date: YamlDate): Day | null {
  if (date.date !== null) return untilOf(parsePartialDate(date.date));
  const { latest } = windowOf(date);
  return latest === null ? null : addDays(latest, 1);
}
