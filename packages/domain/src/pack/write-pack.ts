import { topicOf } from '../bitemporal/build-table.js';
import { subjectOf } from '../bitemporal/record-index.js';
import { dateFromAt, dateUntilAt, dueOnAt, knownFromAt, knownUntilAt } from '../bitemporal/row-columns.js';
import { inOneGo, type Slices } from '../bitemporal/slices.js';
import { retroactiveDays } from '../bitemporal/slot-reading.js';
import { rowsInSlices } from '../bitemporal/slot-rows.js';
import type { Statement } from '../bitemporal/statement.js';
import type { Timeline } from '../bitemporal/timeline.js';
import { deadlineRowsInSlices } from '../deadlines/deadline-rows.js';
import type { PolicyEvent, Source, Track } from '../events/envelope.js';
import { startWindow } from '../project/window.js';
import {
  PACK_FORMAT,
  type Pack,
  type PackDeadline,
  type PackEvent,
  type PackSlot,
  type PackStatement,
  type PackTrack,
} from './pack.js';

interface PackedHow {
  /** Of the log record at the timeline's position. */
  readonly hash: string;
  /** Leaves the other clock's track out. */
  readonly legalOnly?: boolean;
}

/** The pack of a timeline. */
export const packOf = (timeline: Timeline, how: PackedHow): Pack => inOneGo(packInSlices(timeline, how));

/** The same, so that readers of a large record get their turn while it is made. */
export function* packInSlices(timeline: Timeline, { hash, legalOnly = false }: PackedHow): Slices<Pack> {
  const { record } = timeline;
  const eventIndex = new Map<string, number>();
  for (const id of record.events.keys()) {
    eventIndex.set(id, eventIndex.size);
    if (eventIndex.size % ITEMS_PER_SLICE === 0) yield;
  }
  const slotIndex = new Map(timeline.slots.map(({ id }, i) => [id, i]));
  yield;
  const sources: Source[] = [];
  const sourceIndex = new Map<string, number>();
  const codeOf = (source: Source): number => {
    const key = JSON.stringify(source);
    const known = sourceIndex.get(key) ?? sources.push(source) - 1;
    sourceIndex.set(key, known);
    return known;
  };
  const slots: PackSlot[] = [];
  for (const slot of timeline.slots) {
    slots.push(packSlot(timeline, slot));
    if (slots.length % ITEMS_PER_SLICE === 0) yield;
  }
  const events: PackEvent[] = [];
  for (const { event } of record.events.values()) {
    events.push(packEvent(event, timeline, slotIndex, codeOf));
    if (events.length % ITEMS_PER_SLICE === 0) yield;
  }
  const tracks = {
    LEGAL: yield* packTrack(timeline, 'LEGAL', eventIndex),
    COLLECTED: legalOnly
      ? null
      : yield* packTrack(timeline, 'COLLECTED', eventIndex, slotsWithTwoClocks(timeline)),
  };
  const deadlines: PackDeadline[] = [];
  for (const row of yield* deadlineRowsInSlices(timeline)) {
    deadlines.push({
      ...row,
      event: eventIndex.get(row.event) ?? -1,
      outcomeBy: row.outcomeBy === null ? null : (eventIndex.get(row.outcomeBy) ?? null),
    });
    if (deadlines.length % ITEMS_PER_SLICE === 0) yield;
  }
  return {
    format: PACK_FORMAT,
    languages: ['en', 'ja'],
    position: timeline.position,
    hash,
    newestKnown: timeline.newestKnown,
    parties: Object.fromEntries(record.parties),
    topics: Object.fromEntries(
      [...record.coverage.values()].map(({ topic, rows, through }) => [
        topic,
        { title: rows[0]?.title ?? { en: topic, ja: topic }, through },
      ]),
    ),
    slots,
    events,
    sources,
    tracks,
    deadlines,
  };
}

/** Each is a few microseconds. */
const ITEMS_PER_SLICE = 64;

function packSlot(timeline: Timeline, slot: Timeline['slots'][number]): PackSlot {
  const subject = timeline.subject(subjectOf(slot.id));
  return {
    id: slot.id,
    subject: subject.id,
    title: subject.title,
    family: subject.family,
    topic: topicOf(slot.from, timeline.record),
    partners: subject.partners,
    authorities: subject.authorities,
  };
}

