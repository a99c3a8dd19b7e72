import { formatDay, type SlotReading } from '@policy-timeline/domain';
import type { AskedQuestion } from '../asking/asked-question.js';
import { precisionOf, sourceCells, valueCells } from '../asking/cells.js';
import type { Cell } from '../asking/csv-text.js';

/** The header of `state.csv`; it does not change. */
export const STATE_COLUMNS = [
  'date',
  'known_at',
  'position',
  'key',
  'subject',
  'target',
  'instrument',
  'status',
  'value',
  'unit',
  'basis',
  'valid_from',
  'valid_from_precision',
  'valid_to_exclusive',
  'track',
  'known_from',
  'decided_by',
  'authority',
  'source_citation',
  'source_url',
  'title_en',
  'title_ja',
] as const;
export type StateRow = Readonly<Record<(typeof STATE_COLUMNS)[number], Cell>>;

/** One reading as a row. `known_at` is the day that counted, also where the question left it open. */
export function stateRow({ prefix, view }: AskedQuestion, reading: SlotReading): StateRow {
  const { timeline } = prefix;
  const subject = timeline.subject(reading.subject);
  const event = reading.decidedBy === null ? undefined : timeline.event(reading.decidedBy)?.event;
  return {
    date: formatDay(view.date),
    known_at: formatDay(timeline.knownAtOf(view)),
    position: prefix.position,
    key: reading.slot,
    subject: reading.subject,
    target: subject.partners.join(' '),
    instrument: event?.stream ?? null,
    status: reading.status,
    ...valueCells(reading.value),
    valid_from: reading.validFrom,
    valid_from_precision: precisionOf(reading.validFrom),
    valid_to_exclusive: reading.validUntil,
    track: view.track,
    known_from: reading.knownFrom === null ? null : formatDay(reading.knownFrom),
    decided_by: reading.decidedBy,
    authority: subject.authorities.join(' '),
    ...sourceCells(event),
    title_en: subject.title.en,
    title_ja: subject.title.ja,
  };
}
