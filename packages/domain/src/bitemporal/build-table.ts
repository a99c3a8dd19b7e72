import { type Family, MODALITIES, type Track } from '../events/envelope.js';
import { STATUSES } from './answer.js';
import type { Reading } from './lens.js';
import { NO_DAY, ReadingTable } from './reading-table.js';
import { firstEventOf, type RecordIndex, subjectOf } from './record-index.js';
import { type Rectangle, rectanglesOf, type Slot } from './slot-history.js';
import type { Statement } from './statement.js';

/** A reading table with the dictionaries its indexes point into. */
export interface BuiltTable {
  readonly table: ReadingTable;
  readonly slots: readonly Slot[];
  /** Topic of each slot. */
  readonly topics: readonly (string | null)[];
  /** Family of each slot. */
  readonly families: readonly Family[];
  readonly slotIndex: ReadonlyMap<string, number>;
  readonly statements: readonly Statement[];
  readonly events: readonly string[];
}

/** Rectangles per slot object: an append keeps the objects of untouched slots, so only touched slots are resolved again. */
const resolved = new WeakMap<Slot, Map<string, readonly Rectangle[]>>();

function rectanglesFor(slot: Slot, reading: Reading, track: Track): readonly Rectangle[] {
  const known = resolved.get(slot) ?? new Map<string, readonly Rectangle[]>();
  resolved.set(slot, known);
  const key = `${reading} ${track}`;
  const rectangles = known.get(key) ?? rectanglesOf(onTrack(slot, track), reading);
  known.set(key, rectangles);
  return rectangles;
}

function onTrack(slot: Slot, track: Track): Slot {
  const counts = ({ track: own }: { readonly track: Track | null }): boolean => own === null || own === track;
  return {
    ...slot,
    statements: slot.statements.filter(counts),
    revocations: slot.revocations.filter(counts),
  };
}

export function buildTable(index: RecordIndex, reading: Reading, track: Track): BuiltTable {
  const slots = [...index.slots.values()];
  const rectangles = slots.map((slot) => rectanglesFor(slot, reading, track));
  const rows = rectangles.reduce((sum, list) => sum + list.length, 0);
  const columns = {
    slotStart: new Int32Array(slots.length + 1),
    dateFrom: new Int32Array(rows),
    dateUntil: new Int32Array(rows),
    knownFrom: new Int32Array(rows),
    knownUntil: new Int32Array(rows),
    dueOn: new Int32Array(rows),
    status: new Uint8Array(rows),
    modality: new Uint8Array(rows),
    possible: new Uint8Array(rows),
    statement: new Int32Array(rows),
    event: new Int32Array(rows),
    hasValue: new Uint8Array(rows),
    coveredThrough: new Int32Array(slots.length),
  };
  const statements = new Dictionary<Statement>();
  const events = new Dictionary<string>();
  let row = 0;
  rectangles.forEach((list, slot) => {
    columns.slotStart[slot] = row;
    columns.coveredThrough[slot] = coverageOf(slots[slot] as Slot, index) ?? NO_DAY;
    for (const { dateFrom, dateUntil, knownFrom, knownUntil, answer, dueOn } of list) {
      columns.dateFrom[row] = dateFrom;
      columns.dateUntil[row] = dateUntil;
      columns.knownFrom[row] = knownFrom;
      columns.knownUntil[row] = knownUntil;
      columns.dueOn[row] = dueOn ?? NO_DAY;
      columns.status[row] = STATUSES.indexOf(answer.status);
      columns.modality[row] = MODALITIES.indexOf(answer.modality);
      columns.possible[row] = answer.certainty === 'POSSIBLE' ? 1 : 0;
      columns.statement[row] = answer.statement === null ? -1 : statements.code(answer.statement);
      columns.event[row] = answer.event === null ? -1 : events.code(answer.event);
      columns.hasValue[row] = answer.value === null ? 0 : 1;
      row++;
    }
  });
  columns.slotStart[slots.length] = row;
  return {
    table: new ReadingTable(columns),
    slots,
    topics: slots.map((slot) => topicOf(slot, index.record)),
    families: slots.map((slot) => familyOf(slot, index.record)),
    slotIndex: new Map(slots.map(({ id }, i) => [id, i])),
    statements: statements.values,
    events: events.values,
  };
}

function coverageOf(slot: Slot, { record }: RecordIndex): number | null {
  const topic = topicOf(slot, record);
  return topic === null ? null : (record.coverage.get(topic)?.through ?? null);
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

class Dictionary<T> {
  readonly values: T[] = [];
  readonly #codes = new Map<T, number>();
  code(value: T): number {
    const known = this.#codes.get(value);
    if (known !== undefined) return known;
    this.#codes.set(value, this.values.length);
    return this.values.push(value) - 1;
  }
}
