import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import type { Response } from './express.js';
import { Outlet, sendEvents } from './send-events.js';

const INIT = { status: 200, statusText: 'OK', headers: { 'content-type': 'text/event-stream' } };
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Serves one body to one reader; gives what the reader sees. */
async function serve(
  body: AsyncGenerator<string, void, undefined>,
  patienceMs: number,
  heartbeatMs?: number,
) {
  const server = createServer((_request, response) => {
    const outlet = new Outlet(response as Response, patienceMs);
    void sendEvents(response as Response, body, INIT, outlet, heartbeatMs);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const reader = await new Promise<import('node:http').IncomingMessage>((resolve) =>
    get({ port, host: '127.0.0.1', agent: false }, resolve),
  );
  return { reader, close: () => server.close() };
}

async function* quiet(until: Promise<string>): AsyncGenerator<string, void, undefined> {
  yield await until;
}

it('says from time to time that it is still there', async () => {
  const end = pause(500).then(() => ':end\n\n');
  const { reader, close } = await serve(quiet(end), 1_000, 20);
  let text = '';
  for await (const chunk of reader) text += chunk;
  expect(text.split(':\n\n').length - 1).toBeGreaterThanOrEqual(2);
  close();
});

it('makes no more for a reader that does not read, and closes it in the end', async () => {
  let made = 0;
  const message = `event: next\ndata: {"data":"${'x'.repeat(64 * 1024)}","extensions":{"position":7}}\n\n`;
  async function* flood(): AsyncGenerator<string, void, undefined> {
    for (; made < 10_000; made++) yield message;
  }
  const { reader, close } = await serve(flood(), 200);
  const closed = new Promise((resolve) => reader.once('close', resolve));
  reader.on('error', () => undefined);
  await pause(150);
  const stopped = made;
  await pause(100);
  // What lies in the buffers of two sockets, and nothing of the other 9,000 messages.
  expect(made).toBe(stopped);
  expect(made).toBeLessThan(1_000);
  reader.resume();
  await closed;
  expect(made).toBeLessThan(1_000);
  close();
});

it('numbers a message by its position', async () => {
  async function* one(): AsyncGenerator<string, void, undefined> {
    yield 'event: next\ndata: {"data":{"t":"\\"extensions\\":{\\"position\\":9}}"},"extensions":{"position":7}}\n\n';
  }
  const { reader, close } = await serve(one(), 1_000);
  let text = '';
  for await (const chunk of reader) text += chunk;
  expect(text).toMatch(/^id: 7\nevent: next\n/);
  close();
});
