import type { Family, SlotId, Track } from '../events/envelope.js';
import { LayeredMap } from '../project/layered-map.js';
import { HOT_STATEMENTS } from './kept-sweeps.js';
import type { Reading } from './lens.js';
import { NO_DAY, type PatchedSlot, ReadingTable } from './reading-table.js';
import { firstEventOf, type RecordIndex, subjectOf } from './record-index.js';
import { rectanglesOf, type Slot } from './slot-history.js';
import { countRows } from './slot-rows.js';
import type { Said } from './slot-sweep.js';
import type { Statement } from './statement.js';
import { TableArena } from './table-arena.js';

/** A reading table with the dictionaries its indexes point into. Slots are numbered as they came; `order` lists them by id. */
export interface BuiltTable {
  readonly table: ReadingTable;
  readonly slots: readonly Slot[];
  /** Slot numbers in order of slot id. */
  readonly order: readonly number[];
  /** Topic of each slot. */
  readonly topics: readonly (string | null)[];
  /** Family of each slot. */
  readonly families: readonly Family[];
  readonly slotIndex: ReadonlyMap<string, number>;
  readonly statements: readonly Statement[];
  readonly events: readonly string[];
  readonly arena: TableArena;
  readonly coverage: RecordIndex['record']['coverage'];
}

/** Below so many rows holes are not worth a look. */
const FEW_ROWS = 10_000;

function saidOn(slot: Slot, track: Track): Said {
  const counts = ({ track: own }: { readonly track: Track | null }): boolean => own === null || own === track;
  return { statements: slot.statements.filter(counts), revocations: slot.revocations.filter(counts) };
}

/** A table of an earlier version, and the slots that may read or be described otherwise since; null: any may. */
export interface Earlier {
  readonly table: BuiltTable;
  readonly touched: ReadonlySet<SlotId> | null;
}

/** With an earlier table only the slots that differ from it are resolved again. */
export function buildTable(
  index: RecordIndex,
  reading: Reading,
  track: Track,
  earlier?: Earlier,
): BuiltTable {
  const before = earlier?.table;
  const slots = before ? before.slots.slice() : [];
  const numbers = new Map<SlotId, number>();
  const changed: number[] = [];
  // A slot is gone: an erratum moved the only word of it.
  if (before && !earlier.touched && before.slots.some(({ id }) => !index.slots.has(id)))
    return buildTable(index, reading, track);
  for (const id of earlier?.touched ?? index.slots.keys()) {
    const now = index.slots.get(id) as Slot;
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
  let arena = before?.arena ?? new TableArena(3 * slots.length, reading);
  let columns = before?.table.columns;
  if (before && columns && isMostlyHoles(before)) {
    const compact = arena.compacted(columns);
    arena = compact.arena;
    slotStart.set(compact.slotStart);
    slotEnd.set(compact.slotEnd);
    columns = {
      ...columns,
      ...arena.columns,
      slotStart: compact.slotStart,
      slotEnd: compact.slotEnd,
      patched: NONE_PATCHED,
    };
  }
  const patched = new Map(columns?.patched);
  const topics = before ? before.topics.slice() : [];
  const families = before ? before.families.slice() : [];
  for (const i of changed) {
    const slot = slots[i] as Slot;
    topics[i] = topicOf(slot, index.record);
    families[i] = familyOf(slot, index.record);
    if (before?.slots[i] === slot) continue;
    const was = before?.slots[i];
    const now = saidOn(slot, track);
    let start: number;
    let end: number;
    let patch: PatchedSlot | undefined;
    if (columns && was && was.statements.length >= HOT_STATEMENTS) {
      const { rectangles, reheard } = arena.sweeps.resolve(i, saidOn(was, track), now);
      if (reheard) ({ start, end, patch } = arena.patch(columns, i, reheard));
      else [start, end] = arena.write(rectangles);
    } else [start, end] = arena.write(rectanglesOf(now, reading));
    slotStart[i] = start;
    slotEnd[i] = end;
    if (patch) patched.set(i, patch);
    else patched.delete(i);
  }
  const { coverage } = index.record;
  const coveredOf = (topic: string | null): number =>
    topic === null ? NO_DAY : (coverage.get(topic)?.through ?? NO_DAY);
  const coveredThrough = new Int32Array(slots.length);
  if (before?.coverage === coverage) {
    coveredThrough.set(before.table.columns.coveredThrough);
    for (const i of changed) coveredThrough[i] = coveredOf(topics[i] as string | null);
  } else
    topics.forEach((topic, i) => {
      coveredThrough[i] = coveredOf(topic);
    });
  return {
    table: new ReadingTable({ ...arena.columns, slotStart, slotEnd, patched, coveredThrough }, (start) =>
      arena.locator(start),
    ),
    slots,
    order: before && earlier.touched && numbers.size === 0 ? before.order : orderOf(slots),
    topics,
    families,
    slotIndex: before ? LayeredMap.of(before.slotIndex).with(numbers) : numbers,
    statements: arena.statements,
    events: arena.events,
    arena,
    coverage,
  };
}

const NONE_PATCHED: ReadonlyMap<number, PatchedSlot> = new Map();

/** Rows of slots that were touched again fill more than half of the arena. */
function isMostlyHoles({ arena, table }: BuiltTable): boolean {
  if (arena.used < FEW_ROWS) return false;
  let live = 0;
  for (let slot = 0; slot < table.slotCount; slot++) live += countRows(table.columns, slot);
  return arena.used > 2 * live + FEW_ROWS;
}

function orderOf(slots: readonly Slot[]): number[] {
  return slots.map((_, i) => i).sort((a, b) => ((slots[a] as Slot).id < (slots[b] as Slot).id ? -1 : 1));
}

/** The family of a slot: that of its described subject, else of the event that first speaks of it. */
function familyOf(slot: Slot, record: RecordIndex['record']): Family {
  const described = record.subjects.get(subjectOf(slot.id));
  return described?.family ?? firstEventOf(slot, record)?.family ?? 'POLICY';
}

/** The topic of a slot: that of its described subject, else of the event that first speaks of it. */
export function topicOf(slot: Slot, record: RecordIndex['record']): string | null {
  const subject = record.subjects.get(subjectOf(slot.id));
  if (subject) return subject.topic;
  return firstEventOf(slot, record)?.topic ?? null;
}
