import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keyFile } from '../src/auth/editor-key.js';
import { makeToken } from '../src/auth/local-token.js';

it('writes no token anywhere, at the most talkative level, whatever goes wrong', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'policy-logs-'));
  const key = 'kkkkkkkkkkkkkkkkkkEyTestKeyThatMustNotAppear0123456789';
  writeFileSync(keyFile(folder), `${key}\n`, { mode: 0o644 });
  const token = await makeToken(key, { role: 'editor', name: 'reiko', days: 1 });
  const server = spawn(process.execPath, [join(import.meta.dirname, '../dist/main.js')], {
    env: { API_PORT: '0', POLICY_DATA_DIR: folder, POLICY_SEED: 'none', LOG_LEVEL: 'trace' },
  });
  let said = '';
  for (const stream of [server.stdout, server.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  const url = await new Promise<string>((resolve, reject) => {
    server.once('exit', () => reject(new Error(said)));
    server.stdout.on('data', () => {
      const found = /answers at (\S+)\/graphql/.exec(said)?.[1];
      if (found) resolve(found);
    });
  });
  const mutation = JSON.stringify({
    query: 'mutation ($i: ImportEventsInput!) { importEvents(input: $i) { alreadyRecorded } }',
    variables: { i: { kind: 'OWN_NDJSON', content: '' } },
  });
  for (const secret of [key, token, `${token}x`]) {
    const headers = {
      authorization: `Bearer ${secret}`,
      'content-type': 'application/json',
      cookie: `t=${secret}`,
    };
    for (const body of [mutation, '{', '{"query": 3}', '{"query":"{ auditTrail { edges { cursor } } }"}'])
      await fetch(`${url}/graphql`, { method: 'POST', body, headers });
    await fetch(`${url}/graphql/stream`, { method: 'POST', body: mutation, headers });
    await fetch(`${url}/nowhere`, { headers });
    await fetch(
      `${url}/graphql?query=${encodeURIComponent('{ coverage { topic } }')}&access_token=${secret}`,
      { headers },
    );
  }
  server.kill('SIGTERM');
  await new Promise((resolve) => server.once('exit', resolve));
  const { mode } = statSync(keyFile(folder));
  const files = readdirSync(folder)
    .filter((name) => name !== 'editor.key')
    .map((name) => readFileSync(join(folder, name)).toString('latin1'));
  rmSync(folder, { recursive: true });
  expect(said.length).toBeGreaterThan(1000);
  for (const text of [said, ...files]) {
    expect(text.includes(key)).toBe(false);
    expect(text.includes(token)).toBe(false);
  }
  expect(mode & 0o777).toBe(0o600);
});
