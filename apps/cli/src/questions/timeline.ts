import type { Data } from '../ask.js';
import { statusText, VALUE, valueText } from '../wording.js';
import type { Question } from './question.js';
import { BASIS, KNOWN_AT, viewOf } from './view-options.js';

/** A day to read along where none is asked about. */
const EARLY = '1962-01-01';

export const TIMELINE: Question = {
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
};
