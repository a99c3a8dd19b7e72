import { type Day, type PackReader, sameValue, type Text } from '@policy-timeline/domain';
import { borderOf, knownAtOf, type Place } from './knowledge';
import { type RowReading, rowReading } from './reading-list';

/** What the border did where it is not what the law said. */
export interface BorderReading {
  readonly reading: RowReading;
  /** The first day with another answer at the border, and the act that makes it; null while none is recorded. */
  readonly until: { readonly day: Day; readonly title: Text | null } | null;
}

const FAR = 2 ** 29;

/** The collected track of a slot, where it differs from the legal one (semantics: some facts have two clocks); null where it agrees. */
export function atBorder(reader: PackReader, index: number, place: Place): BorderReading | null {
  const known = knownAtOf(place);
  const law = reader.read(index, place.date, known);
  const border = reader.read(index, place.date, known, 'COLLECTED');
  if (law.status === border.status && sameValue(law.value, border.value)) return null;
  const day = border.dateUntil;
  return {
    reading: rowReading(border),
    until:
      day >= FAR
        ? null
        : {
            day,
            title:
              reader.read(index, day, borderOf(place, reader.newestKnown), 'COLLECTED').event?.title ?? null,
          },
  };
}
