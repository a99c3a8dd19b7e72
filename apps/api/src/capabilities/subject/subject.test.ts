import { afterAll, beforeAll, expect, it } from 'vitest';
import { appendJapanTariff, SLOT } from '../../../test/japan-tariff.js';
import { type ApiUnderTest, runApi } from '../../../test/running-api.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await runApi();
  await appendJapanTariff(api);
});
afterAll(() => api.remove());

it('tells the state of a subject in a view, and where its stream stands', async () => {
  const { data } = await api.ask(
    `{ a: subject(id: "${SLOT}", view: { date: "2025-05-01" }) { id family slots readings { status } } b: subject(id: "tariff/us/reciprocal") { revision } }`,
  );
  expect(data).toEqual({
    a: { id: SLOT, family: 'TARIFF', slots: [SLOT], readings: [{ status: 'SUSPENDED' }] },
    b: { revision: 1 },
  });
});

it('refuses an unknown subject', async () => {
  expect((await api.ask('{ subject(id: "tariff/us/nowhere") { id } }')).errors?.[0]).toMatchObject({
    message: expect.stringContaining('tariff/us/nowhere'),
    extensions: { code: 'UNKNOWN_SUBJECT' },
  });
});
