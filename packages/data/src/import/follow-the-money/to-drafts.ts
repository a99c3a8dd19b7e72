import { countryCodes } from '../country-codes.js';
import { edtfOrInstantText } from '../event-day.js';
import { sourceText, webAddress } from '../event-text.js';
import { type ImportDraft, RowFault } from '../imported-row.js';
import { slug } from '../slug.js';
import type { FtmEntity } from './entity.js';

/** What is known of the person, company or ship that a sanction names. */
export interface NamedParty {
  readonly name: string;
  readonly countries: readonly string[];
}

const first = ({ properties }: FtmEntity, ...names: readonly string[]): string | undefined => {
  for (const name of names) {
    const text = sourceText(properties[name]?.[0]);
    if (text !== undefined) return text;
  }
  return undefined;
};
const all = ({ properties }: FtmEntity, name: string): readonly string[] =>
  (properties[name] ?? []).flatMap((item) => sourceText(item, 500) ?? []).slice(0, 50);

export function partyOf(entity: FtmEntity): NamedParty | null {
  const name = sourceText(entity.caption, 300) ?? first(entity, 'name');
  const countries = [
    ...all(entity, 'country'),
    ...all(entity, 'nationality'),
    ...all(entity, 'jurisdiction'),
  ];
  return name === undefined ? null : { name, countries };
}

/** A sanction as an event; `importedOn` is the day of the file where it gives none. @throws RowFault */
export function draftOf(
  sanction: FtmEntity,
  line: number,
  parties: (id: string) => NamedParty | undefined,
  importedOn: string,
): ImportDraft {
  const id = ftmId(sanction.id);
  const days = daysOf(sanction);
  const target = first(sanction, 'entity');
  const party = target === undefined ? undefined : parties(target);
  const authority = first(sanction, 'authority') ?? 'FollowTheMoney';
  const program = first(sanction, 'programId', 'program');
  const countries = countryCodes([...all(sanction, 'country'), ...(party?.countries ?? [])]);
  const stream = `sanction/ftm/${slug(program ?? authority)}`;
  const status = first(sanction, 'status');
  const listed = days.listed ?? days.from;
  const url = webAddress(first(sanction, 'sourceUrl', 'programUrl'));
  const publisher = first(sanction, 'publisher') ?? authority;
  return {
    id,
    line,
    needsReview: [
      ...(days.from === undefined ? ['effective'] : []),
      ...(listed === undefined ? ['knownOn'] : []),
      ...(party ? [] : ['title.en']),
      'title.ja',
      // Suspended is not ended, and neither is said with a day.
      ...(status && !/^active$/i.test(status) && days.until === undefined ? ['effects'] : []),
      ...(countries.unknown.length > 0 ? ['targets'] : []),
    ],
    event: {
      id,
      stream,
      topic: 'follow-the-money',
      type: 'SanctionImposed',
      title: {
        en: `${party?.name ?? target ?? sanction.id}: ${authority}${program ? ` (${program})` : ''}`.slice(
          0,
          1000,
        ),
        ja: '',
      },
      knownOn: { date: listed ?? importedOn },
      knownBasis: listed === undefined ? 'INFERRED' : 'ANNOUNCED',
      effective:
        days.from === undefined
          ? { from: { date: null }, dateOpen: true }
          : { from: { date: days.from }, ...(days.until !== undefined && { until: { date: days.until } }) },
      targets: countries.codes,
      ...(target !== undefined && { persons: [target.slice(0, 200)] }),
      direction: 'TIGHTENING',
      sources: [
        {
          id: `ftm-${slug(publisher)}`,
          kind: 'DATASET',
          title: { en: `${publisher}, sanction ${sanction.id}`, ja: `${publisher}、制裁${sanction.id}` },
          publisher,
          date: edtfOrInstantText(first(sanction, 'modifiedAt', 'retrievedAt'), 'modifiedAt') ?? importedOn,
          ...(url && { url }),
        },
      ],
      effects: [{ act: 'ASSERT', slot: `${stream}/${slug(sanction.id)}`, value: { flag: true } }],
      ...(listed === undefined && { inferred: ['knownOn'] }),
      data: dataOf(sanction),
    },
  };
}

/** The sanction is on the list no longer; the list does not say why, nor from when. */
export function removalOf(sanction: FtmEntity, line: number, importedOn: string): ImportDraft {
  const { event } = draftOf(sanction, line, () => undefined, importedOn);
  const id = `${event.id}:removed`;
  return {
    id,
    line,
    needsReview: ['effective', 'knownOn', 'title.ja'],
    event: {
      ...event,
      id,
      type: 'SanctionLifted',
      title: { en: `No longer listed: ${event.title.en}`.slice(0, 1000), ja: '' },
      knownOn: { date: importedOn },
      knownBasis: 'INFERRED',
      effective: { from: { date: importedOn } },
      direction: 'EASING',
      relations: [{ type: 'ENDS', to: event.id }],
      effects: (event.effects ?? []).map(({ slot }) => ({ act: 'END', slot, target: event.id })),
      inferred: ['effective', 'knownOn'],
      note: 'The entry was removed from the list; whether the sanction was lifted, and when, the list does not say.',
    },
  };
}

function ftmId(given: string): string {
  if (!/^[A-Za-z0-9][A-Za-z0-9._:-]{0,150}$/.test(given))
    throw new RowFault(
      'INVALID_ID',
      `id: "${given.slice(0, 60)}" is not an id; write letters, digits, . _ : or -, for example ofac-sdn-36735.`,
    );
  return `ftm:${given}`;
}

/** The start, else the date, else the listing; the end is the first day that no longer counts. */
function daysOf(sanction: FtmEntity) {
  const listed = edtfOrInstantText(first(sanction, 'listingDate'), 'listingDate');
  const from =
    edtfOrInstantText(first(sanction, 'startDate'), 'startDate') ??
    edtfOrInstantText(first(sanction, 'date'), 'date') ??
    listed;
  const until = edtfOrInstantText(first(sanction, 'endDate'), 'endDate');
  if (from !== undefined && until !== undefined && until <= from)
    throw new RowFault('INVALID_RANGE', `endDate (${until}) is not after the start (${from}).`);
  return { listed, from, until };
}

function dataOf(sanction: FtmEntity): object {
  const data = {
    authorityId: first(sanction, 'authorityId'),
    unscId: first(sanction, 'unscId'),
    program: first(sanction, 'program'),
    programId: first(sanction, 'programId'),
    status: first(sanction, 'status'),
    provisions: all(sanction, 'provisions'),
    reason: first(sanction, 'reason'),
    duration: first(sanction, 'duration'),
    recordId: first(sanction, 'recordId'),
    endDate: first(sanction, 'endDate'),
    firstSeen: sourceText(sanction.first_seen, 40),
    lastSeen: sourceText(sanction.last_seen, 40),
  };
  return Object.fromEntries(
    Object.entries(data).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
