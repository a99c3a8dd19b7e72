import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { appendJapanTariff } from './japan-tariff.js';
import { runApi } from './running-api.js';

const program = join(import.meta.dirname, '../dist/main.js');

it('tells Prometheus what was answered and how, where the log stands, and how large the index is', async () => {
  const api = await runApi();
  await appendJapanTariff(api);
  const counts = 'query Counts($d: Date!) { stateAsOf(date: $d) { counts { total } } }';
  for (const d of ['2025-05-01', '2025-05-02', '2025-05-03', '2025-05-03']) await api.ask(counts, { d });
  await api.ask('query Counts { nothing }');
  // A caller's own words never become a hundred thousand lines.
  for (let i = 0; i < 150; i++) await api.ask(`query Name${i} { __typename }`);

  const text = await (await fetch(`${api.url}/metrics`)).text();
  const value = (line: string): number | undefined => {
    const found = text.split('\n').find((one) => one.startsWith(`${line} `));
    return found === undefined ? undefined : Number(found.slice(line.length + 1));
  };
  expect(value('policy_requests_total{how="run",operation="Counts"}')).toBe(2);
  expect(value('policy_requests_total{how="known",operation="Counts"}')).toBe(1);
  expect(value('policy_requests_total{how="kept",operation="Counts"}')).toBe(1);
  expect(value('policy_requests_total{how="refused",operation="none"}')).toBe(1);
  expect(text.split('\n').filter((line) => line.startsWith('policy_requests_total')).length).toBeLessThan(
    120,
  );
  expect(value('policy_log_position')).toBe(3);
  expect(value('policy_projection_position')).toBe(3);
  expect(value('policy_projection_lag')).toBe(0);
  expect(value('policy_index_slots')).toBe(1);
  expect(value('policy_index_events')).toBe(3);
  expect(value('policy_request_cost_count')).toBeGreaterThanOrEqual(3);
  // Every figure that the dashboard shows is one that is told.
  const dashboard = readFileSync(
    new URL('../../../infra/grafana/dashboards/api.json', import.meta.url),
    'utf8',
  );
  for (const [name] of dashboard.matchAll(/policy_[a-z0-9_]+/g))
    if (name !== 'policy_faults_total') expect(text, name).toContain(`\n${name}`);
  await api.remove();
});

it('sends spans to the collector that is named, and logs operations without variables or tokens', async () => {
  const spans: string[] = [];
  const collector = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      spans.push(`${request.url} ${body}`);
      response.end('{}');
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => collector.once('listening', resolve));
  const folder = mkdtempSync(join(tmpdir(), 'policy-telemetry-'));
  const child = spawn(process.execPath, [program], {
    env: {
      API_PORT: '0',
      POLICY_DATA_DIR: folder,
      POLICY_SEED: 'none',
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(collector.address() as AddressInfo).port}`,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (text) => {
    said += text;
  });
  await expect
    .poll(() => /answers at (http:\S+)\/graphql/.exec(said)?.[1], { timeout: 20_000 })
    .toBeDefined();
  const url = /answers at (http:\S+)\/graphql/.exec(said)?.[1];
  const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
  const ask = (address: string, options: RequestInit) =>
    fetch(address, {
      ...options,
      headers: {
        'content-type': 'application/json',
        authorization: 'Bearer very-secret-token',
        traceparent: `00-${traceId}-00f067aa0ba902b7-01`,
      },
    });
  const query = 'query Looked($id: ID!) { event(id: $id) { id } }';
  const posted = await ask(`${url}/graphql`, {
    method: 'POST',
    body: JSON.stringify({ query, variables: { id: 'private-matter' } }),
  });
  expect(posted.headers.get('x-trace-id')).toBe(traceId);
  await ask(`${url}/graphql?${new URLSearchParams({ query, variables: '{"id":"private-matter"}' })}`, {});
  await expect.poll(() => said.split(`"traceId":"${traceId}"`).length - 1, { timeout: 10_000 }).toBe(2);
  child.kill('SIGTERM');
  await new Promise((resolve) => child.once('exit', resolve));
  expect(said).toMatch(/"operation":"Looked".*"cost":\d+.*"position":-1/);
  expect(said).not.toMatch(/private-matter|very-secret-token/);
  expect(spans.length).toBeGreaterThan(0);
  expect(spans[0]).toContain('/v1/traces');
  expect(spans[0]).not.toMatch(/private-matter|very-secret-token/);
  collector.close();
  rmSync(folder, { recursive: true });
}, 60_000);
