import type { Day } from '../calendar/civil-day.js';
import type { SlotId } from '../events/envelope.js';
import { EVER } from './lens.js';
import { dateFromAt, knownFromAt, knownUntilAt, statusCodeAt } from './row-columns.js';
import { eachRow } from './slot-rows.js';
import type { Timeline } from './timeline.js';
import type { ReadingFilter, View } from './view.js';

/** A day on which readings change, and the slots that do. */
export interface Change {
  readonly date: Day;
  readonly slots: readonly SlotId[];
}

/** The first day after `view.date` on which a reading that passes the filter changes; null when none is known. */
export function nextChange(timeline: Timeline, view: View, filter: ReadingFilter = {}): Change | null {
  return seek(timeline, view, filter, 1);
}

/** The last day up to `view.date` on which a reading changed, the day itself left out. */
export function previousChange(timeline: Timeline, view: View, filter: ReadingFilter = {}): Change | null {
  return seek(timeline, view, filter, -1);
}

/** As lived both axes move, so known days are candidates too; each candidate is then compared with the day before it. */
function seek(timeline: Timeline, view: View, filter: ReadingFilter, direction: 1 | -1): Change | null {
  const candidates = changeDays(timeline, view, filter).filter((day) =>
    direction === 1 ? day > view.date : day < view.date,
  );
  if (direction === -1) candidates.reverse();
  for (const date of candidates) {
    const slots = changedOn(timeline, { ...view, date }, filter);
    if (slots.length > 0) return { date, slots };
  }
  return null;
}

/** Every day on which some reading of the filter may change in this view, ascending. */
export function changeDays(timeline: Timeline, view: View, filter: ReadingFilter): Day[] {
  const { table, ids } = timeline.table(view.reading, view.track);
  const passes = timeline.passes(filter);
  const days = new Set<Day>();
  const { columns } = table;
  const knownAt = timeline.knownAtOf(view);
  ids.forEach((id, i) => {
    if (!passes.slot({ id })) return;
    eachRow(columns, i, (row) => {
      if (view.asLived) {
        days.add(knownFromAt(columns, row));
        days.add(dateFromAt(columns, row));
      } else if (knownFromAt(columns, row) <= knownAt && knownAt < knownUntilAt(columns, row)) {
        days.add(dateFromAt(columns, row));
      }
    });
  });
  return [...days].filter((day) => day > EVER).sort((a, b) => a - b);
}

function changedOn(timeline: Timeline, view: View, filter: ReadingFilter): SlotId[] {
  const built = timeline.table(view.reading, view.track);
  const { table, ids, order } = built;
  const passes = timeline.passes(filter);
  const before = { ...view, date: (view.date - 1) as Day };
  const [knownAt, knownBefore] = [timeline.knownAtOf(view), timeline.knownAtOf(before)];
  return order
    .filter((i) => {
      if (!passes.slot({ id: ids[i] as SlotId })) return false;
      const [a, b] = [table.row(i, before.date, knownBefore), table.row(i, view.date, knownAt)];
      const { columns } = table;
      return (
        a !== b &&
        (statusCodeAt(columns, a) !== statusCodeAt(columns, b) || columns.deciding[a] !== columns.deciding[b])
      );
    })
    .map((i) => ids[i] as SlotId)
    .filter((id) => passes.reading(timeline.read(id, view)) || passes.reading(timeline.read(id, before)));
}
