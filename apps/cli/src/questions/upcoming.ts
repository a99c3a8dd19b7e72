import type { Data } from '../ask.js';
import { numberOf } from '../options.js';
import type { Question } from './question.js';
import { BASIS, FILTERS, filterOf, KNOWN_AT, LENS, LIVED, viewOf } from './view-options.js';

export const UPCOMING: Question = {
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
};
