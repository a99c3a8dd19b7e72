import { FaultInjector } from '@policy-timeline/event-store/kurrent/testing';
import { afterEach, expect, it, vi } from 'vitest';
import { APPEND, ordered, STREAM } from './japan-tariff.js';
import { type ApiUnderTest, runApi } from './running-api.js';

const open: { close(): Promise<void> | void }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function ledger(): Promise<FaultInjector> {
  const injector = await FaultInjector.start();
  open.push({ close: () => injector.stop() });
  return injector;
}

async function apiOn(
  injector: FaultInjector,
  environment: Record<string, string> = {},
): Promise<ApiUnderTest> {
  const api = await runApi({ POLICY_LOG_URL: injector.url(), ...environment });
  open.unshift({ close: () => api.remove() });
  return api;
}

async function appendOrder(api: ApiUnderTest): Promise<string> {
  const { data } = await api.write(APPEND, {
    input: {
      idempotencyKey: 'first',
      expected: [{ stream: STREAM, revision: null }],
      events: [ordered],
    },
  });
  expect(data.appendEvents.userErrors).toEqual([]);
  return data.appendEvents.receipt.basis;
}

const READING = `{ stateAsOf(date: "2025-07-20") { basis } }`;
const get = async (url: string): Promise<[number, string]> => {
  const response = await fetch(url);
  return [response.status, ((await response.json()) as { status: string }).status];
};

it('two replicas on one ledger: what one appends appears at the other, under the same basis', async () => {
  const injector = await ledger();
  const [here, there] = [await apiOn(injector), await apiOn(injector)];
  const basis = await appendOrder(here);
  await vi.waitFor(async () => {
    const { data } = await there.ask(READING);
    expect(data.stateAsOf.basis).toBe(basis);
  });
  // Whoever decided on the log as it stood before is told so, wherever it is sent.
  const stale = await there.write(APPEND, {
    input: {
      idempotencyKey: 'second',
      expected: [{ stream: STREAM, revision: null }],
      events: [{ ...ordered, id: 'second' }],
    },
  });
  expect(stale.data.appendEvents.userErrors).toMatchObject([{ code: 'WRONG_REVISION' }]);
});

it('a server that goes away: readers are answered from memory, appends are told to come again, and it is taken up again', async () => {
  const injector = await ledger();
  const api = await apiOn(injector);
  const basis = await appendOrder(api);
  const appendLast = () =>
    api.write(APPEND, {
      input: {
        idempotencyKey: 'later',
        expected: [{ stream: 'tariff/us/later', revision: null }],
        events: [{ ...ordered, id: 'later', stream: 'tariff/us/later' }],
      },
    });
  injector.stop();
  const refused = await appendLast();
  expect(refused.errors).toBeUndefined();
  expect(refused.data.appendEvents).toMatchObject({
    receipt: null,
    userErrors: [
      {
        code: 'STORE_UNAVAILABLE',
        message: expect.stringMatching(/^The log cannot be used now: the server cannot be reached/),
      },
    ],
  });
  expect(await get(`${api.url}/readyz`)).toEqual([503, 'unavailable']);
  expect(await get(`${api.url}/readyz?for=reading`)).toEqual([200, 'ready']);
  expect(await get(`${api.url}/healthz`)).toEqual([503, 'unavailable']);
  const told = JSON.stringify([refused, await (await fetch(`${api.url}/healthz`)).json()]);
  expect(told).not.toMatch(/kurrentdb:\/\/|127\.0\.0\.1|localhost|@/);
  expect((await api.ask(READING)).data.stateAsOf.basis).toBe(basis);

  await injector.start();
  await vi.waitFor(async () => expect(await get(`${api.url}/readyz`)).toEqual([200, 'ready']), {
    timeout: 20_000,
    interval: 100,
  });
  expect((await appendLast()).data.appendEvents.receipt).toMatchObject({ repeated: false });
});

it('replicas that start together on an empty ledger load the record once', async () => {
  const injector = await ledger();
  const both = await Promise.all([1, 2].map(() => apiOn(injector, { POLICY_SEED: 'catalogue' })));
  const count = injector.streams.of('policy-timeline').length;
  expect(count).toBeGreaterThan(1_000);
  for (const { url } of both)
    expect(await (await fetch(`${url}/healthz`)).json()).toMatchObject({ status: 'ok', position: count - 1 });
});
