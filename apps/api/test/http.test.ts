import { spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PACK_FORMAT, readWirePack } from '@policy-timeline/domain';
import { expect, it } from 'vitest';
import { ConfigurationFault, readConfiguration } from '../src/configuration.js';
import { builtSchema, printed } from '../src/graphql/printed-schema.js';
import { APPEND, appendJapanTariff, ordered, STREAM } from './japan-tariff.js';
import { runApi } from './running-api.js';

it('serves health, the pack, and a page for people', async () => {
  const api = await runApi();
  const { basis } = await appendJapanTariff(api);
  expect(await (await fetch(`${api.url}/healthz`)).json()).toMatchObject({
    status: 'ok',
    position: 3,
    log: { kind: 'sqlite', durable: true },
    damaged: false,
  });
  expect((await fetch(`${api.url}/readyz`)).status).toBe(200);

  const pack = await fetch(`${api.url}/pack?position=2`);
  const tag = `"${basis}/${PACK_FORMAT}"`;
  expect(pack.headers.get('cache-control')).toContain('immutable');
  expect(pack.headers.get('etag')).toBe(tag);
  expect(pack.headers.get('content-encoding')).toBe('gzip');
  expect(readWirePack(new Uint8Array(await pack.arrayBuffer()))).toMatchObject({
    format: PACK_FORMAT,
    position: 2,
  });
  const texts = await fetch(`${api.url}/pack?part=texts&lang=ja&position=2`);
  expect(texts.headers.get('cache-control')).toContain('immutable');
  expect(await texts.json()).toMatchObject({ position: 2, language: 'ja' });
  expect((await fetch(`${api.url}/pack?position=2`, { headers: { 'if-none-match': tag } })).status).toBe(304);
  expect((await fetch(`${api.url}/pack`)).headers.get('cache-control')).toContain('no-cache');
  expect(await (await fetch(`${api.url}/pack?position=99`)).json()).toMatchObject({
    errors: [{ extensions: { code: 'UNKNOWN_BASIS' } }],
  });
  expect((await fetch(`${api.url}/pack?format=${PACK_FORMAT}&position=2`)).status).toBe(200);
  // A page of the release before asks again for what it could not read.
  expect(await (await fetch(`${api.url}/pack?format=${PACK_FORMAT - 1}&position=2`)).json()).toMatchObject({
    errors: [
      { message: expect.stringContaining(`write ${PACK_FORMAT}`), extensions: { code: 'INVALID_INPUT' } },
    ],
  });

  const page = await fetch(api.url, { headers: { accept: 'text/html' } });
  expect([page.url, page.headers.get('content-type')]).toEqual([
    `${api.url}/graphql`,
    'text/html; charset=utf-8',
  ]);
  expect(await page.text()).not.toMatch(/(src|href)="(https?:)?\/\//);
  expect((await fetch(`${api.url}/graphql?query={coverage{topic}}`)).status).toBe(200);
  expect(await (await fetch(`${api.url}/nowhere`)).json()).toMatchObject({
    errors: [{ extensions: { code: 'INVALID_INPUT' } }],
  });
  expect(statSync(join(api.folder, 'editor.key')).mode & 0o777).toBe(0o600);
  await api.remove();
});

it('tells a throttled caller when to come again', async () => {
  const api = await runApi({ POLICY_RATE_LIMIT: '2' });
  await api.ask('{ coverage { topic } }');
  await api.ask('{ coverage { topic } }');
  const answer = await api.post('{"query":"{ coverage { topic } }"}');
  expect([answer.status, Number(answer.headers.get('retry-after')) > 0]).toEqual([429, true]);
  expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
  expect((await fetch(`${api.url}/healthz`)).status).toBe(200);
  await api.remove();
});

it('counts the readers behind a proxy of this machine one by one', async () => {
  const api = await runApi({ POLICY_RATE_LIMIT: '1' });
  const from = (address: string) =>
    api.post('{"query":"{ coverage { topic } }"}', { 'x-forwarded-for': address });
  const statuses = [await from('192.0.2.1'), await from('192.0.2.2'), await from('192.0.2.1')];
  expect(statuses.map(({ status }) => status)).toEqual([200, 200, 429]);
  await api.remove();
});

it('serves what is intact of a damaged log, refuses to write, and says so', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'policy-damage-'));
  const first = await runApi({}, folder);
  await appendJapanTariff(first);
  await first.close();
  const file = join(folder, 'policy-timeline.sqlite');
  const at = readFileSync(file).indexOf('Paused for 90 days');
  writeSync(openSync(file, 'r+'), 'P', at + 1);

  const api = await runApi({}, folder);
  const health = await fetch(`${api.url}/healthz`);
  const told = await health.text();
  expect([health.status, JSON.parse(told)]).toMatchObject([
    503,
    { damaged: true, position: 0, sentence: expect.stringContaining('position 1') },
  ]);
  // Anybody may ask: where the file lies is said to operators alone.
  expect(told).not.toContain(folder);
  expect((await api.ask('{ event(id: "order") { position } }')).data.event).toEqual({ position: 0 });
  const answer = await api.write(APPEND, {
    input: {
      idempotencyKey: 'x',
      expected: [{ stream: STREAM, revision: 0 }],
      events: [{ ...ordered, id: 'x' }],
    },
  });
  expect(answer.errors).toMatchObject([
    {
      message: expect.stringMatching(/^The log is damaged at position 1: /),
      extensions: { code: 'STORE_DAMAGED' },
    },
  ]);
  expect(JSON.stringify(answer)).not.toContain(folder);
  await api.close();
  rmSync(folder, { recursive: true });
});

it('has its schema in the repository as it is', async () => {
  expect(readFileSync(join(import.meta.dirname, '../schema.graphql'), 'utf8')).toBe(
    printed(await builtSchema()),
  );
});

it.each([
  [{ API_PORT: 'http' }, 'API_PORT'],
  [{ POLICY_LOG_URL: 'kurrentdb://u:p@localhost:2113?tsl=true' }, 'the option "tsl" is not known'],
  [{ POLICY_LOG_URL: 'redis:' }, 'POLICY_LOG_URL'],
  [{ POLICY_JWKS_URL: 'https://id.example.org/jwks.json' }, 'POLICY_JWT_ISSUER'],
  [{ POLICY_DATA_DIR: '/dev/null/none' }, 'POLICY_DATA_DIR'],
  [{ POLICY_TRUSTED_PROXIES: 'loopback, everyone' }, 'POLICY_TRUSTED_PROXIES'],
  [{ POLICY_DRAIN_SECONDS: 'soon' }, 'POLICY_DRAIN_SECONDS'],
])('refuses the configuration %j', (environment, hint) => {
  expect(() => readConfiguration(environment as Record<string, string>)).toThrow(ConfigurationFault);
  expect(() => readConfiguration(environment as Record<string, string>)).toThrow(hint);
});

it('ends with code 1 and one sentence when it cannot start', () => {
  const { status, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, '../dist/main.js')], {
    env: { API_PORT: 'x' },
    encoding: 'utf8',
  });
  expect([status, stderr.trim().split('\n')]).toEqual([1, [expect.stringContaining('API_PORT')]]);
});
