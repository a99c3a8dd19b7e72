import type { EventDraft } from '@policy-timeline/domain';
import { countryCodes } from '../country-codes.js';
import { spreadsheetDay } from '../event-day.js';
import { idPart, required, sourceText, webAddress } from '../event-text.js';
import { type ImportDraft, RowFault } from '../imported-row.js';
import type { GtaIntervention } from './intervention.js';

const TOPIC = 'global-trade-alert';

/** Border measures that are duties; every other intervention is a policy. */
const DUTIES = /^(import tariff|import tariff quota|anti-dumping|anti-subsidy|safeguard|special safeguard)/i;

const DIRECTIONS: ReadonlyMap<string, EventDraft['direction']> = new Map(
  Object.entries({
    red: 'TIGHTENING',
    amber: 'TIGHTENING',
    green: 'EASING',
  } as const),
);

/** What an intervention's act and the intervention itself have in common. */
interface Told {
  readonly intervention: GtaIntervention;
  readonly line: number;
  readonly stream: string;
  readonly title: string;
  readonly knownOn: string;
  readonly announced: boolean;
  readonly published: string;
  readonly actors: readonly string[];
  readonly targets: readonly string[];
  readonly unmatched: readonly string[];
}

/** One intervention as an event; before it, where `actIsNew`, the state act that it implements. @throws RowFault */
export function draftsOf(
  intervention: GtaIntervention,
  line: number,
  actIsNew: (act: string) => boolean,
): readonly ImportDraft[] {
  const id = interventionId(intervention);
  const act =
    sourceText(intervention.state_act_id) && idPart(intervention.state_act_id, 'state_act_id', '87754');
  const duty = DUTIES.test(sourceText(intervention.intervention_type) ?? '');
  const stream = `${duty ? 'tariff' : 'policy'}/gta/${act ? `act-${act}` : `intervention-${id}`}`;
  const announced = spreadsheetDay(intervention.date_announced, 'date_announced');
  const published = spreadsheetDay(intervention.date_published, 'date_published');
  const knownOn = announced ?? published;
  if (knownOn === undefined)
    throw new RowFault(
      'MISSING_FIELD',
      'date_announced and date_published are left out, so nobody can say from when it was known; give one of them, for example 2024-07-04.',
    );
  const [from, to] = [
    countryCodes(jurisdictions(intervention.implementing_jurisdictions)),
    countryCodes(jurisdictions(intervention.affected_jurisdictions)),
  ];
  const told: Told = {
    intervention,
    line,
    stream,
    title: required(intervention.state_act_title, 'state_act_title', 'EU: Changes to import duties'),
    knownOn,
    announced: announced !== undefined,
    published: published ?? knownOn,
    actors: from.codes,
    targets: to.codes,
    unmatched: [...from.unknown, ...to.unknown],
  };
  const own = interventionDraft(told, id, act || null, duty);
  return act && actIsNew(act) ? [actDraft(told, act), own] : [own];
}

function interventionDraft(told: Told, id: string, act: string | null, duty: boolean): ImportDraft {
  const { intervention, line, stream, title } = told;
  const from = spreadsheetDay(intervention.date_implemented, 'date_implemented');
  const until = spreadsheetDay(intervention.date_removed, 'date_removed');
  if (from !== undefined && until !== undefined && until <= from)
    throw new RowFault(
      'INVALID_RANGE',
      `date_removed (${until}) is not after date_implemented (${from}); it is the first day that no longer counts.`,
    );
  const evaluation = sourceText(intervention.gta_evaluation, 40)?.toLowerCase() ?? '';
  const kind = sourceText(intervention.intervention_type, 200);
  const eventId = `gta:${id}`;
  const slot = `${stream}/${id}`;
  // A day at the edge of a year is often only the year.
  const needsReview = [
    ...(from === undefined ? ['effective'] : from.endsWith('-12-31') ? ['effective.from'] : []),
    ...(until?.endsWith('-01-01') ? ['effective.until'] : []),
    'title.ja',
    ...(evaluation !== 'red' && evaluation !== 'green' ? ['direction'] : []),
    ...(told.unmatched.length > 0 ? ['actors', 'targets'] : []),
  ];
  return {
    id: eventId,
    line,
    needsReview,
    event: {
      ...envelope(told),
      id: eventId,
      type: duty ? 'TariffOrdered' : 'PolicyAdopted',
      title: { en: kind ? `${title} (${kind})` : title, ja: '' },
      effective:
        from === undefined
          ? { from: { date: null }, dateOpen: true }
          : { from: { date: from }, ...(until !== undefined && { until: { date: until } }) },
      direction: DIRECTIONS.get(evaluation) ?? 'NEITHER',
      ...(act && { relations: [{ type: 'IMPLEMENTS', to: `gta-act:${act}` }] }),
      sources: [source(told, `gta-${id}`, `intervention ${id}`, `介入${id}`, intervention.intervention_url)],
      effects: [{ act: 'ASSERT', slot, value: { flag: true } }],
      ...(isInferred(intervention) && { inferred: ['targets'] }),
      data: dataOf(told, until !== undefined && from === undefined ? until : undefined),
    },
  };
}

