import type { Data } from './ask.js';
import { CommandFault, EXIT } from './faults.js';
import { namesOf, numberOf, type Options } from './options.js';
import type { Row } from './show.js';
import { READING, statusText, VALUE, valueText } from './wording.js';

/** A command that asks one question: each looks the same. */
export interface Question {
  readonly name: string;
  readonly summary: string;
  /** `<required>` and `[optional]`, in order. */
  readonly takes: readonly string[];
  /** Beside those that every command has. */
  readonly options: readonly (readonly [flags: string, description: string])[];
  readonly example: string;
  readonly query: string;
  variables(given: readonly string[], options: Options): object;
  readonly columns: readonly string[];
  rows(data: Data, lang: string): readonly Row[];
  /** How many rows there are in all, where an answer may hold fewer. */
  total?(data: Data): number;
}

const KNOWN_AT = ['--known-at <day>', 'only what the public could know by the end of this day'] as const;
const LIVED = ['--as-lived', 'knowledge follows the date'] as const;
const LENS = [
  ['--reading <name>', 'which day of a part-known date counts: nominal (default), certain, possible'],
  ['--track <name>', 'legal (default): what acts say; collected: what the border did'],
] as const;
const BASIS = [
  '--basis <token>',
  'answer as an earlier answer did, whatever was recorded since; --json tells the basis',
] as const;
const FILTERS = [
  ['--partner <code...>', 'countries (JPN) or bodies (org:eu)'],
  ['--family <name...>', 'for example TARIFF'],
  ['--subject <id...>', 'a subject and everything beneath it'],
  ['--text <words>', 'found in titles, in either language'],
] as const;
const LIMIT = ['--limit <rows>', 'at most so many rows, 1 to 200 (default 200)'] as const;

const filterOf = ({ partner, family, subject, text }: Options): object => ({
  ...(partner !== undefined && { partners: partner }),
  ...(family !== undefined && { families: namesOf(family) }),
  ...(subject !== undefined && { subjects: subject }),
  ...(text !== undefined && { text }),
});
const viewOf = (date: string | undefined, { knownAt, asLived, reading, track, basis }: Options): object => ({
  date,
  ...(basis !== undefined && { basis }),
  ...(knownAt !== undefined && { knownAt }),
  ...(asLived && { asLived: true }),
  ...(typeof reading === 'string' && { reading: reading.toUpperCase() }),
  ...(typeof track === 'string' && { track: track.toUpperCase() }),
});
const firstOf = ({ limit }: Options): number => numberOf('--limit', limit, 50) ?? 200;

/** A day to read along where none is asked about. */
const EARLY = '1962-01-01';

const sourceOf = ({ sources: [source] }: Data, lang: string): string => source.url ?? source.title[lang];

function isAbove(side: Options[string]): boolean {
  if (side === 'within' || side === 'above') return side === 'above';
  throw new CommandFault(
    EXIT.misused,
    `--quota: "${String(side).slice(0, 60)}" is no side of a quota; write within or above.`,
  );
}

const readingRow = (reading: Data, lang: string): Row => ({
  slot: reading.slot,
  title: reading.subject.title[lang],
  status: statusText(reading),
  value: valueText(reading.value, lang),
  from: reading.validFrom,
  until: reading.validUntil,
  known: reading.knownFrom,
  decidedBy: reading.decidedBy?.id ?? null,
});

