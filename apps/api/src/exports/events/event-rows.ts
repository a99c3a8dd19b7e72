import { type Effect, formatDay } from '@policy-timeline/domain';
import type { AskedQuestion } from '../asking/asked-question.js';
import { precisionOf, sourceCells, valueCells } from '../asking/cells.js';
import type { Cell } from '../asking/csv-text.js';
import type { EventRevision } from '../asking/revisions.js';
import { STATE_COLUMNS } from '../state/state-rows.js';

/** The header of `events.csv`, which the import reads again; it does not change. */
export const EVENT_COLUMNS = [
  ...STATE_COLUMNS,
  'event_id',
  'rev',
  'kind',
  'acted_on',
  'recorded_at',
  'relation_types',
  'relation_targets',
  'deadline_date',
  'deadline_kind',
  'deadline_firmness',
  'stream',
  'topic',
  'act',
  'modality',
  'aims_at',
  'source_id',
  'source_kind',
  'source_publisher',
] as const;
export type EventRow = Readonly<Partial<Record<(typeof EVENT_COLUMNS)[number], Cell>>>;

/** One row per effect of a revision; one with empty cells for an event that does nothing to a slot. */
export function* eventRows(question: AskedQuestion, revision: EventRevision): Generator<EventRow> {
  const { event } = revision;
  const known = question.prefix.timeline.record.knownWindows.get(event.id)?.nominal;
  const effects: readonly (Effect | undefined)[] = event.effects.length > 0 ? event.effects : [undefined];
  for (const effect of effects) {
    const from = (effect?.from ?? event.effective.from).date;
    const until = (effect?.until ?? event.effective.until)?.date ?? null;
    yield {
      position: revision.position,
      key: effect?.slot ?? null,
      subject: effect?.slot.split('#')[0] ?? null,
      target: event.targets.join(' '),
      instrument: event.stream,
      ...valueCells(effect?.value),
      valid_from: from,
      valid_from_precision: precisionOf(from),
      valid_to_exclusive: until,
      track: effect?.track ?? null,
      known_from: event.knownOn?.date ?? (known === undefined ? null : formatDay(known)),
      authority: event.actors.join(' '),
      ...sourceCells(event),
      title_en: event.title.en,
      title_ja: event.title.ja,
      event_id: event.id,
      rev: revision.revision,
      kind: revision.voided ? 'EventVoided' : event.type,
      acted_on: event.signedOn?.date ?? null,
      recorded_at: revision.recordedAt,
      relation_types: event.relations.map(({ type }) => type).join(' '),
      relation_targets: event.relations.map(({ to }) => to).join(' '),
      deadline_date: event.deadline ? from : null,
      deadline_kind: event.deadline?.kind ?? null,
      deadline_firmness: event.deadline?.firmness ?? null,
      stream: event.stream,
      topic: event.topic,
      act: effect?.act ?? null,
      modality: event.modality,
      aims_at: effect?.target ?? null,
      source_id: event.sources[0].id,
      source_kind: event.sources[0].kind,
      source_publisher: event.sources[0].publisher,
    };
  }
}
