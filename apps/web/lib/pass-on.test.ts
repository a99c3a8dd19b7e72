import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { passOn, passOnAddress } from './pass-on';

let api: Server;
beforeAll(async () => {
  api = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    response.setHeader('content-type', 'text/plain');
    response.setHeader('etag', '"position-1"');
    response.end(`${request.method} ${request.url} ${Buffer.concat(chunks).toString()}`);
  });
  await new Promise<void>((listening) => api.listen(0, '127.0.0.1', listening));
  vi.stubEnv('API_URL', `http://127.0.0.1:${(api.address() as AddressInfo).port}`);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await new Promise((closed) => api.close(closed));
});

const FILE = 'http://localhost/export/state.csv?date=2025-08-20';

it('hands on the answer of a file address', async () => {
  const answer = await passOnAddress(new Request(FILE));
  expect(await answer.text()).toBe('GET /export/state.csv?date=2025-08-20 ');
});

it('answers HEAD with the headers of the file and nothing else', async () => {
  const answer = await passOnAddress(new Request(FILE, { method: 'HEAD' }));
  expect([answer.status, answer.headers.get('etag')]).toEqual([200, '"position-1"']);
  expect(await answer.text()).toBe('');
});

it('hands on what was sent with POST', async () => {
  const answer = await passOn(new Request(FILE, { method: 'POST', body: '{"query":"{x}"}' }), '/graphql');
  expect(await answer.text()).toBe('POST /graphql {"query":"{x}"}');
});

it('reads no further than a question may go, whatever its header says', async () => {
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(stream) {
      sent += 65_536;
      stream.enqueue(new Uint8Array(65_536));
    },
  });
  const init = { method: 'POST', body: endless, duplex: 'half' };
  const answer = await passOn(new Request(FILE, init), '/graphql');
  expect([answer.status, await answer.json()]).toMatchObject([
    413,
    { errors: [{ extensions: { code: 'INVALID_INPUT' } }] },
  ]);
  expect(sent).toBeLessThan(2 * 512 * 1024);
});
