import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type ApiUnderTest, runApi } from './running-api.js';

interface GoldenReading {
  readonly question: {
    readonly slot: string;
    readonly date: string;
    readonly knownAt?: string;
    readonly track?: string;
    readonly reading?: string;
  };
  readonly expect: Readonly<Record<string, unknown>> & {
    readonly status: string;
    readonly decidedBy?: string | null;
  };
}
interface GoldenQuote {
  readonly question: object;
  readonly date: string;
  readonly knownAt?: string;
  readonly track?: string;
  readonly expect: {
    readonly additionalPercent?: number | null;
    readonly additionalRange?: object;
    readonly allInPercent?: number | null;
    readonly lines?: readonly Readonly<Record<string, unknown>>[];
  };
}

const golden = <T>(name: string): readonly T[] =>
  parse(readFileSync(new URL(`../../../packages/data/golden/${name}`, import.meta.url), 'utf8'), {
    schema: 'core',
  });

let api: ApiUnderTest;
beforeAll(async () => {
  api = await runApi({ POLICY_SEED: 'catalogue' });
});
afterAll(() => api.remove());

const readingDocument = `query ($date: Date!, $knownAt: Date, $track: Track, $reading: Reading, $filter: ReadingFilter) {
  stateAsOf(date: $date, knownAt: $knownAt, track: $track, reading: $reading, filter: $filter, first: 200) {
    readings { edges { node { slot status certainty projected validFrom retroactiveDays decidedBy { id } conflicts { id } } } }
  }
}`;

describe.each(['readings.yaml', 'tariff-readings.yaml'])('the golden %s', (file) => {
  it.each(
    golden<GoldenReading>(file).map(
      (reading, i) => [`${i + 1}: ${reading.question.slot} on ${reading.question.date}`, reading] as const,
    ),
  )('%s', async (_name, { question: { slot, ...question }, expect: expected }) => {
    const { conflicts, decidedBy, value, ...fields } = expected;
    const filter = { subjects: [slot.split('#')[0]], statuses: [expected.status] };
    const { data, errors } = await api.ask(readingDocument, { ...question, filter });
    expect(errors).toBeUndefined();
    const edges = data.stateAsOf.readings.edges as {
      node: { slot: string; decidedBy: { id: string } | null; conflicts: { id: string }[] };
    }[];
    const node = edges.find((edge) => edge.node.slot === slot)?.node;
    expect(node).toMatchObject(fields);
    if (decidedBy !== undefined) expect(node?.decidedBy?.id ?? null).toBe(decidedBy);
    if (conflicts !== undefined)
      expect(node?.conflicts.map(({ id }) => id).sort()).toEqual([...(conflicts as string[])].sort());
  });
});

const quoteDocument = `query ($question: TariffQuestion!, $date: Date!, $knownAt: Date, $track: Track) {
  tariffQuote(question: $question, date: $date, knownAt: $knownAt, track: $track) {
    additionalPercent additionalRange { minPercent maxPercent } allInPercent openLists { name assumedOff partCodes }
    assumptions: assumptionsText { en ja }
    lines { slot status additionalPercent scheduledUntil retroactiveDays projected certainty decidedBy { id } }
  }
}`;

describe('the golden quotes', () => {
  it.each(
    golden<GoldenQuote>('quotes.yaml').map(
      (quote, i) => [`${i + 1}: ${JSON.stringify(quote.question)} on ${quote.date}`, quote] as const,
    ),
  )('%s', async (_name, { expect: expected, ...asked }) => {
    const { data, errors } = await api.ask(quoteDocument, asked);
    expect(errors).toBeUndefined();
    const { lines, ...totals } = expected;
    expect(data.tariffQuote).toMatchObject(totals);
    const answered = data.tariffQuote.lines.map((line: { decidedBy: { id: string } }) => ({
      ...line,
      decidedBy: line.decidedBy.id,
    }));
    for (const line of lines ?? []) expect(answered).toContainEqual(expect.objectContaining(line));
  });
});
