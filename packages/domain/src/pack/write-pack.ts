import { topicOf } from '../bitemporal/build-table.js';
import { subjectOf } from '../bitemporal/record-index.js';
import {
  certaintyAt,
  dateFromAt,
  dateUntilAt,
  dueOnAt,
  hasValueAt,
  knownFromAt,
  knownUntilAt,
  modalityCodeAt,
  statusCodeAt,
} from '../bitemporal/row-columns.js';
import { retroactiveDays } from '../bitemporal/slot-reading.js';
import { rowsOf } from '../bitemporal/slot-rows.js';
import type { Statement } from '../bitemporal/statement.js';
import type { Timeline } from '../bitemporal/timeline.js';
import { deadlineRows } from '../deadlines/deadline-rows.js';
import type { PolicyEvent, Source, Track } from '../events/envelope.js';
import { startWindow } from '../project/window.js';
import { PACK_FORMAT, type Pack, type PackEvent, type PackTrack } from './pack.js';

/** The pack of a timeline. `hash` is that of the log record at its position; `legalOnly` leaves the other clock's track out. */
export function packOf(
  timeline: Timeline,
  { hash, legalOnly = false }: { readonly hash: string; readonly legalOnly?: boolean },
): Pack {
  const { record } = timeline;
  const events = [...record.events.values()].map(({ event }) => event);
  const eventIndex = new Map(events.map(({ id }, i) => [id, i]));
  const slotIndex = new Map(timeline.slots.map(({ id }, i) => [id, i]));
  const sources: Source[] = [];
  const sourceIndex = new Map<string, number>();
  const codeOf = (source: Source): number => {
    const key = JSON.stringify(source);
    const known = sourceIndex.get(key) ?? sources.push(source) - 1;
    sourceIndex.set(key, known);
    return known;
  };
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
    slots: timeline.slots.map((slot) => {
      const subject = timeline.subject(subjectOf(slot.id));
      return {
        id: slot.id,
        subject: subject.id,
        title: subject.title,
        family: subject.family,
        topic: topicOf(slot.from, record),
        partners: subject.partners,
        authorities: subject.authorities,
      };
    }),
    events: events.map((event) => packEvent(event, timeline, slotIndex, codeOf)),
    sources,
    tracks: {
      LEGAL: packTrack(timeline, 'LEGAL', eventIndex),
      COLLECTED: legalOnly
        ? null
        : packTrack(timeline, 'COLLECTED', eventIndex, slotsWithTwoClocks(timeline)),
    },
    deadlines: deadlineRows(timeline).map((row) => ({
      ...row,
      event: eventIndex.get(row.event) ?? -1,
      outcomeBy: row.outcomeBy === null ? null : (eventIndex.get(row.outcomeBy) ?? null),
    })),
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
function packTrack(
  timeline: Timeline,
  track: Track,
  eventIndex: ReadonlyMap<string, number>,
  only?: readonly number[],
): PackTrack {
  const built = timeline.table('NOMINAL', track);
  const { table, slotIndex } = built;
  const numbers = timeline.slots.map(({ id }) => slotIndex.get(id) as number);
  const { columns } = table;
  const chosen = only ?? numbers.map((_, i) => i);
  const written = chosen.map((i) => numbers[i] as number);
  const rowsOfSlots = written.map((slot) => rowsOf(columns, slot));
  const rows = rowsOfSlots.flat();
  const lengths = rowsOfSlots.map(({ length }) => length);
  const codes = new Map<number, number>();
  const used: number[] = [];
  const statement = Int32Array.from(rows, (row) => {
    const said = columns.deciding[row] as number;
    const known = codes.get(said) ?? (built.statementAt(said) ? used.push(said) - 1 : -1);
    codes.set(said, known);
    return known;
  });
  return {
    slots: Int32Array.from(chosen),
    statements: used
      .map((i) => built.statementAt(i) as Statement)
      .map((s) => ({
        value: s.value,
        event: eventIndex.get(s.event) ?? -1,
        from: s.from.text,
        until: s.until?.text ?? null,
        known: s.known.nominal,
        retroactiveDays: retroactiveDays(s),
      })),
    slotStart: Int32Array.from(startsOf(lengths)),
    dateFrom: Int32Array.from(rows, (row) => dateFromAt(columns, row)),
    dateUntil: Int32Array.from(rows, (row) => dateUntilAt(columns, row)),
    knownFrom: Int32Array.from(rows, (row) => knownFromAt(columns, row)),
    knownUntil: Int32Array.from(rows, (row) => knownUntilAt(columns, row)),
    dueOn: Int32Array.from(rows, (row) => dueOnAt(columns, row)),
    status: Uint8Array.from(rows, (row) => statusCodeAt(columns, row)),
    modality: Uint8Array.from(rows, (row) => modalityCodeAt(columns, row)),
    possible: Uint8Array.from(rows, (row) => (certaintyAt(columns, row) === 'POSSIBLE' ? 1 : 0)),
    statement,
    event: Int32Array.from(
      rows,
      (row) => eventIndex.get(built.eventAt(columns.deciding[row] as number) ?? '') ?? -1,
    ),
    hasValue: Uint8Array.from(rows, (row) => (hasValueAt(columns, row) ? 1 : 0)),
    coveredThrough: Int32Array.from(written, (slot) => columns.coveredThrough[slot] as number),
  };
}

/** The slots of which something is said on one track alone. */
function slotsWithTwoClocks(timeline: Timeline): number[] {
  return timeline.slots.flatMap(({ statements, revocations }, i) =>
    [...statements, ...revocations].some(({ track }) => track !== null) ? [i] : [],
  );
}

/** Where each part begins, and where the last ends. */
function startsOf(lengths: readonly number[]): number[] {
  const starts = [0];
  for (const length of lengths) starts.push((starts.at(-1) as number) + length);
  return starts;
}
