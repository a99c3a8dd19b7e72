import type { Family, SlotId, Track } from '../events/envelope.js';
import { LayeredMap } from '../project/layered-map.js';
import { BuiltTable, tableOn } from './built-table.js';
import { onRoomyArena } from './compact-table.js';
import { HOT_STATEMENTS } from './kept-sweeps.js';
import type { Reading } from './lens.js';
import { NO_DAY, type PatchedSlot } from './reading-table.js';
import { firstEventOf, type RecordIndex, subjectOf } from './record-index.js';
import type { Said } from './said.js';
import { inOneGo, type Slices } from './slices.js';
import type { SlotEvents } from './slot-events.js';
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

/** So many rows are written between two stops. */
const ROWS_PER_SLICE = 512;

export function* tableInSlices(
  index: RecordIndex,
  reading: Reading,
  track: Track,
  earlier?: Earlier,
): Slices<BuiltTable> {
  const before = earlier && (yield* onRoomyArena(earlier.table));
  const { events } = index.record;
  const slots = before ? before.slots.slice() : [];
  const numbers = new Map<SlotId, number>();
  const changed: number[] = [];
  // A slot is gone: an erratum moved the only word of it.
  if (before && !earlier.touched && before.slots.some(({ id }) => !index.slots.has(id)))
    return yield* tableInSlices(index, reading, track);
  for (const id of earlier?.touched ?? index.slots.keys()) {
    const now = index.spoken.get(id) as SlotEvents;
    const known = before?.slotIndex.get(id);
    if (known === undefined) {
      numbers.set(id, slots.length);
      changed.push(slots.push(now) - 1);
    } else {
      slots[known] = now;
      changed.push(known);
    }
  }

  const slotStart = new Int32Array(slots.length);
  const slotEnd = new Int32Array(slots.length);
  if (before) {
    slotStart.set(before.table.columns.slotStart);
    slotEnd.set(before.table.columns.slotEnd);
  }
  const arena = before?.arena ?? new TableArena(3 * slots.length, reading);
  const columns = before?.table.columns;
  const patched = new Map(columns?.patched);
  const topics = before ? before.topics.slice() : [];
  const families = before ? before.families.slice() : [];
  let written = 0;
  for (const i of changed) {
    const slot = slots[i] as SlotEvents;
    topics[i] = topicOf(slot, index.record);
    families[i] = familyOf(slot, index.record);
    if (before?.slots[i] === slot) continue;
    const was = before?.slots[i];
    let start: number;
    let end: number;
    let patch: PatchedSlot | undefined;
    if (columns && was && isHot(was)) {
      // First what was said, so that it is still said with the same objects now.
      const then = yield* was.holding(before.record.events);
      const now = saidOn(yield* slot.holding(events), track);
      const { rectangles, reheard } = yield* arena.sweeps.resolve(i, saidOn(then, track), now, slot);
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
    if (patch) patched.set(i, patch);
    else patched.delete(i);
  }
  // The first appends should not have to copy everything.
  if (!before) yield* arena.makeRoom();
  const { coverage } = index.record;
  const coveredOf = (topic: string | null): number =>
    topic === null ? NO_DAY : (coverage.get(topic)?.through ?? NO_DAY);
  const coveredThrough = new Int32Array(slots.length);
  if (before?.record.coverage === coverage) {
    coveredThrough.set(before.table.columns.coveredThrough);
    for (const i of changed) coveredThrough[i] = coveredOf(topics[i] as string | null);
  } else
    topics.forEach((topic, i) => {
      coveredThrough[i] = coveredOf(topic);
    });
  return new BuiltTable({
    table: tableOn(arena, { slotStart, slotEnd, patched, coveredThrough }),
    slots,
    order: before ? withNewest(before.order, slots) : orderOf(slots),
    topics,
    families,
    slotIndex: before ? LayeredMap.of(before.slotIndex).with(numbers) : numbers,
    arena,
    record: index.record,
  });
}

function orderOf(slots: readonly SlotEvents[]): number[] {
  return slots
    .map((_, i) => i)
    .sort((a, b) => ((slots[a] as SlotEvents).id < (slots[b] as SlotEvents).id ? -1 : 1));
}

/** The order of earlier slots with the newest ones put in their places. */
function withNewest(order: readonly number[], slots: readonly SlotEvents[]): readonly number[] {
  const newest = orderOf(slots.slice(order.length)).map((i) => i + order.length);
  if (newest.length === 0) return order;
  const whole: number[] = [];
  let next = 0;
  for (const slot of newest) {
    const { id } = slots[slot] as SlotEvents;
    for (; next < order.length && (slots[order[next] as number] as SlotEvents).id < id; next++)
      whole.push(order[next] as number);
    whole.push(slot);
  }
  for (; next < order.length; next++) whole.push(order[next] as number);
  return whole;
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
