import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiUnderTest, runApi } from './running-api.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await runApi();
});
afterAll(() => api.remove());

const state = 'stateAsOf(date: "2025-05-01")';
const deep = (n: number): string =>
  n === 0 ? '{ id }' : `{ decidedBy { id } subject { readings ${deep(n - 1)} } }`;
const introspection = (n: number): string =>
  n === 0 ? '{ name }' : `{ fields { type ${introspection(n - 1)} } }`;

/** Name, document, variables. */
const corpus: readonly [string, string, object?][] = [
  ['depth', `{ subject(id: "x") { readings ${deep(12)} } }`],
  ['alias flood', `{ ${Array.from({ length: 200 }, (_, i) => `a${i}: ${state} { basis }`).join(' ')} }`],
  ['directive flood', `{ ${state} { basis ${'@skip(if: false) '.repeat(100)} } }`],
  ['unknown directive flood', `{ ${state} { basis ${'@a '.repeat(100)} } }`],
  ['token flood', `{ ${'__typename '.repeat(20_000)} }`],
  [
    'fragment cycle',
    `{ ${state} { ...A } } fragment A on PolicyState { ...B } fragment B on PolicyState { ...A }`,
  ],
  ['own fragment cycle', `{ ${state} { ...A } } fragment A on PolicyState { ...A basis }`],
  [
    'fragment bomb',
    `{ ${state} { ...F0 } } ${Array.from({ length: 40 }, (_, i) => `fragment F${i} on PolicyState { ...F${i + 1} ...F${i + 1} }`).join(' ')} fragment F40 on PolicyState { basis }`,
  ],
  [
    'cost by variable',
    `query ($n: Int!) { ${Array.from({ length: 12 }, (_, i) => `a${i}: events(first: $n) { edges { node { id sources { id title { en ja } } effects { slot terms { include { hs } } } } } }`).join(' ')} }`,
    { n: 2_000_000_000 },
  ],
  [
    'negative page by variable',
    'query ($n: Int!) { events(first: $n) { edges { node { id } } } }',
    { n: -5 },
  ],
  ['deep introspection', `{ __schema { types ${introspection(12)} } }`],
  ['several operations, none named', `query A { ${state} { basis } } query B { ${state} { basis } }`],
  ['no operation', 'fragment A on PolicyState { basis }'],
  ['empty', ''],
  ['a type instead of a query', 'type A { b: Int }'],
  ['null date', 'query ($d: Date!) { stateAsOf(date: $d) { basis } }', { d: null }],
  [
    'prototype in variables',
    'query ($f: ReadingFilter) { stateAsOf(date: "2025-05-01", filter: $f) { basis } }',
    { f: JSON.parse('{"__proto__": {"a": 1}, "constructor": 1}') },
  ],
];

const accepts: Record<string, string> = { accept: 'text/event-stream', 'content-type': 'application/json' };
const ways: Record<string, (query: string, variables?: object) => Promise<Response>> = {
  POST: (query, variables) => api.post(JSON.stringify({ query, variables })),
  GET: (query, variables) =>
    fetch(`${api.url}/graphql?${new URLSearchParams({ query, variables: JSON.stringify(variables ?? {}) })}`),
  SSE: (query, variables) =>
    fetch(`${api.url}/graphql/stream`, {
      method: 'POST',
      headers: accepts,
      body: JSON.stringify({ query, variables }),
    }),
};

describe.each(Object.keys(ways))('by %s', (way) => {
  it.each(corpus.map(([name, query, variables]) => ({ name, query, variables })))(
    '$name is refused quickly, with a code',
    async ({ query, variables }) => {
      const began = performance.now();
      const answer = await (ways[way] as (query: string, variables?: object) => Promise<Response>)(
        query,
        variables,
      );
      const body = await answer.text();
      const took = performance.now() - began;
      expect(answer.status).toBeLessThan(500);
      // Node itself refuses addresses beyond 16 kB before we see them.
      if (answer.status !== 431) {
        expect(body).toMatch(
          /"code":"(TOO_COMPLEX|INVALID_INPUT|INVALID_DATE|INVALID_PAGE_SIZE)"|must provide|POST body missing|Missing query/i,
        );
        expect(body).not.toMatch(/node_modules|INTERNAL|stack/);
      }
      expect(took).toBeLessThan(1_000);
    },
  );

  it('does not write', async () => {
    const query =
      'mutation { voidEvent(input: { idempotencyKey: "a", expected: [], target: "b", reason: { en: "c", ja: "d" } }) { userErrors { code } } }';
    const answer = await (ways[way] as (query: string) => Promise<Response>)(query);
    expect(answer.status).toBeLessThan(500);
    expect(await answer.text()).toMatch(
      way === 'POST' ? /UNAUTHENTICATED/ : /INVALID_INPUT|GET requests only support query/,
    );
  });
});

// biome-ignore lint/suspicious/noExplicitAny: an answer of any shape.
const bodyOf = (response: Response): Promise<any> => response.json() as Promise<any>;

it('takes no batch, no large body, no broken JSON and no form', async () => {
  const batch = await api.post(
    JSON.stringify([{ query: `{ ${state} { basis } }` }, { query: `{ ${state} { basis } }` }]),
  );
  expect([batch.status, (await bodyOf(batch)).errors[0].extensions.code]).toEqual([400, 'INVALID_INPUT']);
  const large = await api.post(
    JSON.stringify({ query: `{ ${state} { basis } }`, extra: 'x'.repeat(300_000) }),
  );
  expect([large.status, (await bodyOf(large)).errors[0].extensions.code]).toEqual([413, 'INVALID_INPUT']);
  const broken = await api.post('{"query":');
  expect([broken.status, (await bodyOf(broken)).errors[0].extensions.code]).toEqual([400, 'INVALID_INPUT']);
  const nested = await api.post(
    `{"query":"{ __typename }","variables":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
  );
  expect(nested.status).toBeLessThan(500);
  const form = await api.post(`query={${state}{basis}}`, { 'content-type': 'text/plain' });
  expect(form.status).toBe(400);
});
