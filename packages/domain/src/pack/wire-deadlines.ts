import { NO_DAY } from '../bitemporal/day-codes.js';
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

export function writeDeadlines(
  columns: ColumnWriter,
  rows: readonly PackDeadline[],
  beside: EventColumns,
): void {
  const of = Int32Array.from(rows, ({ event }) => event);
  columns.steps(of);
  columns.coded(
    rows.map(({ edge, kind, firmness, outcome, ofEffects }) => [
      edge,
      kind,
      firmness,
      outcome,
      ...(ofEffects ? [true] : []),
    ]),
  );
  columns.days(
    rows.map(({ knownFrom }) => knownFrom),
    picked(beside.known, of, NO_DAY),
  );
  columns.days(
    rows.map(({ knownUntil }) => knownUntil),
    rows.map(({ knownFrom }) => knownFrom),
  );
  columns.days(
    rows.map(({ earliest }) => earliest),
    picked(beside.days, of, NO_DAY),
  );
  columns.days(
    rows.map(({ latest }) => latest),
    rows.map(({ earliest }) => earliest ?? NO_DAY),
  );
  columns.dateTexts(
    rows.map(({ date }) => date),
    rows.map(({ earliest }) => earliest ?? NO_DAY),
  );
  columns.distances(
    rows.map(({ outcomeBy, event }) => outcomeBy ?? event),
    of,
  );
}

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
