import { afterAll, beforeAll, expect, it } from 'vitest';
import { appendJapanTariff, SLOT } from '../../../test/japan-tariff.js';
import { type ApiUnderTest, runApi } from '../../../test/running-api.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await runApi();
  await appendJapanTariff(api);
});
afterAll(() => api.remove());

const ids = async (more: string) =>
  (
    await api.ask(
      `{ events${more} { edges { cursor node { id } } totalCount pageInfo { hasNextPage endCursor } } }`,
    )
  ).data.events;
const idsOf = (connection: { edges: { node: { id: string } }[] }) =>
  connection.edges.map(({ node }) => node.id);

it('lists events by the day they begin, page after page', async () => {
  const first = await ids('(first: 2)');
  expect([idsOf(first), first.totalCount, first.pageInfo.hasNextPage]).toEqual([['order', 'pause'], 3, true]);
  const second = await ids(`(first: 2, after: "${first.pageInfo.endCursor}")`);
  expect([idsOf(second), second.pageInfo.hasNextPage]).toEqual([['talks'], false]);
});

it.each([
  ['(filter: { types: ["TariffSuspended"] })', ['pause']],
  ['(filter: { modalities: [PLANNED] })', ['talks']],
  ['(filter: { directions: [TIGHTENING] })', ['order']],
  ['(filter: { sources: ["paper-x"] })', ['talks']],
  ['(filter: { from: "2025-06-15", until: "2025-07-01" })', ['talks']],
  [`(filter: { subjects: ["${SLOT}"] })`, ['order', 'pause']],
  ['(knownAt: "2025-04-08")', ['order']],
])('events%s', async (question, expected) => {
  expect(idsOf(await ids(question))).toEqual(expected);
});
