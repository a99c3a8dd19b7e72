import {
  addDays,
  type Day,
  type Direction,
  type PackReader,
  type PackReading,
  sameValue,
  type Text,
  type Value,
} from '@policy-timeline/domain';
import { knownAtOf, type Place, readAt } from './knowledge';
import { type RowReading, rowReading } from './reading-list';

export type ChangeKind = 'BEGAN' | 'ENDED' | 'SUSPENDED' | 'RESUMED' | 'VALUE_CHANGED' | 'LEARNED' | 'OTHER';

/** One slot that reads otherwise than thirty days before. */
export interface RecentChange {
  readonly index: number;
  readonly slot: string;
  readonly kind: ChangeKind;
  readonly before: RowReading;
  readonly after: RowReading;
  /** The last day on which it changed; null when it was only learned of. */
  readonly day: Day | null;
  readonly event: { readonly id: string; readonly title: Text; readonly direction: Direction } | null;
}

export const RECENT_DAYS = 30;

/** What differs between the day and thirty days before it, each read with the mode's knowledge; newest first. */
export function recentChanges(
  reader: PackReader,
  slots: readonly number[],
  place: Place,
): readonly RecentChange[] {
  const earlier: Place = { ...place, date: addDays(place.date, -RECENT_DAYS) };
  const changes: RecentChange[] = [];
  for (const index of slots) {
    const before = readAt(reader, index, earlier);
    const after = readAt(reader, index, place);
    if (sameAnswer(before, after) || isBackdrop(before, after)) continue;
    const { event } = after;
    const began = after.dateFrom > earlier.date && after.dateFrom <= place.date;
    changes.push({
      index,
      slot: after.slot.id,
      kind: began || place.knowledge.mode !== 'lived' ? kindOf(before, after) : 'LEARNED',
      before: rowReading(before),
      after: rowReading(after),
      day: began ? after.dateFrom : learnedOn(after, place),
      event: event && { id: event.id, title: event.title, direction: event.direction },
    });
  }
  const last = ({ index }: RecentChange): number =>
    reader.pack.slots[index]?.family === 'INDICATOR' ? 1 : 0;
  return changes.sort(
    (a, b) => (b.day ?? 0) - (a.day ?? 0) || last(a) - last(b) || (a.slot < b.slot ? -1 : 1),
  );
}

/** What a reader sees of an answer; a day less certain or the same told again is no change of the world. */
function sameAnswer(a: PackReading, b: PackReading): boolean {
  return a.status === b.status && sameValue(a.value, b.value);
}

/** A figure of an earlier year was published: nothing held before, nothing holds after. */
function isBackdrop(before: PackReading, after: PackReading): boolean {
  return after.slot.family === 'INDICATOR' && !holds(before) && !holds(after);
}

/** As lived an answer may change because something was told, not because it happened. */
function learnedOn({ known }: PackReading, place: Place): Day | null {
  return place.knowledge.mode === 'lived' &&
    known !== null &&
    known > place.date - RECENT_DAYS &&
    known <= place.date
    ? known
    : null;
}

const holds = ({ status }: { readonly status: string }): boolean =>
  status === 'IN_FORCE' || status === 'SUSPENDED';

export function kindOf(
  before: { status: string; value: Value | null },
  after: { status: string; value: Value | null },
): ChangeKind {
  if (after.status === 'SUSPENDED' && before.status !== 'SUSPENDED') return 'SUSPENDED';
  if (before.status === 'SUSPENDED' && after.status === 'IN_FORCE') return 'RESUMED';
  if (!holds(before) && holds(after)) return 'BEGAN';
  if (holds(before) && !holds(after)) return 'ENDED';
  return holds(before) && holds(after) && !sameValue(before.value, after.value) ? 'VALUE_CHANGED' : 'OTHER';
}

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
