import type { Day } from '../calendar/civil-day.js';
import type { SlotId } from '../events/envelope.js';
import { EVER, OPEN } from './lens.js';
import { dateFromAt, dueOnAt, knownFromAt } from './row-columns.js';
import type { SlotReading } from './slot-reading.js';
import { eachRow } from './slot-rows.js';
import type { Timeline } from './timeline.js';
import type { View } from './view.js';

/** A stretch of one axis with one answer; null bounds are open. */
export interface Interval {
  readonly from: Day | null;
  readonly until: Day | null;
  readonly reading: SlotReading;
}

/**
 * One slot along an axis: along VALID with the view's knowledge, or along KNOWN for the view's date.
 * Equal to the pointwise readings at every day. `from`/`until` (half-open) cut the axis.
 */
export function intervalsOf(
  timeline: Timeline,
  slot: SlotId,
  axis: 'VALID' | 'KNOWN',
  view: View,
  range: { from: Day | null; until: Day | null },
): readonly Interval[] {
  const { table, slotIndex } = timeline.table(view.reading, view.track);
  const index = slotIndex.get(slot);
  if (index === undefined) return [];
  const { columns } = table;
  const edges = new Set<Day>();
  eachRow(columns, index, (row) => {
    if (axis === 'VALID' || view.asLived) edges.add(dateFromAt(columns, row));
    if (axis === 'KNOWN' || view.asLived) edges.add(knownFromAt(columns, row));
    // UNKNOWN and `projected` begin on days that no rectangle edge marks.
    if (axis === 'KNOWN') edges.add(dueOnAt(columns, row) as Day);
  });
  const covered = timeline.coverageOf(timeline.read(slot, view).topic)?.through;
  const knownAt = timeline.knownAtOf(view);
  if (axis === 'VALID') edges.add((Math.min(covered ?? OPEN, view.asLived ? OPEN : knownAt) + 1) as Day);
  else edges.add(view.date);

  const low = range.from ?? EVER;
  const high = range.until ?? OPEN;
  const starts = [low, ...[...edges].filter((day) => day > low && day < high)].sort((a, b) => a - b) as Day[];
  const at = (day: Day): SlotReading =>
    timeline.read(
      slot,
      axis === 'VALID' ? { ...view, date: day } : { ...view, knownAt: day, asLived: false },
    );
  const intervals: Interval[] = [];
  starts.forEach((from, i) => {
    const reading = at(from);
    const until = (starts[i + 1] ?? high) as Day;
    const last = intervals.at(-1);
    if (last && sameAnswer(last.reading, reading))
      intervals[intervals.length - 1] = { ...last, until: until >= OPEN ? null : until };
    else intervals.push({ from: from <= EVER ? null : from, until: until >= OPEN ? null : until, reading });
  });
  return intervals;
}

/** Same status, value, certainty, plan flag and deciding event. */
export function sameAnswer(a: SlotReading, b: SlotReading): boolean {
  return (
    a.status === b.status &&
    a.decidedBy === b.decidedBy &&
    a.certainty === b.certainty &&
    a.projected === b.projected &&
    a.validFrom === b.validFrom &&
    JSON.stringify(a.value) === JSON.stringify(b.value)
  );
}
