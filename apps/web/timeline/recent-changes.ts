import { addDays, type PackReader } from '@policy-timeline/domain';
import { fourKinds, type KindRow } from './four-kinds';
import type { Place } from './knowledge';
import { sameAnswer } from './reading-list';

export const RECENT_DAYS = 30;

/** What reads otherwise than thirty days before, each day read with the mode’s knowledge. */
export function recentChanges(
  reader: PackReader,
  slots: readonly number[],
  place: Place,
): readonly KindRow[] {
  const earlier: Place = { ...place, date: addDays(place.date, -RECENT_DAYS) };
  return fourKinds(reader, slots, earlier, place).filter(
    (row) => (row.kind === 'PLAN' || !sameAnswer(row.before, row.after)) && !isBackdrop(reader, row),
  );
}

/** A figure of an earlier year was published: nothing held before, nothing holds after. */
function isBackdrop(reader: PackReader, { index, before, after }: KindRow): boolean {
  return reader.pack.slots[index]?.family === 'INDICATOR' && !holds(before.status) && !holds(after.status);
}

const holds = (status: string): boolean => status === 'IN_FORCE' || status === 'SUSPENDED';
