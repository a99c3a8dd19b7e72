import type { Data } from '../ask.js';
import { namesOf } from '../options.js';
import type { Row } from '../show.js';
import { READING, statusText, valueText } from '../wording.js';
import type { Question } from './question.js';
import { BASIS, FILTERS, filterOf, firstOf, KNOWN_AT, LENS, LIMIT, LIVED, viewOf } from './view-options.js';

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

export const STATE: Question = {
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
};
