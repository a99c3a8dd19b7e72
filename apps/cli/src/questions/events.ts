import type { Data } from '../ask.js';
import type { Question } from './question.js';
import { BASIS, FILTERS, filterOf, firstOf, KNOWN_AT, LIMIT } from './view-options.js';

export const EVENTS: Question = {
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
};
