import type { Family, SlotId, Track } from '../events/envelope.js';
import { LayeredMap } from '../project/layered-map.js';
import { BuiltTable, tableOn } from './built-table.js';
import { onRoomyArena } from './compact-table.js';
import { NO_DAY } from './day-codes.js';
import { noteGrowth } from './derived-lists.js';
import { noteDescribed } from './facets.js';
import { HOT_STATEMENTS } from './kept-sweeps.js';
import type { Reading } from './lens.js';

import { firstEventOf, type RecordIndex, subjectOf } from './record-index.js';
import type { PatchedSlot } from './row-columns.js';
import type { Said } from './said.js';
import { inOneGo, type Slices } from './slices.js';
import type { SlotEvents } from './slot-events.js';
import { SlotNumbers } from './slot-numbers.js';
import { placeOfId } from './slot-order.js';
import { countRows, countRuns } from './slot-rows.js';
import { SlotSweep } from './slot-sweep.js';
import { TableArena } from './table-arena.js';

/** What counts on a track. */
export function saidOn(slot: Said, track: Track): Said {
  const counts = ({ track: own }: { readonly track: Track | null }): boolean => own === null || own === track;
  return { statements: slot.statements.filter(counts), revocations: slot.revocations.filter(counts) };
}

/** An append to it is heard by a sweep that is kept. */
export const isHot = ({ length }: SlotEvents): boolean => length >= HOT_STATEMENTS;

/** A table of an earlier version, and the slots that may read or be described otherwise since; null: any may. */
export interface Earlier {
  readonly table: BuiltTable;
  readonly touched: ReadonlySet<SlotId> | null;
}

/** With an earlier table only the slots that differ from it are resolved again. */
export const buildTable = (
  index: RecordIndex,
  reading: Reading,
  track: Track,
  earlier?: Earlier,
): BuiltTable => inOneGo(tableInSlices(index, reading, track, earlier));

/** So many rows are written, or slots numbered, between two stops. */
const ROWS_PER_SLICE = 512;
const SLOTS_PER_SLICE = 2048;

export function* tableInSlices(
  index: RecordIndex,
  reading: Reading,
  track: Track,
  earlier?: Earlier,
): Slices<BuiltTable> {
  const before = earlier && (yield* onRoomyArena(earlier.table));
  const { events } = index.record;
  // A slot is gone: an erratum moved the only word of it.
  if (before && !earlier.touched && before.ids.some((id) => !index.slots.has(id)))
    return yield* tableInSlices(index, reading, track);
  const numbers = new Map<SlotId, number>();
  const changed: number[] = [];
  const newest: SlotId[] = [];
  const slotsBefore = before ? before.ids.length : 0;
  for (const id of earlier?.touched ?? index.slots.keys()) {
    let slot = before?.slotIndex.get(id);
    if (slot === undefined) {
      slot = slotsBefore + newest.push(id) - 1;
      numbers.set(id, slot);
    }
    changed.push(slot);
    if (changed.length % SLOTS_PER_SLICE === 0) yield;
  }
  const ids = before && newest.length === 0 ? before.ids : (before?.ids ?? []).concat(newest);
  yield;

  const slotStart = new Int32Array(ids.length);
  const slotEnd = new Int32Array(ids.length);
  if (before) {
    slotStart.set(before.table.columns.slotStart);
    slotEnd.set(before.table.columns.slotEnd);
  }
  const arena = before?.arena ?? new TableArena(3 * ids.length, reading);
  const columns = before?.table.columns;
  const patches = new Map<number, PatchedSlot | undefined>();
  const topics = new Grown(before?.topics);
  const families = new Grown(before?.families);
  const rewritten: number[] = [];
  let liveRows = before?.liveRows ?? 0;
  let written = 0;
  for (const i of changed) {
    const slot = index.spoken.get(ids[i] as SlotId) as SlotEvents;
    topics.set(i, topicOf(slot, index.record));
    families.set(i, familyOf(slot, index.record));
    const was = i < slotsBefore ? before?.slotAt(i) : undefined;
    if (was === slot) continue;
    rewritten.push(i);
    if (columns && was) liveRows -= countRows(columns, i);
    let start: number;
    let end: number;
    let patch: PatchedSlot | undefined;
    if (columns && was && isHot(was)) {
      // First what was said, so that it is still said with the same objects now.
      const then = saidOn(yield* was.holding(before.record.events), track);
      yield;
      const holding = yield* slot.holding(events);
      yield;
      const now = saidOn(holding, track);
      yield;
      const { rectangles, reheard } = yield* arena.sweeps.resolve(i, then, now, slot);
      yield;
      if (reheard) ({ start, end, patch } = yield* arena.patch(columns, i, reheard, events));
      else [start, end] = yield* arena.write(rectangles, events);
    } else {
      const now = saidOn(yield* slot.telling(events), track);
      [start, end] = yield* arena.write(yield* new SlotSweep(now, reading).inSlices(0), events);
    }
    written += 1 + end - start;
    if (written > ROWS_PER_SLICE) {
      written = 0;
      yield;
    }
    slotStart[i] = start;
    slotEnd[i] = end;
    if (patch || columns?.patched?.has(i)) patches.set(i, patch);
    liveRows += patch ? countRuns(patch.runs) : end - start;
  }
  // The first appends should not have to copy everything.
  if (!before) yield* arena.makeRoom();
  const { coverage } = index.record;
  const coveredOf = (topic: string | null): number =>
    topic === null ? NO_DAY : (coverage.get(topic)?.through ?? NO_DAY);
  let coveredThrough = before?.table.columns.coveredThrough ?? new Int32Array(0);
  if (before?.record.coverage !== coverage || topics.isGrown) {
    coveredThrough = new Int32Array(ids.length);
    topics.list.forEach((topic, i) => {
      coveredThrough[i] = coveredOf(topic);
    });
    yield;
  }
  const grownOrder = before ? withNewest(before.order, ids) : orderOf(ids);
  yield;
  const patched = LayeredMap.of(columns?.patched ?? new Map<number, PatchedSlot>()).with(patches);
  const built = new BuiltTable({
    table: tableOn(arena, { slotStart, slotEnd, patched, coveredThrough }),
    ids,
    spoken: index.spoken,
    order: grownOrder,
    topics: topics.list,
    families: families.list,
    slotIndex: before ? LayeredMap.of(before.slotIndex).with(numbers) : yield* SlotNumbers.inSlices(ids),
    arena,
    record: index.record,
    liveRows,
  });
  if (before) {
    yield;
    noteGrowth(before, built, rewritten);
    noteDescribed(earlier.table, built, changed);
  }
  return built;
}

