import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  InvalidCode,
  InvalidDate,
  InvalidInput,
  parseDay,
  quoteTariff,
  type TariffQuestion,
  type TariffQuote,
  Timeline,
} from '@policy-timeline/domain';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadCatalogue } from '../src/load-catalogue.js';

interface GoldenQuote {
  readonly question: TariffQuestion;
  readonly date: string;
  readonly knownAt?: string;
  readonly track?: 'LEGAL' | 'COLLECTED';
  readonly expect: Partial<Omit<TariffQuote, 'lines'>> & {
    readonly lines: readonly (Partial<TariffQuote['lines'][number]> & { readonly slot: string })[];
  };
  readonly because: string;
}

const file = fileURLToPath(new URL('../golden/quotes.yaml', import.meta.url));
const golden: readonly GoldenQuote[] = parse(readFileSync(file, 'utf8'), { schema: 'core' });
const timeline = Timeline.of(loadCatalogue().events.map((event, position) => ({ position, event })));

function ask({ question, date, knownAt, track }: Omit<GoldenQuote, 'expect' | 'because'>): TariffQuote {
  return quoteTariff(timeline, question, {
    date: parseDay(date),
    knownAt: knownAt === undefined ? null : parseDay(knownAt),
    ...(track ? { track } : {}),
  });
}

const named = golden.map((quote) => {
  const { question, date, knownAt, track } = quote;
  const facts = JSON.stringify(question);
  return [
    `${facts} on ${date}${knownAt ? ` known ${knownAt}` : ''}${track ? ` ${track}` : ''}: ${quote.because}`,
    quote,
  ] as const;
});

it.each(named)('%s', (_name, quote) => {
  const answer = ask(quote);
  const { lines, ...totals } = quote.expect;
  expect(answer).toMatchObject(totals);
  for (const line of lines)
    expect(answer.lines.find(({ slot }) => slot === line.slot) ?? answer.lines).toMatchObject(line);
});

describe('every golden quote', () => {
  it('stands on events of the record', () => {
    const ids = new Set(loadCatalogue().events.map(({ id }) => id));
    for (const quote of golden)
      for (const { decidedBy } of ask(quote).lines) expect(ids.has(decidedBy), decidedBy).toBe(true);
  });

  it('sums to its total where every line is settled', () => {
    for (const quote of golden) {
      const { additionalPercent, lines } = ask(quote);
      if (additionalPercent === null) continue;
      const sum = lines.reduce((total, line) => total + (line.additionalPercent ?? 0), 0);
      expect(sum, JSON.stringify(quote.question)).toBeCloseTo(additionalPercent, 6);
    }
  });
});

describe('a question that cannot be asked', () => {
  const asked = { partner: 'JPN', product: 'ordinary' };
  const on = (question: TariffQuestion, date = '2025-08-20') => ask({ question, date });

  it.each(['XKX', 'YUG', 'EUE', 'EU', 'ZZZ', 'JP', 'jpn', '', 'SUN'])('partner %j', (partner) =>
    expect(() => on({ ...asked, partner })).toThrow(InvalidCode),
  );
  it('the importing country itself', () =>
    expect(() => on({ ...asked, partner: 'USA' })).toThrow(InvalidInput));
  it.each([
    '8',
    '870',
    '87032',
    '8703.2',
    '87.032',
    '00',
    '0012',
    '870323017890',
    '87 03',
    ' 8703',
    '',
    'A/B',
  ])('product %j', (product) => expect(() => on({ ...asked, product })).toThrow(InvalidCode));
  it('an unknown list', () => expect(() => on({ ...asked, product: 'moon-rock' })).toThrow(InvalidCode));
  it('an unknown preference', () => expect(() => on({ ...asked, claims: ['NAFTA'] })).toThrow(InvalidCode));
  it('a preference of another country', () =>
    expect(() => on({ ...asked, claims: ['USMCA'] })).toThrow(InvalidInput));
  it('exported after it entered', () =>
    expect(() => on({ ...asked, exportedOn: '2025-08-21' })).toThrow(InvalidInput));
  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('an MFN rate of %d', (mfnRatePercent) =>
    expect(() => on({ ...asked, mfnRatePercent })).toThrow(InvalidInput),
  );
  it.each([-1, 101])('a US content of %d percent', (usContentPercent) =>
    expect(() => on({ ...asked, usContentPercent })).toThrow(InvalidInput),
  );
  it('a day that is none', () => {
    expect(() => on(asked, '2025-02-30')).toThrow(InvalidDate);
    expect(() => on({ ...asked, exportedOn: '2025-13-01' })).toThrow(InvalidDate);
  });
});
