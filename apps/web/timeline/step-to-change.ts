import { addDays, type Day, type PackReader } from '@policy-timeline/domain';
import { knownAtOf, type Place, readAt } from './knowledge';

/** The next or previous day on which a reading of the slots changes; null when there is none in the record. */
export function stepToChange(
  reader: PackReader,
  slots: readonly number[],
  place: Place,
  direction: 1 | -1,
): Day | null {
  const { columns } = reader.table('LEGAL');
  const lived = place.knowledge.mode === 'lived';
  const known = knownAtOf(place) ?? reader.newestKnown;
  const days = new Set<number>();
  const consider = (day: number): void => {
    if (direction === 1 ? day > place.date : day < place.date) days.add(day);
  };
  for (const index of slots) {
    for (
      let row = columns.slotStart[index] as number;
      row < (columns.slotStart[index + 1] as number);
      row++
    ) {
      if (lived) consider(columns.knownFrom[row] as number);
      if (
        lived ||
        ((columns.knownFrom[row] as number) <= known && known < (columns.knownUntil[row] as number))
      )
        consider(columns.dateFrom[row] as number);
    }
  }
  const ordered = [...days].filter((day) => Math.abs(day) < 2 ** 29).sort((a, b) => (a - b) * direction);
  return (
    (ordered.find((day) => changesOn(reader, slots, { ...place, date: day as Day })) as Day | undefined) ??
    null
  );
}

function changesOn(reader: PackReader, slots: readonly number[], place: Place): boolean {
  const eve: Place = { ...place, date: addDays(place.date, -1) };
  return slots.some((index) => readAt(reader, index, place).key !== readAt(reader, index, eve).key);
}
