import { NO_DAY } from '../bitemporal/reading-table.js';
import type { Day } from '../calendar/civil-day.js';
import type { DeadlineRow } from '../deadlines/deadline-rows.js';
import type { PackDeadline, PackEvent } from './pack.js';
import { type ColumnReader, type ColumnWriter, dayOrNull } from './wire-columns.js';

type Manner = readonly [
  DeadlineRow['edge'],
  DeadlineRow['kind'],
  DeadlineRow['firmness'],
  DeadlineRow['outcome'],
];

export function writeDeadlines(
  columns: ColumnWriter,
  rows: readonly PackDeadline[],
  events: readonly PackEvent[],
): void {
  const { ints } = columns;
  const [known, begins] = besideOf(rows, events);
  ints.steps(rows.map(({ event }) => event));
  columns.coded(rows.map(({ edge, kind, firmness, outcome }) => [edge, kind, firmness, outcome]));
  columns.days(
    rows.map(({ knownFrom }) => knownFrom),
    known,
  );
  columns.days(
    rows.map(({ knownUntil }) => knownUntil),
    rows.map(({ knownFrom }) => knownFrom),
  );
  columns.days(
    rows.map(({ earliest }) => earliest),
    begins,
  );
  columns.days(
    rows.map(({ latest }) => latest),
    rows.map(({ earliest }) => earliest ?? NO_DAY),
  );
  columns.dateTexts(
    rows.map(({ date }) => date),
    rows.map(({ earliest }) => earliest ?? NO_DAY),
  );
  ints.distances(
    rows.map(({ outcomeBy, event }) => outcomeBy ?? event),
    rows.map(({ event }) => event),
  );
}

export function readDeadlines(
  columns: ColumnReader,
  length: number,
  events: readonly PackEvent[],
  /** Until when a plan without a date is awaited: the end of its topic's coverage. */
  awaitedOpen: (event: number) => number,
): readonly PackDeadline[] {
  const { ints } = columns;
  const of = ints.steps(new Int32Array(length));
  const [known, begins] = besideOf(
    Array.from(of, (event) => ({ event })),
    events,
  );
  const manners = columns.coded<Manner>(length);
  const knownFrom = columns.days(length, known);
  const knownUntil = columns.days(length, knownFrom);
  const earliest = columns.days(length, begins);
  const latest = columns.days(length, earliest);
  const dates = columns.dateTexts(earliest);
  const outcomeBy = ints.distances(new Int32Array(length), of);
  return manners.map(([edge, kind, firmness, outcome], i) => {
    const event = of[i] as number;
    const by = outcomeBy[i] as number;
    return {
      event,
      edge,
      kind,
      firmness,
      date: dates[i] as string | null,
      earliest: dayOrNull(earliest[i]) as Day | null,
      latest: dayOrNull(latest[i]) as Day | null,
      awaitedUntil: (firmness === 'NO_DATE' ? awaitedOpen(event) : latest[i]) as Day,
      knownFrom: knownFrom[i] as Day,
      knownUntil: knownUntil[i] as Day,
      outcome,
      // An event is never the outcome of itself.
      outcomeBy: by === event ? null : by,
    };
  });
}

/** The days that most rows repeat: when the event became known, and when it begins. */
const besideOf = (
  rows: readonly { readonly event: number }[],
  events: readonly PackEvent[],
): readonly [number[], number[]] => [
  rows.map(({ event }) => events[event]?.known ?? NO_DAY),
  rows.map(({ event }) => events[event]?.day ?? NO_DAY),
];
