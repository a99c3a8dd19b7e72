import { afterAll, beforeAll, expect, it } from 'vitest';
import { appendJapanTariff, SLOT } from '../../../test/japan-tariff.js';
import { type ApiUnderTest, runApi } from '../../../test/running-api.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await runApi();
  await appendJapanTariff(api);
});
afterAll(() => api.remove());

const reading = async (date: string, more = '') => {
  const { data } = await api.ask(
    `{ stateAsOf(date: "${date}"${more}) { knownAt counts { total inForce suspended } readings { totalCount edges { node { slot status projected certainty value { ... on RateValue { ratePercent rateBasis } } decidedBy { id sources { id } } insteadOf { verb event { id } } } } } } }`,
  );
  return data.stateAsOf;
};

it.each([
  ['2025-04-06', '', 'IN_FORCE', 24, 'order'],
  ['2025-05-01', '', 'SUSPENDED', 10, 'pause'],
  ['2025-05-01', ', knownAt: "2025-04-05"', 'IN_FORCE', 24, 'order'],
  ['2025-07-20', ', knownAt: "2025-05-30"', 'IN_FORCE', 24, 'order'],
  ['2025-04-03', '', 'SCHEDULED', 24, 'order'],
])(
  'on %s%s the tariff on Japan reads %s, %d percent, by the %s',
  async (date, more, status, ratePercent, event) => {
    expect((await reading(date, more)).readings.edges[0].node).toMatchObject({
      slot: SLOT,
      status,
      value: { ratePercent, rateBasis: 'TOTAL' },
      decidedBy: { id: event, sources: [{ id: 'notice' }] },
    });
  },
);

it('says that the end of a pause is the plan, not what happened', async () => {
  expect((await reading('2025-07-20', ', knownAt: "2025-05-30"')).readings.edges[0].node).toMatchObject({
    projected: true,
    certainty: 'CERTAIN',
    insteadOf: [{ verb: 'RAN_OUT', event: { id: 'pause' } }],
  });
});

it('leaves out what is not in force, unless asked for', async () => {
  expect((await reading('2025-04-03', ', asLived: true')).readings.totalCount).toBe(1);
  expect((await reading('2025-04-01', ', asLived: true')).readings.totalCount).toBe(0);
  const asked = await reading('2025-04-01', ', asLived: true, filter: { statuses: [NOT_IN_FORCE] }');
  expect(asked.readings.edges).toMatchObject([{ node: { status: 'NOT_IN_FORCE', decidedBy: null } }]);
  expect(asked.counts.total).toBe(1);
});

it('answers the same anywhere inside the intervals it returns, and otherwise beyond them', async () => {
  const answer = async (date: string, knownAt: string) =>
    (
      await api.ask(
        `{ stateAsOf(date: "${date}", knownAt: "${knownAt}") { validInterval { from until } knownInterval { from until } readings { edges { node { status projected certainty value { ... on RateValue { ratePercent } } decidedBy { id } } } } } }`,
      )
    ).data.stateAsOf;
  const here = await answer('2025-05-01', '2025-05-10');
  expect(here.validInterval).toEqual({ from: '2025-04-09', until: '2025-05-11' });
  expect((await answer('2025-04-09', '2025-05-10')).readings).toEqual(here.readings);
  expect((await answer('2025-05-10', '2025-05-10')).readings).toEqual(here.readings);
  expect((await answer('2025-05-11', '2025-05-10')).readings).not.toEqual(here.readings);
  expect(here.knownInterval).toEqual({ from: '2025-05-01', until: null });
  expect((await answer('2025-05-01', '2025-04-30')).readings).not.toEqual(here.readings);
});

it('filters by partner, family and text in either width', async () => {
  expect(
    (await reading('2025-05-01', ', filter: { partners: ["JPN"], families: [TARIFF], text: "ＰＡＵＳＥＤ" }'))
      .readings.totalCount,
  ).toBe(1);
  expect((await reading('2025-05-01', ', filter: { partners: ["DEU"] }')).readings.totalCount).toBe(0);
});
