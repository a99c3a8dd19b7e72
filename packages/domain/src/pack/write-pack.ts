import { topicOf } from '../bitemporal/build-table.js';
import { subjectOf } from '../bitemporal/record-index.js';
import { retroactiveDays } from '../bitemporal/slot-reading.js';
import type { Timeline } from '../bitemporal/timeline.js';
import { deadlineRows } from '../deadlines/deadline-rows.js';
import type { PolicyEvent, Source, Track } from '../events/envelope.js';
import { startWindow } from '../project/window.js';
import type { Pack, PackEvent, PackTrack } from './pack.js';

/** The pack of a timeline. `hash` is that of the log record at its position. */
export function packOf(timeline: Timeline, { hash }: { readonly hash: string }): Pack {
  const { record } = timeline;
  const events = [...record.events.values()].map(({ event }) => event);
  const eventIndex = new Map(events.map(({ id }, i) => [id, i]));
  const slotIndex = timeline.table('NOMINAL', 'LEGAL').slotIndex;
  const sources: Source[] = [];
  const sourceIndex = new Map<string, number>();
  const codeOf = (source: Source): number => {
    const key = JSON.stringify(source);
    const known = sourceIndex.get(key) ?? sources.push(source) - 1;
    sourceIndex.set(key, known);
    return known;
  };
  return {
    format: 1,
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
        topic: topicOf(slot, record),
        partners: subject.partners,
        authorities: subject.authorities,
      };
    }),
    events: events.map((event) => packEvent(event, timeline, slotIndex, codeOf)),
    sources,
    tracks: {
      LEGAL: packTrack(timeline, 'LEGAL', eventIndex),
      COLLECTED: packTrack(timeline, 'COLLECTED', eventIndex),
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

function packTrack(timeline: Timeline, track: Track, eventIndex: ReadonlyMap<string, number>): PackTrack {
  const { table, statements, events } = timeline.table('NOMINAL', track);
  const { columns } = table;
  const plain = (column: Int32Array | Uint8Array): number[] => Array.from(column);
  return {
    statements: statements.map((s) => ({
      value: s.value,
      event: eventIndex.get(s.event) ?? -1,
      from: s.from.text,
      until: s.until?.text ?? null,
      known: s.known.nominal,
      retroactiveDays: retroactiveDays(s),
    })),
    slotStart: plain(columns.slotStart),
    dateFrom: plain(columns.dateFrom),
    dateUntil: plain(columns.dateUntil),
    knownFrom: plain(columns.knownFrom),
    knownUntil: plain(columns.knownUntil),
    dueOn: plain(columns.dueOn),
    status: plain(columns.status),
    modality: plain(columns.modality),
    possible: plain(columns.possible),
    statement: plain(columns.statement),
    event: plain(columns.event).map((i) => (i < 0 ? -1 : (eventIndex.get(events[i] as string) ?? -1))),
    hasValue: plain(columns.hasValue),
    coveredThrough: plain(columns.coveredThrough),
  };
}
