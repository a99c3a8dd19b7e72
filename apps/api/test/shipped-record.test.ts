import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ApiUnderTest, runApi } from './running-api.js';

interface Cited {
  readonly event: { readonly sources: readonly { readonly id: string }[] };
}

let api: ApiUnderTest;
beforeAll(async () => {
  api = await runApi({ POLICY_SEED: 'catalogue' });
});
afterAll(() => api.remove());

const counted = async (date: string, filter: string, more = '') =>
  (
    await api.ask(
      `{ stateAsOf(date: "${date}"${more}, first: 200, filter: ${filter}) { counts { inForce possible } readings { edges { node { slot status certainty projected value { ... on QuantityValue { amount } ... on RateValue { ratePercent } } } } } } }`,
    )
  ).data.stateAsOf;
// biome-ignore lint/suspicious/noExplicitAny: an answer's nodes.
const nodes = (state: any): any[] => state.readings.edges.map(({ node }: any) => node);
const members = async (date: string) =>
  nodes(await counted(date, '{ subjects: ["membership/alba"], statuses: [IN_FORCE] }')).filter(({ slot }) =>
    /^membership\/alba\/[A-Z]{3}$/.test(slot),
  );

it('has nine ALBA members on 2010-01-11, five of them possible, and eight two days later', async () => {
  expect(await members('2010-01-11')).toHaveLength(9);
  expect((await members('2010-01-11')).filter(({ certainty }) => certainty === 'POSSIBLE')).toHaveLength(5);
  expect(await members('2010-01-13')).toHaveLength(8);
});

it('is at round 4 of the NAFTA renegotiation on 2017-11-01 and at round 7 on 2018-03-21', async () => {
  const round = async (date: string) =>
    nodes(await counted(date, '{ subjects: ["negotiation/nafta-renegotiation"] }')).find(({ slot }) =>
      slot.endsWith('#round'),
    )?.value.amount;
  expect([await round('2017-11-01'), await round('2018-03-21')]).toEqual([4, 7]);
});

it('lists at least seven expectations of paper 000 on the day it was written', async () => {
  const { data } = await api.ask(
    '{ upcoming(date: "2018-03-21", knownAt: "2018-03-21", withinDays: 1500) { date firmness event { sources { id } } } }',
  );
  expect(
    data.upcoming.filter(({ event }: Cited) =>
      event.sources.some(({ id }: { id: string }) => id === 'paper-000'),
    ).length,
  ).toBeGreaterThanOrEqual(7);
});

it('tells coverage per topic', async () => {
  const { data } = await api.ask(
    '{ coverage { topic title { en ja } coveredThrough sources { source completeFrom completeThrough } } }',
  );
  expect(data.coverage.find(({ topic }: { topic: string }) => topic === 'nafta-renegotiation')).toMatchObject(
    { coveredThrough: '2020-07-01', sources: [{ source: 'paper-000' }, { source: 'us-official-record' }] },
  );
});

it('answers its largest page within the cost limit', async () => {
  const { errors, extensions } = await api.ask(
    '{ stateAsOf(date: "2018-03-21", first: 200) { readings { edges { node { slot status certainty projected validFrom validUntil value { __typename } subject { id title { en ja } } decidedBy { id title { en ja } sources { id title { en ja } where } } because { verb event { id title { en ja } } } } } } } }',
  );
  expect(errors).toBeUndefined();
  expect(extensions?.cost).toBeLessThan(60_000);
});
