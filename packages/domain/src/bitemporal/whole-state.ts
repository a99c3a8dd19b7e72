import type { Day } from '../calendar/civil-day.js';
import type { BuiltTable } from './build-table.js';
import { Grid } from './grid.js';
import { type Along, Line, type LineChanges } from './line.js';
import { sameRow } from './reading-table.js';
import { eachRow } from './slot-rows.js';
import type { TableArena } from './table-arena.js';
import type { Timeline } from './timeline.js';
import type { View } from './view.js';

/** Lines of a fixed known day, or of a fixed date, kept ready. */
const LINES_KEPT = 8;
/** So many touched slots cost as much to lay over a line as the line itself costs; then it is worth building anew. */
export const STALE_SLOTS = 1024;

/** A structure and the version of the table that it was built from. */
interface Derived<T> {
  readonly of: T;
  readonly base: BuiltTable;
}
interface Ready {
  readonly lines: Map<string, Derived<Line>>;
  latest: (Derived<Line> & { readonly knownAt: Day; readonly later: readonly Later[] }) | undefined;
  grid: Derived<Grid> | undefined;
}
/** A slot of which a row begins to be known only after the newest known day: a plan that will have fallen due. */
interface Later {
  readonly knownFrom: Day;
  readonly slot: number;
}
/** Versions of one table share their arena, so what is derived from one serves the others. */
const ready = new WeakMap<TableArena, Ready>();
const readyFor = (built: BuiltTable): Ready => {
  const known = ready.get(built.arena) ?? { lines: new Map(), latest: undefined, grid: undefined };
  ready.set(built.arena, known);
  return known;
};

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
  if (knownAt === timeline.newestKnown) return latestOn(built, knownAt).at(view.date, state);
  if (readyFor(built).lines.has(keyOf(along))) return lineOn(built, along).at(view.date, state);
  return gridOn(built).at(view.date, knownAt, state);
}

/** A line to scrub along, with the slots of later appends laid over it. */
export function openLine(
  timeline: Timeline,
  along: Along,
  { reading, track }: Pick<View, 'reading' | 'track'>,
): LaidLine {
  const built = timeline.table(reading, track);
  return 'knownAt' in along && along.knownAt === timeline.newestKnown
    ? latestOn(built, along.knownAt)
    : lineOn(built, along);
}

/** Builds anew what `STALE_SLOTS` appended slots have made dear; for the time between two requests. Returns whether there was anything to do. */
export function refresh(timeline: Timeline, { reading, track }: Pick<View, 'reading' | 'track'>): boolean {
  const built = timeline.table(reading, track);
  const kept = readyFor(built);
  for (const [key, { of, base }] of kept.lines) {
    if (touchedSince(base, built).length <= STALE_SLOTS) continue;
    kept.lines.set(key, { of: new Line(built.table.columns, of.along), base: built });
    return true;
  }
  if (kept.latest && touchedSince(kept.latest.base, built).length > STALE_SLOTS) {
    kept.latest = latestFrom(built, timeline.newestKnown);
    return true;
  }
  if (kept.grid && touchedSince(kept.grid.base, built).length > STALE_SLOTS) {
    kept.grid = { of: new Grid(built.table.columns), base: built };
    return true;
  }
  return false;
}

/** A line of an earlier version and the slots that have been touched since. */
export class LaidLine {
  constructor(
    private readonly line: Line,
    private readonly built: BuiltTable,
    private readonly touched: Int32Array,
    private readonly along: Along,
  ) {}

  get slotCount(): number {
    return this.built.table.slotCount;
  }
  at(day: Day, out: Int32Array): Int32Array {
    this.line.at(day, out);
    return this.#lay(day, out);
  }
  /** Moves a state of this line from one day to another, either way. */
  move(out: Int32Array, from: Day, to: Day): Int32Array {
    this.line.move(out, from, to);
    return this.#lay(to, out);
  }
  /** What changes on the days of `[from, until)`. Slots touched since the line was built are left out; see `touchedSlots`. */
  changes(from: Day, until: Day): LineChanges {
    return this.line.changes(from, until);
  }
  get touchedSlots(): Int32Array {
    return this.touched;
  }
  #lay(day: Day, out: Int32Array): Int32Array {
    const { along } = this;
    const { table } = this.built;
    for (let i = 0; i < this.touched.length; i++) {
      const slot = this.touched[i] as number;
      const [date, knownAt] =
        along.axis === 'KNOWN' ? [along.date, day] : [day, 'knownAt' in along ? along.knownAt : day];
      out[slot] = table.row(slot, date, knownAt);
    }
    return out;
  }
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
    'asLived' in along || knownA === timeline.newestKnown || readyFor(built).lines.has(keyOf(along));
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

