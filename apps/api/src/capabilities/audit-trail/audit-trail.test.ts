import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ApiUnderTest, runApi } from '../../../test/running-api.js';

const TRAIL = `query ($first: Int, $after: String) { auditTrail(first: $first, after: $after) {
  edges { cursor node { at operation transport actor role outcome codes idempotencyKey fileName positions traceId } }
  pageInfo { hasNextPage endCursor }
} }`;
const IMPORT = 'mutation ($input: ImportEventsInput!) { importEvents(input: $input) { alreadyRecorded } }';
const file = (fileName: string) => ({ input: { kind: 'OWN_NDJSON', content: '', fileName } });

let api: ApiUnderTest;
beforeAll(async () => {
  api = await runApi({ POLICY_WRITE_LIMIT: '5' });
});
afterAll(() => api.remove());
const trail = async (variables: object = {}) => (await api.write(TRAIL, variables)).data.auditTrail;

it('is empty before anybody wrote', async () => {
  expect(await trail()).toEqual({ edges: [], pageInfo: { hasNextPage: false, endCursor: null } });
});

it('gives every attempt, newest first, page by page', async () => {
  await api.ask(IMPORT, file('nobody'));
  for (const name of ['a', 'b', 'c']) await api.write(IMPORT, file(name));
  const newest = await trail({ first: 3 });
  expect(newest.edges.map(({ node }: { node: { fileName: string } }) => node.fileName)).toEqual([
    'c',
    'b',
    'a',
  ]);
  expect(newest.edges[0].node).toMatchObject({
    operation: 'importEvents',
    transport: 'POST',
    actor: 'editor-key',
    role: 'admin',
    outcome: 'DRAFTED',
    codes: [],
    positions: [],
    traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
  });
  const older = await trail({ first: 3, after: newest.pageInfo.endCursor });
  expect(older).toMatchObject({
    edges: [{ node: { outcome: 'REFUSED', actor: null, codes: ['UNAUTHENTICATED'] } }],
    pageInfo: { hasNextPage: false },
  });
});

it('reads a long trail from its end, and past a line that a crash cut off', async () => {
  const path = join(api.folder, 'audit.ndjson');
  const line = {
    at: '2026-01-01T00:00:00.000Z',
    operation: 'x',
    transport: 'POST',
    actor: 'ü'.repeat(300),
    role: null,
    outcome: 'REFUSED',
  };
  appendFileSync(path, '{"at": "2026-0');
  appendFileSync(
    path,
    `\n${Array.from({ length: 900 }, (_, i) => JSON.stringify({ ...line, operation: `op-${i}` })).join('\n')}\n`,
  );
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page = await trail({ first: 200, after });
    seen.push(...page.edges.map(({ node }: { node: { operation: string } }) => node.operation));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  expect(seen.slice(0, 900)).toEqual(Array.from({ length: 900 }, (_, i) => `op-${899 - i}`));
  expect(seen).toHaveLength(900 + 4);
});

it('is not kept for others, and refuses a strange cursor', async () => {
  const both = `{ auditTrail(first: 1) { edges { cursor } } coverage { topic } }`;
  for (let i = 0; i < 4; i++) expect((await api.write(both)).errors).toBeUndefined();
  expect((await api.ask(both)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect((await api.write(TRAIL, { after: 'x' })).errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
});

it('an actor that writes too often is told when to try again, and reading goes on', async () => {
  const statuses: number[] = [];
  let last: Response | undefined;
  for (let i = 0; i < 4; i++) {
    last = await api.post(JSON.stringify({ query: IMPORT, variables: file('often') }), {
      authorization: `Bearer ${api.key}`,
    });
    statuses.push(last.status);
  }
  expect(statuses).toEqual([200, 200, 429, 429]);
  expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await last?.json()).toMatchObject({
    errors: [{ extensions: { code: 'RATE_LIMITED' }, message: expect.stringContaining('try again in') }],
  });
  expect((await trail({ first: 1 })).edges[0].node).toMatchObject({
    actor: 'editor-key',
    outcome: 'REFUSED',
    codes: ['RATE_LIMITED'],
  });
  expect((await api.write('{ coverage { topic } }')).errors).toBeUndefined();
});
