import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { runApi } from './running-api.js';

const QUESTION = JSON.stringify({ query: '{ coverage { topic } }' });

it('finishes an answer that had begun when the server was asked to stop', async () => {
  const api = await runApi();
  const socket = connect(Number(new URL(api.url).port), '127.0.0.1');
  let told = '';
  socket.setEncoding('utf8').on('data', (text) => (told += text));
  await once(socket, 'connect');
  socket.write(
    `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${QUESTION.length}\r\n\r\n${QUESTION.slice(0, 10)}`,
  );
  await new Promise((resolve) => setTimeout(resolve, 100));

  const closed = api.remove();
  await expect(fetch(`${api.url}/readyz`)).rejects.toThrow();
  socket.write(QUESTION.slice(10));
  await once(socket, 'close');
  expect(told).toContain('HTTP/1.1 200 OK');
  expect(told).toContain('"coverage":[]');
  await closed;
});

it('says that it is not ready, and goes on answering, while a balancer looks away', async () => {
  const api = await runApi({ POLICY_DRAIN_SECONDS: '1' });
  expect((await fetch(`${api.url}/readyz`)).status).toBe(200);
  const closed = api.remove();
  const ready = await fetch(`${api.url}/readyz`);
  expect([ready.status, await ready.json()]).toMatchObject([503, { status: 'stopping' }]);
  const answer = await api.post(QUESTION);
  expect([answer.status, answer.headers.get('connection')]).toEqual([200, 'close']);
  await closed;
  await expect(api.post(QUESTION)).rejects.toThrow();
});

it('ends subscriptions when it stops, so that their readers come back elsewhere', async () => {
  const api = await runApi();
  const stream = await fetch(`${api.url}/graphql/stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query: 'subscription { eventAppended { id } }' }),
  });
  const read = stream.text();
  await api.remove();
  expect(await read).not.toContain('event: next');
});
