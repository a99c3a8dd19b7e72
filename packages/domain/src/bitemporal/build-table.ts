import type { Family, SlotId, Track } from '../events/envelope.js';
import type { Reading } from './lens.js';
import { NO_DAY, ReadingTable } from './reading-table.js';
import { firstEventOf, type RecordIndex, subjectOf } from './record-index.js';
import { type Rectangle, rectanglesOf, type Slot } from './slot-history.js';
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
}

function resolveSlot(slot: Slot, reading: Reading, track: Track): readonly Rectangle[] {
  const counts = ({ track: own }: { readonly track: Track | null }): boolean => own === null || own === track;
  return rectanglesOf(
    { statements: slot.statements.filter(counts), revocations: slot.revocations.filter(counts) },
    reading,
  );
}

/** `before`: the table of an earlier version; only the slots that differ from it are resolved again. */
export function buildTable(
  index: RecordIndex,
  reading: Reading,
  track: Track,
  before?: BuiltTable,
): BuiltTable {
  const slots: Slot[] = [];
  const slotIndex = new Map<SlotId, number>();
  for (const { id } of before?.slots ?? []) {
    const now = index.slots.get(id);
    if (!now) return buildTable(index, reading, track); // a slot is gone: an erratum moved the only word of it
    slotIndex.set(id, slots.push(now) - 1);
  }
  for (const slot of index.slots.values())
    if (!slotIndex.has(slot.id)) slotIndex.set(slot.id, slots.push(slot) - 1);

  const arena = before?.arena ?? new TableArena(3 * slots.length);
  const slotStart = new Int32Array(slots.length);
  const slotEnd = new Int32Array(slots.length);
  if (before) {
    slotStart.set(before.table.columns.slotStart);
    slotEnd.set(before.table.columns.slotEnd);
  }
  slots.forEach((slot, i) => {
    if (before?.slots[i] === slot) return;
    const [start, end] = arena.write(resolveSlot(slot, reading, track));
    slotStart[i] = start;
    slotEnd[i] = end;
  });
  const topics = slots.map((slot) => topicOf(slot, index.record));
  const coveredThrough = Int32Array.from(topics, (topic) =>
    topic === null ? NO_DAY : (index.record.coverage.get(topic)?.through ?? NO_DAY),
  );
  return {
    table: new ReadingTable({ ...arena.columns, slotStart, slotEnd, coveredThrough }, (start) =>
      arena.locator(start),
    ),
    slots,
    order: slots.map((_, i) => i).sort((a, b) => ((slots[a] as Slot).id < (slots[b] as Slot).id ? -1 : 1)),
    topics,
    families: slots.map((slot) => familyOf(slot, index.record)),
    slotIndex,
    statements: arena.statements,
    events: arena.events,
    arena,
  };
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
