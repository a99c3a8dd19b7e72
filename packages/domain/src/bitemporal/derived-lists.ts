import type { Day } from '../calendar/civil-day.js';
import type { BuiltTable } from './built-table.js';
import { Grid } from './grid.js';
import { type Along, Line, type LineChanges } from './line.js';
import { inOneGo, PER_SLICE, type Slices } from './slices.js';
import { countRows, eachRow } from './slot-rows.js';
import type { TableArena } from './table-arena.js';

/** Lines of a fixed known day, or of a fixed date, kept ready. */
const LINES_KEPT = 8;
/** So many touched slots cost as much to lay over a line as the line itself costs; then it is worth building anew. */
export const STALE_SLOTS = 1024;

/** A structure and the version of the table that it was built from. */
export interface Derived<T> {
  readonly of: T;
  readonly base: BuiltTable;
}
export interface Ready {
  readonly lines: Map<string, Derived<Line>>;
  latest: Latest | undefined;
  grid: Derived<Grid> | undefined;
}
export interface Latest extends Derived<Line> {
  readonly knownAt: Day;
  readonly later: readonly Later[];
}
/** A slot of which a row begins to be known only after the newest known day: a plan that will have fallen due. */
interface Later {
  readonly knownFrom: Day;
  readonly slot: number;
}
/** Versions of one table share their arena, so what is derived from one serves the others. */
const ready = new WeakMap<TableArena, Ready>();
export function readyFor({ arena }: Pick<BuiltTable, 'arena'>): Ready {
  const known = ready.get(arena) ?? { lines: new Map(), latest: undefined, grid: undefined };
  ready.set(arena, known);
  return known;
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

/** Lists that only one version is answered from: those of its table's newer versions differ in too many slots. */
const own = new WeakMap<BuiltTable, Ready>();
function ownOf(built: BuiltTable): Ready {
  const known = own.get(built) ?? { lines: new Map(), latest: undefined, grid: undefined };
  own.set(built, known);
  return known;
}

export function lineOn(built: BuiltTable, along: Along): LaidLine {
  const kept = servingLine(built, along) ?? keepLine(built, Line.of(built.table.columns, along));
  return new LaidLine(kept.of, built, touchedSince(kept.base, built), along);
}

/** A line that is there already and answers for this version. */
export function servingLine(built: BuiltTable, along: Along): Derived<Line> | undefined {
  const key = keyOf(along);
  const known = readyFor(built).lines.get(key);
  return known && serves(known.base, built) ? known : own.get(built)?.lines.get(key);
}

export function keepLine(built: BuiltTable, line: Line): Derived<Line> {
  const key = keyOf(line.along);
  const kept = { of: line, base: built };
  const { lines } = isNewer(readyFor(built).lines.get(key), built) ? ownOf(built) : readyFor(built);
  lines.delete(key);
  lines.set(key, kept);
  const oldest = lines.keys().next();
  if (lines.size > LINES_KEPT && !oldest.done) lines.delete(oldest.value);
  return kept;
}

/** The newest known day moves on with every append; the line of an earlier one serves with the plans that have fallen due since. */
export function latestOn(built: BuiltTable, knownAt: Day): LaidLine {
  const kept = servingLatest(built, knownAt) ?? keepLatest(built, inOneGo(latestFrom(built, knownAt)));
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

export function servingLatest(built: BuiltTable, knownAt: Day): Latest | undefined {
  const { latest } = readyFor(built);
  return latest && latest.knownAt <= knownAt && serves(latest.base, built) ? latest : undefined;
}

/** Newer versions know of a later day: this one is answered by the grid, which they share. */
export function isPast(built: BuiltTable, knownAt: Day): boolean {
  const { latest } = readyFor(built);
  return latest !== undefined && (latest.knownAt > knownAt || isNewer(latest, built));
}

export function keepLatest(built: BuiltTable, latest: Latest): Latest {
  if (!isPast(built, latest.knownAt)) readyFor(built).latest = latest;
  return latest;
}

/** The line of what is known on `knownAt`, which all that has been known so far is. */
export function* latestFrom(built: BuiltTable, knownAt: Day): Slices<Latest> {
  const { columns } = built.table;
  const { days, slotEnd, knownFrom } = columns;
  const known = days.codeOf(knownAt);
  const later: Later[] = [];
  let seen = 0;
  for (let slot = 0; slot < slotEnd.length; slot++) {
    seen += countRows(columns, slot);
    eachRow(columns, slot, (row) => {
      const from = knownFrom[row] as number;
      if (from > known) later.push({ slot, knownFrom: days.dayOf(from) });
    });
    if (seen <= PER_SLICE) continue;
    seen = 0;
    yield;
  }
  return { of: yield* Line.inSlices(columns, { axis: 'VALID', knownAt }), base: built, knownAt, later };
}

/** A structure of one version can answer for another, earlier or later, of which few slots differ. */
function serves(base: BuiltTable, built: BuiltTable): boolean {
  const more = built.table.slotCount - base.table.slotCount;
  const most = Math.max(STALE_SLOTS, built.table.slotCount / 4);
  return more <= most && touchedSince(base, built).length <= most;
}

const isNewer = (known: Derived<unknown> | undefined, built: BuiltTable): boolean =>
  known !== undefined && known.base.table.slotCount > built.table.slotCount;

export function gridOn(built: BuiltTable): { at(date: Day, knownAt: Day, out: Int32Array): Int32Array } {
  const { of: grid, base } = servingGrid(built) ?? keepGrid(built, Grid.of(built.table.columns));
  const touched = touchedSince(base, built);
  return {
    at(date, knownAt, out) {
      grid.at(date, knownAt, out);
      for (const slot of touched) out[slot] = built.table.row(slot, date, knownAt);
      return out;
    },
  };
}

export function servingGrid(built: BuiltTable): Derived<Grid> | undefined {
  const { grid } = readyFor(built);
  return grid && serves(grid.base, built) ? grid : own.get(built)?.grid;
}

export function keepGrid(built: BuiltTable, grid: Grid): Derived<Grid> {
  const kept = { of: grid, base: built };
  (isNewer(readyFor(built).grid, built) ? ownOf(built) : readyFor(built)).grid = kept;
  return kept;
}

const touches = new WeakMap<BuiltTable, WeakMap<BuiltTable, Int32Array>>();
const NONE = new Int32Array(0);
/** So many slots are looked for in a list one by one. */
const FEW = 16;

/** The slots of `built` whose rows are not those of `base`. */
export function touchedSince(base: BuiltTable, built: BuiltTable): Int32Array {
  if (base === built) return NONE;
  const known = touchesOf(built);
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

function touchesOf(built: BuiltTable): WeakMap<BuiltTable, Int32Array> {
  const known = touches.get(built) ?? new WeakMap<BuiltTable, Int32Array>();
  touches.set(built, known);
  return known;
}

/**
 * A table grown from another: what has been touched since the lists in use is what had been touched before and the slots
 * written now, so that the first reader does not have to compare all of them.
 */
export function noteGrowth(before: BuiltTable, built: BuiltTable, written: readonly number[]): void {
  const kept = ready.get(built.arena);
  if (!kept || before.arena !== built.arena) return;
  const touched = touchesOf(built);
  for (const used of [kept.latest, kept.grid, ...kept.lines.values()]) {
    if (!used || touched.has(used.base)) continue;
    touched.set(used.base, union(touchedSince(used.base, before), written));
  }
}

/** @param more few as a rule */
function union(list: Int32Array, more: readonly number[]): Int32Array {
  const known = more.length > FEW ? new Set(list) : null;
  const others = more.filter((slot) => !(known ? known.has(slot) : list.includes(slot)));
  if (others.length === 0) return list;
  const whole = new Int32Array(list.length + others.length);
  whole.set(list);
  whole.set(others, list.length);
  return whole;
}

export const keyOf = (along: Along): string =>
  along.axis === 'KNOWN' ? `date ${along.date}` : 'knownAt' in along ? `knownAt ${along.knownAt}` : 'lived';