export const QUESTIONS: readonly Question[] = [
  {
    name: 'state',
    summary: 'what held on a day',
    takes: ['<date>'],
    options: [
      KNOWN_AT,
      LIVED,
      ...LENS,
      BASIS,
      ...FILTERS,
      ['--status <name...>', 'for example IN_FORCE'],
      LIMIT,
    ],
    example: 'state 2025-08-20 --known-at 2025-08-25 --partner JPN --family TARIFF',
    query: `query ($date: Date!, $knownAt: Date, $asLived: Boolean, $reading: Reading, $track: Track, $basis: Basis, $filter: ReadingFilter, $first: Int!) {
      stateAsOf(date: $date, knownAt: $knownAt, asLived: $asLived, reading: $reading, track: $track, basis: $basis, filter: $filter, first: $first) {
        basis readings { totalCount edges { node { ${READING} } } } } }`,
    variables: ([date], options) => ({
      ...viewOf(date, options),
      filter: {
        ...filterOf(options),
        ...(options.status !== undefined && { statuses: namesOf(options.status) }),
      },
      first: firstOf(options),
    }),
    columns: ['slot', 'title', 'status', 'value', 'from', 'until', 'known', 'decidedBy'],
    rows: (data, lang) => data.stateAsOf.readings.edges.map(({ node }: Data) => readingRow(node, lang)),
    total: (data) => data.stateAsOf.readings.totalCount,
  },
  {
    name: 'diff',
    summary: 'what changed between two days, or between two states of knowledge of one day',
    takes: ['<a>', '<b>'],
    options: [
      ['--known-at-a <day>', 'what was known, for the first'],
      ['--known-at-b <day>', 'what was known, for the second'],
      ['--basis-a <token>', 'the log as an earlier answer had it, for the first'],
      ['--basis-b <token>', 'the log as an earlier answer had it, for the second'],
      ...FILTERS,
      LIMIT,
    ],
    example: 'diff 2025-08-20 2025-08-20 --known-at-a 2025-08-25 --known-at-b 2025-09-05 --partner JPN',
    query: `query ($a: ViewInput!, $b: ViewInput!, $filter: ReadingFilter, $first: Int!) {
      diff(a: $a, b: $b, filter: $filter, first: $first) { counts { world plan learned corrected } totalCount
        rows { kind change slot before { ${READING} } after { ${READING} } } } }`,
    variables: ([a, b], options) => ({
      a: viewOf(a, { knownAt: options.knownAtA, basis: options.basisA }),
      b: viewOf(b, { knownAt: options.knownAtB, basis: options.basisB }),
      filter: filterOf(options),
      first: firstOf(options),
    }),
    columns: ['kind', 'change', 'slot', 'before', 'after', 'decidedBy'],
    rows: (data, lang) =>
      data.diff.rows.map(({ kind, change, slot, before, after }: Data) => ({
        kind,
        change,
        slot,
        before: before && [statusText(before), valueText(before.value, lang)].filter(Boolean).join(' '),
        after: after && [statusText(after), valueText(after.value, lang)].filter(Boolean).join(' '),
        decidedBy: after?.decidedBy?.id ?? null,
      })),
    total: (data) => data.diff.totalCount,
  },
  {
    name: 'upcoming',
    summary: 'what was still to come, seen from a day',
    takes: ['<date>'],
    options: [
      KNOWN_AT,
      LIVED,
      ...LENS,
      BASIS,
      ['--within <days>', 'days after the date (default 365)'],
      ...FILTERS,
    ],
    example: 'upcoming 2025-05-29 --known-at 2025-05-29 --within 90',
    query: `query ($date: Date!, $knownAt: Date, $asLived: Boolean, $reading: Reading, $track: Track, $basis: Basis, $within: Int!, $filter: ReadingFilter) {
      upcoming(date: $date, knownAt: $knownAt, asLived: $asLived, reading: $reading, track: $track, basis: $basis, withinDays: $within, filter: $filter) {
        id date daysLeft kind firmness modality outcome outcomeBy { id } event { title { en ja } } } }`,
    variables: ([date], options) => ({
      ...viewOf(date, options),
      within: numberOf('--within', options.within, 90) ?? 365,
      filter: filterOf(options),
    }),
    columns: ['date', 'days', 'kind', 'firmness', 'title', 'outcome', 'outcomeBy', 'id'],
    rows: (data, lang) =>
      data.upcoming.map((deadline: Data) => ({
        ...deadline,
        days: deadline.daysLeft,
        title: deadline.event.title[lang],
        outcomeBy: deadline.outcomeBy?.id ?? null,
      })),
  },
  {
    name: 'quote-duty',
    summary: 'what an import pays on a day of entry, instrument by instrument',
    takes: ['<partner>', '<product>', '<date>'],
    options: [
      KNOWN_AT,
      LIVED,
      ...LENS,
      BASIS,
      ['--mfn <percent>', 'the ordinary duty in percent'],
      ['--claim <name...>', 'a preference claimed, for example USMCA; none: nothing is claimed'],
      [
        '--list <name...>',
        'lists that the good is on, for example s301-list-1; none: on none. The rows OPEN LIST name those that matter',
      ],
      ['--quota <side>', 'within or above the quota; left out: both'],
      ['--exported <day>', 'the day of loading: grace for goods in transit looks at it'],
      ['--us-content <percent>', 'share of US content in the value'],
      ['--value <dollars>', 'customs value of the shipment, for small shipments'],
    ],
    example: 'quote-duty JPN ordinary 2025-10-01 --mfn 5',
    query: `query ($question: TariffQuestion!, $date: Date!, $knownAt: Date, $asLived: Boolean, $reading: Reading, $track: Track, $basis: Basis) {
      tariffQuote(question: $question, date: $date, knownAt: $knownAt, asLived: $asLived, reading: $reading, track: $track, basis: $basis) {
        basis additionalPercent additionalRange { minPercent maxPercent } allInPercent assumptions assumptionsText { en ja } openLists { name title { en ja } assumedOff }
        lines { slot status additionalPercent reason { en ja } decidedBy { id sources { title { en ja } url } } } } }`,
    variables: ([partner, product, date], options) => ({
      ...viewOf(date, options),
      question: {
        partner,
        product,
        ...(options.list !== undefined && {
          lists: (options.list as readonly string[]).filter((name) => name !== 'none'),
        }),
        mfnRatePercent: numberOf('--mfn', options.mfn, 2.5),
        ...(options.claim !== undefined && {
          claims: namesOf(options.claim).filter((name) => name !== 'NONE'),
        }),
        ...(options.quota !== undefined && { overQuota: isAbove(options.quota) }),
        exportedOn: options.exported,
        usContentPercent: numberOf('--us-content', options.usContent, 20),
        customsValueUsd: numberOf('--value', options.value, 750),
      },
    }),
    columns: ['slot', 'status', 'points', 'reason', 'decidedBy', 'source'],
    rows: ({ tariffQuote: quote }, lang) => [
      ...quote.lines.map((line: Data) => ({
        slot: line.slot,
        status: line.status,
        points: line.additionalPercent,
        reason: line.reason[lang],
        decidedBy: line.decidedBy.id,
        source: sourceOf(line.decidedBy, lang),
      })),
      {
        slot: 'TOTAL',
        status: quote.additionalPercent === null ? 'UNRESOLVED' : 'SETTLED',
        points:
          quote.additionalPercent ??
          `${quote.additionalRange.minPercent ?? '?'} to ${quote.additionalRange.maxPercent ?? '?'}`,
        reason: quote.allInPercent === null ? '' : `all-in ${quote.allInPercent} %`,
        decidedBy: null,
        source: null,
      },
      ...quote.assumptionsText.map((text: Data) => ({
        slot: 'ASSUMED',
        status: null,
        points: null,
        reason: text[lang],
        decidedBy: null,
        source: null,
      })),
      ...quote.openLists.map(({ name, title, assumedOff }: Data) => ({
        slot: 'OPEN LIST',
        status: assumedOff ? 'ASSUMED OFF' : 'UNRESOLVED',
        points: null,
        reason: `${title[lang]}: --list ${name}`,
        decidedBy: null,
        source: null,
      })),
    ],
  },
  {
    name: 'why',
    summary: 'why a slot reads as it does, and why not otherwise',
    takes: ['<subject>', '<date>'],
    options: [KNOWN_AT, LIVED, ...LENS, BASIS],
    example: 'why tariff/us/reciprocal/JPN 2025-08-20 --known-at 2025-09-05',
    query: `query ($subject: ID!, $view: ViewInput!) { subject(id: $subject, view: $view) { readings { ${READING}
      because { depth verb event { ...E } } insteadOf { depth verb event { ...E } } conflicts { ...E } } } }
      fragment E on PolicyEvent { id title { en ja } sources { title { en ja } url } }`,
    variables: ([subject, date], options) => ({ subject, view: viewOf(date, options) }),
    columns: ['slot', 'reads', 'part', 'verb', 'event', 'title', 'source'],
    rows: ({ subject }, lang) =>
      (subject?.readings ?? []).flatMap((reading: Data) => {
        const row = (part: string, verb: string, event: Data): Row => ({
          slot: reading.slot,
          reads: [statusText(reading), valueText(reading.value, lang)].filter(Boolean).join(' '),
          part,
          verb,
          event: event.id,
          title: event.title[lang],
          source: sourceOf(event, lang),
        });
        return [
          ...reading.because.map(({ verb, event }: Data) => row('because', verb, event)),
          ...reading.insteadOf.map(({ verb, event }: Data) => row('instead of', verb, event)),
          ...reading.conflicts.map((event: Data) => row('conflict', '', event)),
        ];
      }),
  },
  {
    name: 'timeline',
    summary: 'the stretches of one subject, along the days it held or the days it was known',
    takes: ['<subject>'],
    options: [
      ['--axis <name>', 'valid (default) or known'],
      ['--date <day>', 'the day read along the known axis'],
      KNOWN_AT,
      BASIS,
      ['--from <day>', 'first day'],
      ['--until <day>', 'first day that no longer counts'],
    ],
    example: 'timeline tariff/us/reciprocal/JPN --from 2025-04-01',
    query: `query ($subject: ID!, $axis: Axis!, $from: Date, $until: Date, $view: ViewInput) {
      timeline(subject: $subject, axis: $axis, from: $from, until: $until, view: $view) {
        slot from until reading { status projected certainty ${VALUE} decidedBy { id } } } }`,
    variables: ([subject], { axis, from, until, date, ...options }) => ({
      subject,
      axis: typeof axis === 'string' ? axis.toUpperCase() : 'VALID',
      from,
      until,
      // Along the valid axis no day is asked about, and what was known still counts.
      ...((date ?? options.knownAt ?? options.basis) !== undefined && {
        view: viewOf((date ?? options.knownAt ?? from ?? EARLY) as string, options),
      }),
    }),
    columns: ['slot', 'from', 'until', 'status', 'value', 'decidedBy'],
    rows: (data, lang) =>
      data.timeline.map(({ slot, from, until, reading }: Data) => ({
        slot,
        from,
        until,
        status: statusText(reading),
        value: valueText(reading.value, lang),
        decidedBy: reading.decidedBy?.id ?? null,
      })),
  },
  {
    name: 'events',
    summary: 'what was recorded, by the day it begins',
    takes: [],
    options: [
      KNOWN_AT,
      BASIS,
      ['--from <day>', 'events that may begin on this day or later'],
      ['--until <day>', 'events that may begin before this day'],
      ...FILTERS,
      LIMIT,
    ],
    example: 'events --partner BRA --from 2025-07-01 --until 2025-09-01',
    query: `query ($filter: EventFilter, $knownAt: Date, $basis: Basis, $first: Int!) { events(filter: $filter, knownAt: $knownAt, basis: $basis, first: $first) {
      totalCount edges { node { id type modality title { en ja } effective { from { date } until { date } } sources { id } } } } }`,
    variables: (_given, { from, until, knownAt, basis, ...options }) => ({
      knownAt,
      basis,
      filter: { ...filterOf(options), from, until },
      first: firstOf(options),
    }),
    columns: ['from', 'until', 'id', 'type', 'modality', 'title', 'sources'],
    rows: (data, lang) =>
      data.events.edges.map(({ node }: Data) => ({
        ...node,
        from: node.effective.from.date,
        until: node.effective.until?.date ?? null,
        title: node.title[lang],
        sources: node.sources.map(({ id }: Data) => id).join(' '),
      })),
    total: (data) => data.events.totalCount,
  },
];