function packEvent(
  event: PolicyEvent,
  timeline: Timeline,
  slotIndex: ReadonlyMap<string, number>,
  codeOf: (source: Source) => number,
): PackEvent {
  const known = timeline.record.knownWindows.get(event.id)?.nominal ?? timeline.newestKnown;
  const subjects = [event.stream, ...event.effects.map(({ slot }) => subjectOf(slot))];
  return {
    id: event.id,
    title: event.title,
    stream: event.stream,
    topic: event.topic,
    family: event.family,
    type: event.type,
    modality: event.modality,
    direction: event.direction,
    day: event.effective.from.date === null ? null : startWindow(event.effective.from, known).nominal,
    from: event.effective.from.date,
    until: event.effective.until?.date ?? null,
    known,
    knownBasis: event.knownBasis,
    actors: event.actors,
    targets: event.targets,
    partners: [
      ...new Set([
        ...event.targets,
        ...subjects.flatMap((id) => timeline.record.subjects.get(id)?.partners ?? []),
      ]),
    ],
    slots: [...new Set(event.effects.map(({ slot }) => slotIndex.get(slot)))].filter((i) => i !== undefined),
    sources: event.sources.map(codeOf),
  };
}

/** `only`: the indexes of the slots to write; left out, all. */
function* packTrack(
  timeline: Timeline,
  track: Track,
  eventIndex: ReadonlyMap<string, number>,
  only?: readonly number[],
): Slices<PackTrack> {
  const built = timeline.table('NOMINAL', track);
  const { table, slotIndex } = built;
  const numbers = timeline.slots.map(({ id }) => slotIndex.get(id) as number);
  const { columns } = table;
  const chosen = only ?? numbers.map((_, i) => i);
  const written = chosen.map((i) => numbers[i] as number);
  yield;
  const slotStart = new Int32Array(written.length + 1);
  const ofSlots: number[][] = [];
  for (const slot of written) {
    const own = yield* rowsInSlices(columns, slot);
    slotStart[ofSlots.length + 1] = (slotStart[ofSlots.length] as number) + own.length;
    if (ofSlots.push(own) % ITEMS_PER_SLICE === 0) yield;
  }
  const rows = new Int32Array(slotStart[written.length] as number);
  for (const [i, own] of ofSlots.entries()) {
    rows.set(own, slotStart[i]);
    if (i % ITEMS_PER_SLICE === 0) yield;
  }
  const statements: PackStatement[] = [];
  const codes = new Map<number, number>();
  const statementCodeOf = (row: number): number => {
    const said = columns.deciding[row] as number;
    const known = codes.get(said);
    if (known !== undefined) return known;
    const statement = built.statementAt(said);
    const code = statement ? statements.push(packStatement(statement, eventIndex)) - 1 : -1;
    codes.set(said, code);
    return code;
  };
  const ints = (at: (row: number) => number) => columnInSlices(rows, Int32Array, at);
  return {
    slots: Int32Array.from(chosen),
    statement: yield* ints(statementCodeOf),
    statements,
    slotStart,
    dateFrom: yield* ints((row) => dateFromAt(columns, row)),
    dateUntil: yield* ints((row) => dateUntilAt(columns, row)),
    knownFrom: yield* ints((row) => knownFromAt(columns, row)),
    knownUntil: yield* ints((row) => knownUntilAt(columns, row)),
    dueOn: yield* ints((row) => dueOnAt(columns, row)),
    traits: yield* columnInSlices(rows, Uint16Array, (row) => columns.traits[row] as number),
    event: yield* ints((row) => eventIndex.get(built.eventAt(columns.deciding[row] as number) ?? '') ?? -1),
    coveredThrough: Int32Array.from(written, (slot) => columns.coveredThrough[slot] as number),
  };
}

const ROWS_PER_SLICE = 1024;

/** What a column says of these rows. */
function* columnInSlices<Kind extends Int32Array | Uint16Array>(
  rows: Int32Array,
  of: new (length: number) => Kind,
  at: (row: number) => number,
): Slices<Kind> {
  const column = new of(rows.length);
  for (let i = 0; i < rows.length; i++) {
    column[i] = at(rows[i] as number);
    if (i % ROWS_PER_SLICE === 0) yield;
  }
  return column;
}

const packStatement = (said: Statement, eventIndex: ReadonlyMap<string, number>): PackStatement => ({
  value: said.value,
  event: eventIndex.get(said.event) ?? -1,
  from: said.from.text,
  until: said.until?.text ?? null,
  known: said.known.nominal,
  retroactiveDays: retroactiveDays(said),
});

/** The slots of which something is said on one track alone. */
function slotsWithTwoClocks(timeline: Timeline): number[] {
  return timeline.slots.flatMap(({ statements, revocations }, i) =>
    [...statements, ...revocations].some(({ track }) => track !== null) ? [i] : [],
  );
}