/** A list of an earlier version, copied only when something in it changes. */
class Grown<T> {
  #own: T[] | undefined;

  constructor(private readonly before: readonly T[] | undefined) {}

  set(index: number, value: T): void {
    if (!this.#own && this.before && index < this.before.length && this.before[index] === value) return;
    this.#own ??= this.before ? this.before.slice() : [];
    this.#own[index] = value;
  }
  get isGrown(): boolean {
    return this.#own !== undefined;
  }
  get list(): readonly T[] {
    return this.#own ?? this.before ?? [];
  }
}

const orderOf = (ids: readonly SlotId[]): number[] =>
  ids.map((_, i) => i).sort((a, b) => ((ids[a] as SlotId) < (ids[b] as SlotId) ? -1 : 1));

/** The order of earlier slots with the newest ones put in their places. */
function withNewest(order: readonly number[], ids: readonly SlotId[]): readonly number[] {
  const newest: number[] = [];
  for (let slot = order.length; slot < ids.length; slot++) newest.push(slot);
  if (newest.length === 0) return order;
  newest.sort((a, b) => ((ids[a] as SlotId) < (ids[b] as SlotId) ? -1 : 1));
  const parts: (readonly number[])[] = [];
  let from = 0;
  for (const slot of newest) {
    const place = placeOfId(order, ids, ids[slot] as SlotId);
    parts.push(order.slice(from, place), [slot]);
    from = place;
  }
  return ([] as number[]).concat(...parts, order.slice(from));
}

/** The family of a slot: that of its described subject, else of the event that first speaks of it. */
function familyOf(slot: SlotEvents, record: RecordIndex['record']): Family {
  const described = record.subjects.get(subjectOf(slot.id));
  return described?.family ?? firstEventOf(slot, record)?.family ?? 'POLICY';
}

/** The topic of a slot: that of its described subject, else of the event that first speaks of it. */
export function topicOf(slot: SlotEvents, record: RecordIndex['record']): string | null {
  const subject = record.subjects.get(subjectOf(slot.id));
  if (subject) return subject.topic;
  return firstEventOf(slot, record)?.topic ?? null;
}
