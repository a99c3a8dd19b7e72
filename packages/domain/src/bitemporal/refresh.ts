import type { LogRecord } from '../events/record-event.js';
import { isHot, saidOn } from './build-table.js';
import type { BuiltTable } from './built-table.js';
import { compacted, isCrowded, succeed } from './compact-table.js';
import { latestFrom, type Ready, readyFor, STALE_SLOTS, touchedSince } from './derived-lists.js';
import { Grid } from './grid.js';
import { Line } from './line.js';
import type { Slices } from './slices.js';
import type { TableArena } from './table-arena.js';
import type { Timeline } from './timeline.js';
import type { View } from './view.js';

/** What is being built for an arena, and goes on with the next call. */
const underway = new WeakMap<TableArena, Slices<void>>();

/**
 * Builds anew what appends have made dear: lists that more than `STALE_SLOTS` touched slots are laid over, and an arena that is
 * full of holes. One call does a slice of well under a millisecond; readers use what there is until it is done. To be called
 * between two requests for as long as it returns true: there is more to do.
 */
export function refresh(timeline: Timeline, { reading, track }: Pick<View, 'reading' | 'track'>): boolean {
  const built = timeline.table(reading, track);
  const { arena } = built;
  const work = underway.get(arena) ?? nextWork(built, timeline);
  if (!work) return false;
  if (work.next().done) underway.delete(arena);
  else underway.set(arena, work);
  return true;
}

/** Makes what the first readers of a timeline would wait for: its table, the line of the latest state, and the grid for all else. */
export function* makeReady(
  timeline: Timeline,
  { reading, track }: Pick<View, 'reading' | 'track'>,
): Slices<void> {
  const built = yield* timeline.tableInSlices(reading, track);
  const kept = readyFor(built);
  kept.latest ??= yield* latestFrom(built, timeline.newestKnown);
  kept.grid ??= { of: yield* Grid.inSlices(built.table.columns), base: built };
}

/**
 * Makes ready what the slots that are spoken of need to hear an append soon: the first one to a slot heard of very often would
 * otherwise take as long as resolving it. Null: nothing has to be made ready. Each `next()` does a slice; readers go on meanwhile.
 */
export function prepareAppend(
  timeline: Timeline,
  records: readonly Pick<LogRecord, 'event'>[],
  { reading, track }: Pick<View, 'reading' | 'track'>,
): Slices<void> | null {
  const built = timeline.table(reading, track);
  const { arena, slotIndex, record } = built;
  const spokenOf = new Set<number>();
  for (const { event } of records) {
    if (!('effects' in event)) continue;
    for (const { slot: id } of event.effects) {
      const slot = slotIndex.get(id);
      if (slot !== undefined && isHot(built.slotAt(slot)) && !arena.sweeps.has(slot)) spokenOf.add(slot);
    }
  }
  if (spokenOf.size === 0) return null;
  return (function* prepare() {
    for (const number of spokenOf) {
      const slot = built.slotAt(number);
      const said = yield* slot.holding(record.events);
      yield* arena.sweeps.prepare(number, saidOn(said, track), slot);
    }
  })();
}

function nextWork(built: BuiltTable, { newestKnown }: Timeline): Slices<void> | undefined {
  const kept = readyFor(built);
  if (isCrowded(built)) return tidied(built, kept);
  const isStale = (base: BuiltTable): boolean => touchedSince(base, built).length > STALE_SLOTS;
  const { columns } = built.table;
  for (const [key, { of, base }] of kept.lines)
    if (isStale(base))
      return then(Line.inSlices(columns, of.along), (line) => {
        // Unless it has been let go of in between.
        if (kept.lines.has(key)) kept.lines.set(key, { of: line, base: built });
      });
  if (kept.latest && isStale(kept.latest.base))
    return then(latestFrom(built, newestKnown), (latest) => {
      kept.latest = latest;
    });
  if (kept.grid && isStale(kept.grid.base))
    return then(Grid.inSlices(columns), (grid) => {
      kept.grid = { of: grid, base: built };
    });
  return undefined;
}

/** A new arena with the same lists, all of it before anybody is sent there. */
function* tidied(built: BuiltTable, kept: Ready): Slices<void> {
  const table = yield* compacted(built);
  const fresh = readyFor(table);
  const { columns } = table.table;
  for (const [key, { of }] of [...kept.lines])
    fresh.lines.set(key, { of: yield* Line.inSlices(columns, of.along), base: table });
  if (kept.latest) fresh.latest = yield* latestFrom(table, kept.latest.knownAt);
  if (kept.grid) fresh.grid = { of: yield* Grid.inSlices(columns), base: table };
  succeed(built, table);
}

function* then<T>(slices: Slices<T>, use: (made: T) => void): Slices<void> {
  use(yield* slices);
}
