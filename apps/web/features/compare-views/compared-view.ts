import { type Day, FAMILIES, formatDay } from '@policy-timeline/domain';

/** One of the two views: a day, and what was known on another; null: all that is known. */
export interface ComparedView {
  readonly date: Day;
  readonly known: Day | null;
}
export const KINDS = ['WORLD', 'PLAN', 'LEARNED', 'CORRECTED'] as const;

/** As a field or an address writes it; all that is known is written as nothing. */
export const isoOrNone = (day: Day | null): string => (day === null ? '' : formatDay(day));

export const knownFamily = (given: unknown): (typeof FAMILIES)[number] | null =>
  FAMILIES.find((name) => name === given) ?? null;
