import type { Reading } from '../bitemporal/lens.js';
import type { ReadingFilter } from '../bitemporal/view.js';
import type { Day } from '../calendar/civil-day.js';
import type { Track } from '../events/envelope.js';
import { deadlineId } from './deadline-id.js';
import type { DeadlineRow } from './deadline-rows.js';

/** An expectation in the list of a question: the row, and how far off it is. */
export interface Deadline extends DeadlineRow {
  /** See `deadlineId`. */
  readonly id: string;
  /** Days from the asked date to the first possible day, 0 inside the window; null with NO_DATE. */
  readonly daysLeft: number | null;
}

/** What is asked of the awaited days: seen from `date`, at most `withinDays` later (left out: 365). */
export interface UpcomingQuestion {
  readonly date: Day;
  /** null: with hindsight; the list is then what was expected on `date` or is known now, each with its outcome. */
  readonly knownAt: Day | null;
  readonly withinDays?: number | undefined;
  readonly filter?: ReadingFilter | undefined;
  /** From which day what is told counts as known; left out: NOMINAL. */
  readonly reading?: Reading | undefined;
  /** Left out: LEGAL. */
  readonly track?: Track | undefined;
}

/** The list from ready rows: the same code in server and browser. */
export function listDeadlines(
  rows: readonly DeadlineRow[],
  { date, knownAt, withinDays = 365 }: Omit<UpcomingQuestion, 'filter' | 'reading' | 'track'>,
  newestKnown: Day,
): readonly Deadline[] {
  const hindsight = knownAt === null;
  const asKnown = knownAt ?? (Math.min(date, newestKnown) as Day);
  const listed = new Map<string, Deadline>();
  const take = (known: Day): void => {
    for (const row of rows) {
      if (row.knownFrom > known || known >= row.knownUntil || row.awaitedUntil <= date) continue;
      if (row.earliest !== null && row.earliest > date + withinDays) continue;
      const id = deadlineId(row);
      if (listed.has(id)) continue;
      listed.set(id, {
        ...row,
        ...(hindsight ? {} : { outcome: null, outcomeBy: null }),
        id,
        daysLeft: row.earliest === null ? null : Math.max(0, row.earliest - date),
      });
    }
  };
  take(asKnown);
  if (hindsight && asKnown < newestKnown) take(newestKnown);
  return [...listed.values()].sort(
    (a, b) =>
      (a.earliest ?? Number.MAX_SAFE_INTEGER) - (b.earliest ?? Number.MAX_SAFE_INTEGER) ||
      (a.latest ?? 0) - (b.latest ?? 0) ||
      (a.id < b.id ? -1 : 1),
  );
}
