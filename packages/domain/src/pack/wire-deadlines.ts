import { NO_DAY } from '../bitemporal/day-codes.js';
import type { Slices } from '../bitemporal/slices.js';
import type { Day } from '../calendar/civil-day.js';
import type { DeadlineRow } from '../deadlines/deadline-rows.js';
import { at, type EventColumns, picked } from './event-columns.js';
import type { PackDeadline } from './pack.js';
import { type ColumnReader, type ColumnWriter, dayOrNull, lazyList } from './wire-columns.js';

type Manner = readonly [
  DeadlineRow['edge'],
  DeadlineRow['kind'],
  DeadlineRow['firmness'],
  DeadlineRow['outcome'],
  DeadlineRow['ofEffects']?,
];

export function* writeDeadlines(
  columns: ColumnWriter,
  rows: readonly PackDeadline[],
  beside: EventColumns,
): Slices<void> {
  const { length } = rows;
  const row = (i: number) => rows[i] as PackDeadline;
  yield* columns.steps(length, (i) => row(i).event);
  yield* columns.coded(length, (i) => {
    const { edge, kind, firmness, outcome, ofEffects } = row(i);
    return [edge, kind, firmness, outcome, ...(ofEffects ? [true] : [])];
  });
  yield* columns.days(
    length,
    (i) => row(i).knownFrom,
    (i) => pick(beside.known, row(i).event),
  );
  yield* columns.days(
    length,
    (i) => row(i).knownUntil,
    (i) => row(i).knownFrom,
  );
  yield* columns.days(
    length,
    (i) => row(i).earliest,
    (i) => pick(beside.days, row(i).event),
  );
  yield* columns.days(
    length,
    (i) => row(i).latest,
    (i) => row(i).earliest,
  );
  yield* columns.dateTexts(
    length,
    (i) => row(i).date,
    (i) => row(i).earliest ?? NO_DAY,
  );
  yield* columns.distances(
    length,
    (i) => row(i).outcomeBy ?? row(i).event,
    (i) => row(i).event,
  );
}

const pick = (column: Int32Array, place: number): number => (place < 0 ? NO_DAY : at(column, place));

export function readDeadlines(
  columns: ColumnReader,
  length: number,
  beside: EventColumns,
  /** Until when a plan without a date is awaited: the end of its topic's coverage. */
  awaitedOpen: (event: number) => number,
): () => readonly PackDeadline[] {
  const steps = columns.ints();
  const manner = columns.coded<Manner>();
  const [begins, ends, first, last] = [columns.ints(), columns.ints(), columns.ints(), columns.ints()];
  const texts = columns.dateTexts();
  const settled = columns.ints();
  return lazyList(length, () => {
    const { known, days } = beside;
    const of = steps.steps();
    const manners = manner();
    const knownFrom = begins.days(picked(known, of, NO_DAY));
    const knownUntil = ends.days(knownFrom);
    const earliest = first.days(picked(days, of, NO_DAY));
    const latest = last.days(earliest);
    const dates = texts(earliest);
    const outcomeBy = settled.distances(of);
    return (i) => {
      const event = at(of, i);
      const [edge, kind, firmness, outcome, ofEffects = false] = manners(i);
      const by = at(outcomeBy, i);
      return {
        event,
        edge,
        ofEffects,
        kind,
        firmness,
        date: dates(i),
        earliest: dayOrNull(earliest[i]) as Day | null,
        latest: dayOrNull(latest[i]) as Day | null,
        awaitedUntil: (firmness === 'NO_DATE' ? awaitedOpen(event) : latest[i]) as Day,
        knownFrom: knownFrom[i] as Day,
        knownUntil: knownUntil[i] as Day,
        outcome,
        // An event is never the outcome of itself.
        outcomeBy: by === event ? null : by,
      };
    };
  });
}
