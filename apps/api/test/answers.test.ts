import { afterAll, beforeAll, expect, it } from 'vitest';
import { APPEND, appendJapanTariff, ordered } from './japan-tariff.js';
import { type ApiUnderTest, runApi } from './running-api.js';

let api: ApiUnderTest;
let basis: string;
beforeAll(async () => {
  api = await runApi();
  ({ basis } = await appendJapanTariff(api));
});
afterAll(() => api.remove());

const get = (query: string, headers: Record<string, string> = {}) =>
  fetch(`${api.url}/graphql?${new URLSearchParams({ query })}`, { headers });
const state = (more = '') =>
  `{ stateAsOf(date: "2025-05-01"${more}) { counts { total inForce suspended } } }`;

it('tells caches that an answer with a basis holds for ever, and any other only until asked again', async () => {
  const settled = await get(state(`, basis: "${basis}"`));
  expect(settled.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(settled.headers.get('x-basis')).toBe(basis);
  const newest = await get(state());
  expect(newest.headers.get('cache-control')).toBe('public, no-cache');
  const half = await get(
    `{ a: stateAsOf(date: "2025-05-01", basis: "${basis}") { basis } coverage { topic } }`,
  );
  expect(half.headers.get('cache-control')).toBe('public, no-cache');
  const posted = await api.post(JSON.stringify({ query: state() }));
  expect([posted.headers.get('cache-control'), posted.headers.get('etag')]).toEqual(['no-store', null]);
  const refused = await get('{ stateAsOf(date: "2025-02-30") { basis } }');
  expect([refused.status, refused.headers.get('cache-control')]).toEqual([400, 'no-store']);
});

it('answers 304 to a reader who has the answer, until the log grows', async () => {
  const tag = (await get(state())).headers.get('etag') as string;
  const again = await get(state(), { 'if-none-match': `"other", ${tag}` });
  expect([again.status, await again.text()]).toEqual([304, '']);
  const settledTag = (await get(state(`, basis: "${basis}"`))).headers.get('etag') as string;
  const before = await (await get(state(`, basis: "${basis}"`))).text();

  const later = {
    ...ordered,
    id: 'second',
    topic: 'other',
    effects: [{ ...ordered.effects[0], slot: 'tariff/us/reciprocal/KOR' }],
  };
  const { data } = await api.write(APPEND, {
    input: { idempotencyKey: 'second', expected: [{ stream: ordered.stream, revision: 1 }], events: [later] },
  });
  expect(data.appendEvents.userErrors).toEqual([]);

  const grown = await get(state(), { 'if-none-match': tag });
  expect(grown.status).toBe(200);
  expect(await grown.json()).toMatchObject({ data: { stateAsOf: { counts: { total: 2 } } } });
  expect(await (await get(state(`, basis: "${basis}"`))).text()).toBe(before);
  expect((await get(state(`, basis: "${basis}"`), { 'if-none-match': settledTag })).status).toBe(304);
});

it('gives a repeated question the same bytes: worked out, compiled, kept', async () => {
  const [keeping, forgetful] = [await runApi(), await runApi({ POLICY_CACHE_MB: '0' })];
  await appendJapanTariff(keeping);
  await appendJapanTariff(forgetful);
  const query =
    'query ($date: Date!) { stateAsOf(date: $date) { readings { edges { cursor node { slot status because { verb event { id } } } } } } }';
  for (const date of ['2025-04-06', '2025-05-01', '2025-08-01']) {
    const answers = new Set<string>();
    for (const { post } of [forgetful, forgetful, forgetful, keeping, keeping])
      answers.add(
        /"data":.*(?=,"extensions")/.exec(
          await (await post(JSON.stringify({ query, variables: { date } }))).text(),
        )?.[0] ?? '',
      );
    expect(answers.size, date).toBe(1);
  }
  await keeping.remove();
  await forgetful.remove();
});
