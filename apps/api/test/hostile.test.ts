import { request } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { corpus } from './hostile/corpus.js';
import { complaint, type Way, ways } from './hostile/ways.js';
import { type ApiUnderTest, runApi } from './running-api.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await runApi();
});
afterAll(() => api.remove());

const QUICK_MS = 50;
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

it('has a corpus worth the name', () => {
  expect(corpus.length).toBeGreaterThanOrEqual(60);
  expect(new Set(corpus.map(({ name }) => name)).size).toBe(corpus.length);
});

describe.each(Object.keys(ways) as Way[])('by %s', (way) => {
  it(`every hostile document is refused with a code, within ${QUICK_MS} ms`, async () => {
    const complaints: string[] = [];
    for (const hostile of corpus) {
      const refusal = await ways[way](api, hostile);
      const why = complaint(refusal);
      if (why) complaints.push(`${hostile.name}: ${why}`);
      // A pause of the machine or of the collector is no fault of the document: it must be slow again.
      let { took } = refusal;
      for (let i = 0; i < 2 && took > QUICK_MS; i++)
        took = Math.min(took, (await ways[way](api, hostile)).took);
      if (took > QUICK_MS) complaints.push(`${hostile.name}: ${took.toFixed(0)} ms`);
    }
    expect(complaints).toEqual([]);
  });

  it('nothing is written', async () => {
    const query =
      'mutation { voidEvent(input: { idempotencyKey: "a", expected: [], target: "b", reason: { en: "c", ja: "d" } }) { userErrors { code } } }';
    const answer = await ways[way](api, { name: 'mutation', query });
    expect(complaint(answer)).toBeNull();
    expect(answer.body).toMatch(way === 'POST' ? /UNAUTHENTICATED/ : /INVALID_INPUT/);
  });
});

it('keeps nothing of it in memory', async () => {
  const heapMb = (): number => {
    collect();
    return process.memoryUsage().heapUsed / 1024 / 1024;
  };
  const before = heapMb();
  for (const way of [ways.POST, ways['SSE by POST']]) for (const hostile of corpus) await way(api, hostile);
  expect(heapMb() - before).toBeLessThan(50);
});

// biome-ignore lint/suspicious/noExplicitAny: an answer of any shape.
const bodyOf = (response: Response): Promise<any> => response.json() as Promise<any>;
const question = '{ stateAsOf(date: "2025-05-01") { basis } }';

it('says what to send where a request holds no operation', async () => {
  const said = async (answer: Response) => (await bodyOf(answer)).errors[0].message;
  expect(await said(await api.post(JSON.stringify([{ query: question }])))).toContain('one by one');
  expect(await said(await api.post('{}'))).toContain('{ "query": "…" }');
  expect(await said(await fetch(`${api.url}/graphql?query=`))).toContain('?query=…');
  expect(await said(await fetch(`${api.url}/graphql`, { method: 'PUT', body: '{}' }))).toContain('POST');
});

it('takes no batch, no large body, no broken JSON and no form', async () => {
  const batch = await api.post(JSON.stringify([{ query: question }, { query: question }]));
  expect([batch.status, (await bodyOf(batch)).errors[0].extensions.code]).toEqual([400, 'INVALID_INPUT']);
  const large = await api.post(JSON.stringify({ query: question, extra: 'x'.repeat(300_000) }));
  expect([large.status, (await bodyOf(large)).errors[0].extensions.code]).toEqual([413, 'INVALID_INPUT']);
  const broken = await api.post('{"query":');
  expect([broken.status, (await bodyOf(broken)).errors[0].extensions.code]).toEqual([400, 'INVALID_INPUT']);
  const nested = await api.post(
    `{"query":"{ __typename }","variables":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
  );
  expect(nested.status).toBeLessThan(500);
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=a']) {
    const form = await api.post(`query=${question}`, { 'content-type': type });
    expect([form.status, (await bodyOf(form)).errors[0].extensions.code]).toEqual([400, 'INVALID_INPUT']);
  }
});

it('opens no WebSocket', async () => {
  const { hostname, port } = new URL(api.url);
  for (const path of ['/graphql', '/graphql/stream', '/']) {
    const upgraded = await new Promise<boolean>((resolve) => {
      const headers = {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
        'sec-websocket-protocol': 'graphql-transport-ws',
      };
      const asked = request({ hostname, port, path, headers }, (response) => {
        response.resume();
        resolve(response.statusCode === 101);
      });
      asked.on('upgrade', (_response, socket) => {
        socket.destroy();
        resolve(true);
      });
      asked.on('error', () => resolve(false));
      asked.end();
    });
    expect(upgraded, path).toBe(false);
  }
});

it('runs only the documents known in advance, where it is told so, on every way', async () => {
  const { mkdtempSync, writeFileSync } = await import('node:fs');
  const { join } = await import('node:path');
  const { tmpdir } = await import('node:os');
  const file = join(mkdtempSync(join(tmpdir(), 'policy-trusted-')), 'documents.json');
  writeFileSync(file, JSON.stringify({ state: question, follow: 'subscription { eventAppended { id } }' }));
  const strict = await runApi({ POLICY_TRUSTED_DOCUMENTS: file });
  const known = await fetch(`${strict.url}/graphql?documentId=state`);
  expect([known.status, known.headers.get('cache-control')]).toEqual([200, 'public, no-cache']);
  expect((await bodyOf(known)).data.stateAsOf).toHaveProperty('basis');
  expect((await strict.ask(question)).data.stateAsOf).toHaveProperty('basis');
  expect(
    (await bodyOf(await strict.post(JSON.stringify({ documentId: 'state' })))).data.stateAsOf,
  ).toHaveProperty('basis');
  const stream = await fetch(`${strict.url}/graphql/stream?documentId=follow`, {
    headers: { accept: 'text/event-stream' },
  });
  expect(stream.status).toBe(200);
  await stream.body?.cancel();
  const other = { name: 'other', query: '{ coverage { topic } }' };
  for (const way of ['POST', 'GET', 'SSE by POST', 'SSE by GET'] as const) {
    const refused = await ways[way](strict, other);
    expect([refused.status, refused.body], way).toEqual([403, expect.stringContaining('"FORBIDDEN"')]);
  }
  expect((await fetch(`${strict.url}/graphql?documentId=nothing`)).status).toBe(403);
  await strict.remove();
  expect((await fetch(`${api.url}/graphql?documentId=state`)).status).toBe(400);
  await expect(runApi({ POLICY_TRUSTED_DOCUMENTS: '/nowhere.json' })).rejects.toThrow(
    'POLICY_TRUSTED_DOCUMENTS',
  );
});