function lineOn(built: BuiltTable, along: Along): LaidLine {
  const { lines } = readyFor(built);
  const key = keyOf(along);
  const known = lines.get(key);
  const kept =
    known && serves(known.base, built) ? known : { of: new Line(built.table.columns, along), base: built };
  if (!known || known.base.slots.length <= built.slots.length) {
    lines.delete(key);
    lines.set(key, kept);
    const oldest = lines.keys().next();
    if (lines.size > LINES_KEPT && !oldest.done) lines.delete(oldest.value);
  }
  return new LaidLine(kept.of, built, touchedSince(kept.base, built), along);
}

/** The newest known day moves on with every append; the line of an earlier one serves with the plans that have fallen due since. */
function latestOn(built: BuiltTable, knownAt: Day): LaidLine {
  const all = readyFor(built);
  const known = all.latest;
  const kept =
    known && known.knownAt <= knownAt && serves(known.base, built) ? known : latestFrom(built, knownAt);
  if (!known || known.knownAt <= knownAt) all.latest = kept;
  const touched = touchedSince(kept.base, built);
  const due =
    kept.knownAt === knownAt
      ? []
      : kept.later.filter(({ knownFrom }) => knownFrom <= knownAt).map(({ slot }) => slot);
  return new LaidLine(
    kept.of,
    built,
    due.length === 0 ? touched : Int32Array.from(new Set([...touched, ...due])),
    {
      axis: 'VALID',
      knownAt,
    },
  );
}

function latestFrom(built: BuiltTable, knownAt: Day) {
  const { slotEnd, knownFrom } = built.table.columns;
  const later: Later[] = [];
  for (let slot = 0; slot < slotEnd.length; slot++)
    eachRow(built.table.columns, slot, (row) => {
      if ((knownFrom[row] as number) > knownAt) later.push({ slot, knownFrom: knownFrom[row] as Day });
    });
  return { of: new Line(built.table.columns, { axis: 'VALID', knownAt }), base: built, knownAt, later };
}

/** A structure of one version can answer for another: it has no slots that the other lacks, and few of them were touched. */
function serves(base: BuiltTable, built: BuiltTable): boolean {
  return (
    base.slots.length <= built.slots.length &&
    touchedSince(base, built).length <= Math.max(STALE_SLOTS, built.slots.length / 4)
  );
}

function gridOn(built: BuiltTable): { at(date: Day, knownAt: Day, out: Int32Array): Int32Array } {
  const kept = readyFor(built);
  const known = kept.grid;
  const { of: grid, base } =
    known && serves(known.base, built) ? known : { of: new Grid(built.table.columns), base: built };
  if (!known || known.base.slots.length <= built.slots.length) kept.grid = { of: grid, base };
  const touched = touchedSince(base, built);
  return {
    at(date, knownAt, out) {
      grid.at(date, knownAt, out);
      for (const slot of touched) out[slot] = built.table.row(slot, date, knownAt);
      return out;
    },
  };
}

const touches = new WeakMap<BuiltTable, WeakMap<BuiltTable, Int32Array>>();
const NONE = new Int32Array(0);

/** The slots of `built` whose rows are not those of `base`. */
function touchedSince(base: BuiltTable, built: BuiltTable): Int32Array {
  if (base === built) return NONE;
  const known = touches.get(built) ?? new WeakMap<BuiltTable, Int32Array>();
  touches.set(built, known);
  const found = known.get(base);
  if (found) return found;
  const [now, then] = [built.table.columns, base.table.columns];
  const touched: number[] = [];
  for (let slot = 0; slot < now.slotEnd.length; slot++)
    if (now.slotStart[slot] !== then.slotStart[slot] || now.slotEnd[slot] !== then.slotEnd[slot])
      touched.push(slot);
  const list = Int32Array.from(touched);
  known.set(base, list);
  return list;
}

const keyOf = (along: Along): string =>
  along.axis === 'KNOWN' ? `date ${along.date}` : 'knownAt' in along ? `knownAt ${along.knownAt}` : 'lived';
