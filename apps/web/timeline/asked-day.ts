import { type Day, InvalidDate, readTypedDate } from '@policy-timeline/domain';

/** A day out of an address: read as people write it; null where none is given, the text where it cannot be read. */
export function askedDay(
  given: string | readonly string[] | undefined,
  today: Day,
): { readonly day: Day | null } | { readonly unreadable: string } {
  if (typeof given !== 'string' || given.trim() === '') return { day: null };
  try {
    return { day: readTypedDate(given, { current: today }) };
  } catch (error) {
    if (error instanceof InvalidDate) return { unreadable: given };
    throw error;
  }
}
