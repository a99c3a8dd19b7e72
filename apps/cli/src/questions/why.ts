import type { Data } from '../ask.js';
import type { Row } from '../show.js';
import { READING, statusText, valueText } from '../wording.js';
import type { Question } from './question.js';
import { sourceOf } from './source-of.js';
import { BASIS, KNOWN_AT, LENS, LIVED, viewOf } from './view-options.js';

export const WHY: Question = {
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
};
