import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { realisticLog } from '@policy-timeline/domain/testing';
import { openSqliteEventStore } from '@policy-timeline/event-store';
import { expect, it } from 'vitest';

const EVENTS = 20_000;
const program = join(import.meta.dirname, '../dist/main.js');

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** A log that takes a while to read, with streams that only append. */
async function longLog(folder: string): Promise<number> {
  const store = await openSqliteEventStore({ file: join(folder, 'policy-timeline.sqlite') });
  const records = [...realisticLog({ events: EVENTS, slots: 2_000 })];
  for (let first = 0; first < records.length; first += 1_000)
    await store.append([
      {
        stream: `batch-${first}`,
        expected: 'none',
        events: records.slice(first, first + 1_000).map(({ event }) => event),
      },
    ]);
  await store.close();
  return records.length;
}

it('a server that reads a long log says how far it is, lets nobody in, and stops when it is asked to', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'policy-start-'));
  const count = await longLog(folder);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const start = () =>
    spawn(process.execPath, [program], {
      env: {
        API_PORT: String(port),
        POLICY_DATA_DIR: folder,
        POLICY_SEED: 'none',
        POLICY_DRAIN_SECONDS: '30',
        LOG_LEVEL: 'silent',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  const child = start();
  let said = '';
  child.stdout.on('data', (text) => (said += text));
  const ended = once(child, 'exit');
  let starting: { status: string; starting: { stage: string; read: number; of: number } } | undefined;
  while (!starting) {
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.status === 200) throw new Error('The log was read before anybody could ask.');
    if (answer) starting = (await answer.json()) as typeof starting;
  }
  expect(starting).toMatchObject({ status: 'starting', starting: { of: count } });
  const refused = await fetch(`${url}/graphql?query={coverage{topic}}`);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
  expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'STORE_UNAVAILABLE' } }] });
  expect((await fetch(`${url}/healthz`)).status).toBe(200);

  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  expect(said).not.toContain('answers at');

  const again = start();
  for await (const text of again.stdout) if (String(text).includes('answers at')) break;
  expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ status: 'ready', position: count - 1 });
  const gone = once(again, 'exit');
  again.kill('SIGKILL');
  await gone;
  rmSync(folder, { recursive: true });
}, 60_000);
