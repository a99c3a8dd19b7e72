import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ApiUnderTest, runApi } from './running-api.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await runApi({ POLICY_SEED: 'catalogue' });
});
afterAll(() => api.remove());

const clients = new URL('../../../docs/clients/', import.meta.url);
const told = /```text\n([\s\S]*?)```/.exec(readFileSync(new URL('README.md', clients), 'utf8'))?.[1] ?? '';
const run = promisify(execFile);
const printed = async (runtime: string, file: string) =>
  (await run(runtime, [fileURLToPath(new URL(file, clients)), api.url])).stdout;
const isMissing = (runtime: string) => spawnSync(runtime, ['--version']).status !== 0;

it('tells 15 % on top, then 15 % inclusive', () => {
  expect(told).toMatch(/known 2025-08-25: IN_FORCE 15 % ADDITIONAL by \S+\n/);
  expect(told).toMatch(/known 2025-09-05: IN_FORCE 15 % INCLUSIVE by jpn-15\n/);
});

it('urql', async () => expect(await printed(process.execPath, 'urql.ts')).toBe(told));

it('graphql-request', async () => expect(await printed(process.execPath, 'graphql-request.ts')).toBe(told));

it.skipIf(isMissing('python3'))("Python's standard library", async () =>
  expect(await printed('python3', 'python.py')).toBe(told),
);

it.skipIf(isMissing('curl'))('curl', async () => {
  const answers = (await printed('sh', 'curl.sh')).trim().split('\n');
  const values = answers.map(
    (line) => JSON.parse(line).data.stateAsOf.readings.edges[0].node.value as unknown,
  );
  expect(values).toEqual([
    { ratePercent: 15, rateBasis: 'ADDITIONAL' },
    { ratePercent: 15, rateBasis: 'INCLUSIVE' },
  ]);
});
