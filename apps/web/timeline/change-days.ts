import type { Day, PackReader } from '@policy-timeline/domain';
import type { Knowledge } from './knowledge';

/** Days on which something of the filter begins, ends or changes, and how much does: sorted, one entry per day. */
export interface ChangeDays {
  readonly days: Int32Array;
  readonly counts: Int32Array;
}

const FAR = 2 ** 29;

/** The edges of the answers as known; as lived, of all that was ever known. */
export function changeDaysOf(reader: PackReader, slots: readonly number[], knowledge: Knowledge): ChangeDays {
  const { columns } = reader.table('LEGAL');
  const known =
    knowledge.mode === 'fixed' ? knowledge.day : knowledge.mode === 'now' ? reader.newestKnown : null;
  const counts = new Map<number, number>();
  for (const index of slots) {
    const end = columns.slotStart[index + 1] as number;
    for (let row = columns.slotStart[index] as number; row < end; row++) {
      const day = columns.dateFrom[row] as number;
      if (day <= -FAR) continue;
      if (
        known !== null &&
        !((columns.knownFrom[row] as number) <= known && known < (columns.knownUntil[row] as number))
      )
        continue;
      counts.set(day, (counts.get(day) ?? 0) + 1);
    }
  }
  const days = Int32Array.from(counts.keys()).sort();
  return { days, counts: Int32Array.from(days, (day) => counts.get(day) ?? 0) };
}

/** The index of the first entry not before the day. */
export function firstFrom({ days }: ChangeDays, day: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] as number) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The nearest change within some days; null where there is none. */
export function nearestChange(changes: ChangeDays, day: number, withinDays: number): Day | null {
  const after = firstFrom(changes, day);
  const [next, before] = [changes.days[after], changes.days[after - 1]];
  const candidates = [next, before].filter(
    (found): found is number => found !== undefined && Math.abs(found - day) <= withinDays,
  );
  return (candidates.sort((a, b) => Math.abs(a - day) - Math.abs(b - day))[0] as Day | undefined) ?? null;
}

export function changesOnDay(changes: ChangeDays, day: number): number {
  const at = firstFrom(changes, day);
  return changes.days[at] === day ? (changes.counts[at] as number) : 0;
}
