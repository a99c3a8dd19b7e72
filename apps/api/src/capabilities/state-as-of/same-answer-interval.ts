import {
  addDays,
  type Day,
  type DayRange,
  dueOnAt,
  NO_DAY,
  type SlotReading,
  type Timeline,
  type View,
} from '@policy-timeline/domain';

export interface AnswerIntervals {
  readonly validInterval: DayRange;
  readonly knownInterval: DayRange;
}

/**
 * Where the answer for these slots stays the same: the intersection of their intervals, cut where `projected` and
 * UNKNOWN begin. As lived both axes move together, so only the day itself is promised.
 */
export function answerIntervals(
  timeline: Timeline,
  view: View,
  readings: readonly SlotReading[],
): AnswerIntervals {
  const { date } = view;
  const knownAt = timeline.knownAtOf(view);
  if (view.asLived) return { validInterval: dayOnly(date), knownInterval: dayOnly(date) };
  const { table, slotIndex } = timeline.table(view.reading, view.track);
  let [valid, known]: DayRange[] = [
    { from: null, until: null },
    { from: null, until: null },
  ];
  for (const { slot, validInterval, knownInterval, coveredThrough } of readings) {
    const index = slotIndex.get(slot) as number;
    const due = dueOnAt(table.columns, table.row(index, date, knownAt));
    const horizon = coveredThrough === null || knownAt < coveredThrough ? knownAt : coveredThrough;
    valid = cutAt(meet(valid as DayRange, validInterval), addDays(horizon, 1), date);
    known = meet(known as DayRange, knownInterval);
    if (coveredThrough === null || date <= coveredThrough) known = cutAt(known, date, knownAt);
    if (due === NO_DAY) continue;
    valid = cutAt(valid, due, date);
    known = cutAt(known, due, knownAt);
  }
  return { validInterval: valid as DayRange, knownInterval: known as DayRange };
}

const dayOnly = (day: Day): DayRange => ({ from: day, until: addDays(day, 1) });

function meet(a: DayRange, b: DayRange): DayRange {
  return {
    from: a.from === null ? b.from : b.from === null ? a.from : (Math.max(a.from, b.from) as Day),
    until: a.until === null ? b.until : b.until === null ? a.until : (Math.min(a.until, b.until) as Day),
  };
}

/** The part of a range that lies on the same side of an edge as `day`. */
function cutAt(range: DayRange, edge: Day, day: Day): DayRange {
  return meet(range, day < edge ? { from: null, until: edge } : { from: edge, until: null });
}
