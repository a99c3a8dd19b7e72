import type { Day } from '../calendar/civil-day.js';
import type { BuiltTable } from './built-table.js';
import { gridOn, isPast, type LaidLine, latestOn, lineOn, servingLine } from './derived-lists.js';
import type { Along } from './line.js';
import { sameRow } from './row-columns.js';
import type { Timeline } from './timeline.js';
import type { View } from './view.js';

/**
 * The whole state of a view: for each slot of `timeline.table(reading, track)` its row. On a line (latest, as lived, a known
 * day that was opened) a copy and a few changes; elsewhere by the grid.
 * @param out length ≥ the table's slotCount; left out, a new array.
 */
export function wholeState(timeline: Timeline, view: View, out?: Int32Array): Int32Array {
  const built = timeline.table(view.reading, view.track);
  const state = out ?? new Int32Array(built.table.slotCount);
  const knownAt = timeline.knownAtOf(view);
  if (view.asLived) return lineOn(built, { axis: 'VALID', asLived: true }).at(view.date, state);
  const along: Along = { axis: 'VALID', knownAt };
  if (isLatest(timeline, built, knownAt)) return latestOn(built, knownAt).at(view.date, state);
  if (servingLine(built, along)) return lineOn(built, along).at(view.date, state);
  return gridOn(built).at(view.date, knownAt, state);
}

/** The latest state of this version is a line of its own, unless newer ones have moved it on. */
export const isLatest = (timeline: Timeline, built: BuiltTable, knownAt: Day): boolean =>
  knownAt === timeline.newestKnown && !isPast(built, knownAt);

/** A line to scrub along, with the slots of later appends laid over it. */
export function openLine(
  timeline: Timeline,
  along: Along,
  { reading, track }: Pick<View, 'reading' | 'track'>,
): LaidLine {
  const built = timeline.table(reading, track);
  return 'knownAt' in along && isLatest(timeline, built, along.knownAt)
    ? latestOn(built, along.knownAt)
    : lineOn(built, along);
}

/** Slots whose rows differ between two views of one timeline. */
export interface DifferentRows {
  readonly slots: Int32Array;
  readonly before: Int32Array;
  readonly after: Int32Array;
}

/** Both views in the same reading and track. A row that says the same as the one before it counts as no difference. */
export function diffRows(timeline: Timeline, a: View, b: View): DifferentRows {
  const { columns } = timeline.table(a.reading, a.track).table;
  const moved = onOneLine(timeline, a, b) ?? everySlot(timeline, a, b);
  let kept = 0;
  for (let i = 0; i < moved.slots.length; i++) {
    const [before, after] = [moved.before[i] as number, moved.after[i] as number];
    if (before === after || sameRow(columns, before, after)) continue;
    moved.slots[kept] = moved.slots[i] as number;
    moved.before[kept] = before;
    moved.after[kept] = after;
    kept++;
  }
  const cut = (column: Int32Array): Int32Array => column.subarray(0, kept);
  return { slots: cut(moved.slots), before: cut(moved.before), after: cut(moved.after) };
}

/** Only what changes between two days of one line, with the touched slots asked directly. */
function onOneLine(timeline: Timeline, a: View, b: View): DifferentRows | undefined {
  const built = timeline.table(a.reading, a.track);
  const [knownA, knownB] = [timeline.knownAtOf(a), timeline.knownAtOf(b)];
  const along: Along | undefined =
    a.asLived && b.asLived
      ? { axis: 'VALID', asLived: true }
      : !a.asLived && !b.asLived && knownA === knownB
        ? { axis: 'VALID', knownAt: knownA }
        : undefined;
  if (!along) return undefined;
  const ready =
    'asLived' in along || isLatest(timeline, built, knownA) || servingLine(built, along) !== undefined;
  if (!ready) return undefined;
  const line = openLine(timeline, along, a);
  const forwards = a.date <= b.date;
  const [first, last] = forwards ? [a.date, b.date] : [b.date, a.date];
  const changes = line.changes((first + 1) as Day, (last + 1) as Day);
  const touched = line.touchedSlots;
  const size = changes.slots.length + touched.length;
  const slots = new Int32Array(size);
  const earlier = new Int32Array(size);
  const later = new Int32Array(size);
  const placeOf = placesFor(built);
  let count = 0;
  for (let i = 0; i < changes.slots.length; i++) {
    const slot = changes.slots[i] as number;
    let place = placeOf[slot] as number;
    if (place >= count || slots[place] !== slot) {
      place = count++;
      placeOf[slot] = place;
      slots[place] = slot;
      earlier[place] = changes.before[i] as number;
    }
    later[place] = changes.rows[i] as number;
  }
  for (let i = 0; i < touched.length; i++) {
    const slot = touched[i] as number;
    const known = placeOf[slot] as number;
    const place = known < count && slots[known] === slot ? known : count++;
    slots[place] = slot;
    earlier[place] = built.table.row(slot, first, a.asLived ? first : knownA);
    later[place] = built.table.row(slot, last, a.asLived ? last : knownA);
  }
  const cut = (column: Int32Array): Int32Array => column.subarray(0, count);
  return {
    slots: cut(slots),
    before: cut(forwards ? earlier : later),
    after: cut(forwards ? later : earlier),
  };
}

/** Where each slot stands in the answer being made. What an earlier answer left is told by its slot, so nothing is cleared. */
let places = new Int32Array(0);
function placesFor(built: BuiltTable): Int32Array {
  if (places.length < built.table.slotCount) places = new Int32Array(2 * built.table.slotCount);
  return places;
}

function everySlot(timeline: Timeline, a: View, b: View): DifferentRows {
  const [before, after] = [wholeState(timeline, a), wholeState(timeline, b)];
  return { slots: before.map((_, slot) => slot), before, after };
}
