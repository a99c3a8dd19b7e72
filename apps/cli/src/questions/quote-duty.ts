import type { Data } from '../ask.js';
import { CommandFault, EXIT } from '../faults.js';
import { namesOf, numberOf, type Options } from '../options.js';
import type { Question } from './question.js';
import { sourceOf } from './source-of.js';
import { BASIS, KNOWN_AT, LENS, LIVED, viewOf } from './view-options.js';

export const QUOTE_DUTY: Question = {
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
        basis additionalPercent additionalRange { minPercent maxPercent } allInPercent assumptions assumptionsText { en ja } openLists { name title { en ja } assumedOff partCodes }
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
    ...quote.openLists.map(({ name, title, assumedOff, partCodes }: Data) => ({
      slot: 'OPEN LIST',
      status: assumedOff ? 'ASSUMED OFF' : 'UNRESOLVED',
      points: null,
      reason:
        partCodes.length === 0
          ? `${title[lang]}: --list ${name}`
          : lang === 'ja'
            ? `${title[lang]}のうち${partCodes.join('、')}のみ：HSコードで尋ねる`
            : `${title[lang]}: ${partCodes.join(', ')} only; ask with the HS code`,
      decidedBy: null,
      source: null,
    })),
  ],
};

function isAbove(side: Options[string]): boolean {
  if (side === 'within' || side === 'above') return side === 'above';
  throw new CommandFault(
    EXIT.misused,
    `--quota: "${String(side).slice(0, 60)}" is no side of a quota; write within or above.`,
  );
}
