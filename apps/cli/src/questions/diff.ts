import type { Data } from '../ask.js';
import { READING, statusText, valueText } from '../wording.js';
import type { Question } from './question.js';
import { FILTERS, filterOf, firstOf, LIMIT, viewOf } from './view-options.js';

export const DIFF: Question = {
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
};
