import { type BuiltTable, tableOn } from './built-table.js';
import { PER_SLICE, type Slices } from './slices.js';
import type { TableArena } from './table-arena.js';

/** Below so many rows holes are not worth a look. */
const FEW_ROWS = 10_000;
/** With more rows than this for each that is read, an append stops to tidy up; in slices, tidying begins before. */
const MOST_ROWS_PER_LIVE = 2;
const TIDY_ROWS_PER_LIVE = 1.5;
const TIDY_FILLED = 0.98;

/** Where the versions of an arena go on: one of them, as it was and as it lies in the arena that takes its place. */
interface Successor {
  readonly from: BuiltTable;
  readonly to: BuiltTable;
}
const successors = new WeakMap<TableArena, Successor>();
const moved = new WeakMap<BuiltTable, BuiltTable>();

/** The table of a version where there is room to write its next one. */
export function* onRoomyArena(built: BuiltTable): Slices<BuiltTable> {
  const here = yield* onNewestArena(built);
  if (here.arena.used <= FEW_ROWS + MOST_ROWS_PER_LIVE * here.liveRows) return here;
  const roomy = yield* compacted(here);
  // Unless another has done it in between.
  if (!successors.has(here.arena)) succeed(here, roomy);
  return yield* onNewestArena(here);
}

/** Holes or the end of the arena are near enough to tidy up between two requests. */
export function isCrowded(built: BuiltTable): boolean {
  const { arena } = built;
  if (arena.used < FEW_ROWS || successors.has(arena)) return false;
  return (
    arena.used > FEW_ROWS / 2 + TIDY_ROWS_PER_LIVE * built.liveRows ||
    arena.used > TIDY_FILLED * arena.capacity
  );
}

/** The same table in an arena of its own, without holes and with room to spare. */
export function* compacted(built: BuiltTable): Slices<BuiltTable> {
  const { coveredThrough } = built.table.columns;
  const { arena, slotStart, slotEnd } = yield* built.arena.compacted(built.table.columns);
  return built.on(arena, tableOn(arena, { slotStart, slotEnd, patched: new Map(), coveredThrough }));
}

/** From now on versions of the arena of `from` are grown in that of `to`. */
export function succeed(from: BuiltTable, to: BuiltTable): void {
  successors.set(from.arena, { from, to });
}

/** Slots that differ from the version that was moved are copied after it. */
function* onNewestArena(built: BuiltTable): Slices<BuiltTable> {
  const next = successors.get(built.arena);
  if (!next) return built;
  const known = moved.get(built);
  if (known) return yield* onNewestArena(known);
  const { from, to } = next;
  const [was, here, there] = [from.table.columns, built.table.columns, to.table.columns];
  const slotCount = here.slotEnd.length;
  const [slotStart, slotEnd] = [new Int32Array(slotCount), new Int32Array(slotCount)];
  for (let slot = 0; slot < slotCount; slot++) {
    if (slot % PER_SLICE === PER_SLICE - 1) yield;
    const same = here.slotStart[slot] === was.slotStart[slot] && here.slotEnd[slot] === was.slotEnd[slot];
    const [start, end] = same
      ? [there.slotStart[slot] as number, there.slotEnd[slot] as number]
      : yield* to.arena.take(here, slot);
    slotStart[slot] = start;
    slotEnd[slot] = end;
  }
  const { coveredThrough } = here;
  const table = tableOn(to.arena, { slotStart, slotEnd, patched: new Map(), coveredThrough });
  const copy = built.on(to.arena, table);
  moved.set(built, copy);
  return yield* onNewestArena(copy);
}
