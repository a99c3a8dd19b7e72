import {
  ACTS,
  DEADLINE_KINDS,
  type EventDraft,
  eventType,
  FIRMNESSES,
  MODALITIES,
  RELATION_TYPES,
  SOURCE_KINDS,
  type ValueDraft,
} from '@policy-timeline/domain';
import { ownDraft } from '../draft-shape.js';
import { edtfText } from '../event-day.js';
import { required, sourceText, webAddress } from '../event-text.js';
import { type ImportDraft, RowFault } from '../imported-row.js';
import { slug } from '../slug.js';
import type { OwnColumn } from './columns.js';

export type OwnCells = Readonly<Partial<Record<OwnColumn, string>>>;

/** A row of `events.csv` as an event with one effect. @throws RowFault */
export function draftOf(cells: OwnCells, line: number): ImportDraft {
  const text = (name: OwnColumn): string | undefined => sourceText(unguarded(cells[name]));
  const id = required(text('event_id'), 'event_id', 'eo-14257');
  const slot = required(text('key'), 'key', 'tariff/us/reciprocal/JPN');
  const type = required(text('kind'), 'kind', 'TariffOrdered');
  const known = eventType(type);
  if (!known)
    throw new RowFault(
      'UNKNOWN_TYPE',
      `kind: "${type.slice(0, 60)}" is no event type; write for example TariffOrdered.`,
    );
  const act = oneOf(text('act'), 'act', ACTS) ?? known.definition.acts[0];
  const from = edtfText(text('valid_from'), 'valid_from');
  const until = edtfText(text('valid_to_exclusive'), 'valid_to_exclusive');
  const knownOn = edtfText(text('known_from'), 'known_from');
  const signedOn = edtfText(text('acted_on'), 'acted_on');
  const aimsAt = text('aims_at');
  const track = oneOf(text('track'), 'track', ['LEGAL', 'COLLECTED'] as const);
  const modality = oneOf(text('modality'), 'modality', MODALITIES);
  const kind = oneOf(text('deadline_kind'), 'deadline_kind', DEADLINE_KINDS);
  const firmness = oneOf(text('deadline_firmness'), 'deadline_firmness', FIRMNESSES);
  const stream = text('stream') ?? streamOf(text('subject') ?? slot);
  const event: EventDraft = {
    id,
    stream,
    topic: text('topic') ?? slug(stream),
    type,
    ...(modality && { modality }),
    title: { en: text('title_en') ?? '', ja: text('title_ja') ?? '' },
    ...(knownOn !== undefined && { knownOn: { date: knownOn } }),
    ...(signedOn !== undefined && { signedOn: { date: signedOn } }),
    effective:
      from === undefined
        ? { from: { date: null }, dateOpen: true }
        : { from: { date: from }, ...(until !== undefined && { until: { date: until } }) },
    actors: parties(text('authority')),
    targets: parties(text('target')),
    relations: relationsOf(text('relation_types'), text('relation_targets')),
    sources: sourcesOf(text, knownOn ?? from),
    ...(act && {
      effects: [
        {
          act,
          slot,
          ...((act === 'ASSERT' || act === 'SUSPEND' || act === 'AMEND') && { value: valueDraft(text) }),
          ...(aimsAt !== undefined && { target: aimsAt }),
          ...(track && { track }),
        },
      ],
    }),
    ...((kind || firmness) && { deadline: { ...(kind && { kind }), ...(firmness && { firmness }) } }),
  };
  return ownDraft(event, line, from === undefined ? ['effective'] : []);
}

/** An apostrophe keeps a spreadsheet from computing a cell; it is no part of the text. */
const unguarded = (cell: string | undefined): string | undefined => cell?.replace(/^'(?=[=+\-@])/, '');

/** The stream of a slot is its subject without the partner at its end. */
const streamOf = (subject: string): string => (subject.split('#', 1)[0] ?? '').replace(/\/[A-Z]{3}$/, '');

const parties = (cell: string | undefined): readonly string[] =>
  (cell ?? '').split(/[;,\s]+/).filter((party) => party !== '');

function oneOf<const T extends string>(
  given: string | undefined,
  field: string,
  allowed: readonly T[],
): T | undefined {
  if (given === undefined) return undefined;
  const word = allowed.find((value) => value === given.toUpperCase());
  if (!word)
    throw new RowFault(
      'UNKNOWN_WORD',
      `${field}: "${given.slice(0, 40)}" is not known; write one of ${allowed.join(', ')}.`,
    );
  return word;
}

function relationsOf(types: string | undefined, targets: string | undefined): EventDraft['relations'] {
  const [given, to] = [parties(types), parties(targets)];
  if (given.length !== to.length)
    throw new RowFault(
      'WRONG_SHAPE',
      `relation_types has ${given.length} words and relation_targets ${to.length}; each type needs its target.`,
    );
  return given.map((type, i) => ({
    type: oneOf(type, 'relation_types', RELATION_TYPES) ?? 'CITES',
    to: to[i] ?? '',
  }));
}

function sourcesOf(
  text: (name: OwnColumn) => string | undefined,
  day: string | undefined,
): EventDraft['sources'] {
  const [citation, url] = [text('source_citation'), webAddress(text('source_url'))];
  if (citation === undefined && url === undefined) return [];
  const title = citation ?? url ?? '';
  return [
    {
      id: text('source_id') ?? slug(title),
      kind: oneOf(text('source_kind'), 'source_kind', SOURCE_KINDS) ?? 'OFFICIAL',
      title: { en: title, ja: title },
      publisher: text('source_publisher') ?? title,
      date: day ?? required(undefined, 'known_from', '2025-04-02'),
      ...(url && { url }),
    },
  ];
}

/** `24`, `percent`, `ADDITIONAL` is a rate; another unit a quantity; no value: it simply holds. */
function valueDraft(text: (name: OwnColumn) => string | undefined): ValueDraft {
  const [value, unit] = [text('value'), text('unit')];
  if (value === undefined) return { flag: true };
  if (/^exempt$/i.test(value)) return { exempt: true };
  if (unit === undefined) return { text: { en: value, ja: value } };
  if (!/^-?\d{1,15}(\.\d{1,10})?$/.test(value))
    throw new RowFault(
      'INVALID_VALUE',
      `value: "${value.slice(0, 40)}" is no figure; write for example 24 or 0.5.`,
    );
  const figure = Number(value);
  if (unit !== 'percent' && unit !== '%') return { quantity: { amount: figure, unit } };
  return {
    rate: {
      ratePercent: figure,
      rateBasis: oneOf(text('basis'), 'basis', ['ADDITIONAL', 'TOTAL', 'INCLUSIVE'] as const) ?? 'ADDITIONAL',
    },
  };
}