function actDraft(told: Told, act: string): ImportDraft {
  const id = `gta-act:${act}`;
  const { line, title, knownOn, intervention } = told;
  return {
    id,
    line,
    needsReview: ['title.ja'],
    event: {
      ...envelope(told),
      id,
      type: told.stream.startsWith('tariff/') ? 'TariffDecided' : 'PolicyStepTaken',
      title: { en: title, ja: '' },
      effective: { from: { date: knownOn } },
      sources: [source(told, `gta-act-${act}`, `state act ${act}`, `措置${act}`, intervention.state_act_url)],
    },
  };
}

function envelope({ stream, knownOn, announced, actors, targets }: Told) {
  return {
    stream,
    topic: TOPIC,
    knownOn: { date: knownOn },
    knownBasis: announced ? ('ANNOUNCED' as const) : ('PUBLISHED' as const),
    actors,
    targets,
  };
}

function source({ published }: Told, id: string, en: string, ja: string, address: unknown) {
  const url = webAddress(address);
  return {
    id,
    kind: 'DATASET' as const,
    title: { en: `Global Trade Alert, ${en}`, ja: `グローバル・トレード・アラート、${ja}` },
    publisher: 'Global Trade Alert',
    date: published,
    ...(url && { url }),
  };
}

/** The id, or the number at the end of its address in downloads that have no column for it. */
function interventionId({ intervention_id, intervention_url }: GtaIntervention): string {
  if (sourceText(intervention_id) !== undefined) return idPart(intervention_id, 'intervention_id', '138295');
  const number = /\/intervention\/(\d{1,12})(?:\/|$)/.exec(sourceText(intervention_url) ?? '')?.[1];
  return idPart(number, 'intervention_id', '138295');
}

/** ISO codes of the API, or the names of a CSV's cell: by `;` where there is one, since some names have a comma. */
function jurisdictions(given: GtaIntervention['implementing_jurisdictions']): readonly string[] {
  if (given == null) return [];
  if (typeof given !== 'string')
    return given.flatMap(({ iso, name }) => sourceText(iso, 200) ?? sourceText(name, 200) ?? []);
  const whole = sourceText(given, 20_000);
  if (whole === undefined) return [];
  if (countryCodes([whole]).codes.length > 0) return [whole];
  return whole
    .split(whole.includes(';') ? ';' : ',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

const isInferred = ({ inferred_jurisdictions: given }: GtaIntervention): boolean =>
  given === true || given === 1 || /^(inferred|yes|true|1)$/i.test(sourceText(given) ?? '');

/** Lists of the source are kept as they are, up to a length; the whole is behind the source's address. */
const LONGEST_LIST = 200;

function dataOf({ intervention, unmatched }: Told, removedOn: string | undefined): object {
  const list = (given: unknown): unknown[] | undefined => {
    const items = Array.isArray(given)
      ? given.map((item) => (typeof item === 'object' ? (JSON.stringify(item) ?? '') : item))
      : (sourceText(given, 20_000)?.split(/[;,]\s*/) ?? []);
    const read = items.flatMap((item) => sourceText(item, 200) ?? []);
    return read.length === 0 ? undefined : read.slice(0, LONGEST_LIST);
  };
  const data = {
    evaluation: sourceText(intervention.gta_evaluation, 40),
    interventionType: sourceText(intervention.intervention_type, 200),
    mastChapter: sourceText(intervention.mast_chapter, 200),
    mastSubchapter: sourceText(intervention.mast_subchapter, 200),
    implementationLevel: sourceText(intervention.implementation_level, 200),
    eligibleFirms: sourceText(intervention.eligible_firm, 200),
    products: list(intervention.affected_products),
    sectors: list(intervention.affected_sectors),
    unmatchedJurisdictions: unmatched.length > 0 ? unmatched.slice(0, LONGEST_LIST) : undefined,
    removedOn,
    stateActSource: sourceText(intervention.state_act_source, 1000),
  };
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
}
