import { afterAll, beforeAll, expect, it } from 'vitest';
import { appendJapanTariff, SLOT } from '../../../test/japan-tariff.js';
import { type ApiUnderTest, runApi } from '../../../test/running-api.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await runApi();
  await appendJapanTariff(api);
});
afterAll(() => api.remove());

const rows = async (a: string, b: string) =>
  (
    await api.ask(
      `{ diff(a: { ${a} }, b: { ${b} }) { totalCount rows { kind change slot before { status } after { status decidedBy { id } } } } }`,
    )
  ).data.diff.rows;

it('tells what the world did from what we learned', async () => {
  expect(await rows('date: "2025-04-06"', 'date: "2025-05-01"')).toEqual([
    {
      kind: 'WORLD',
      change: 'SUSPENDED',
      slot: SLOT,
      before: { status: 'IN_FORCE' },
      after: { status: 'SUSPENDED', decidedBy: { id: 'pause' } },
    },
  ]);
  expect(
    await rows('date: "2025-05-01", knownAt: "2025-04-05"', 'date: "2025-05-01", knownAt: "2025-05-01"'),
  ).toMatchObject([{ kind: 'LEARNED', change: 'SUSPENDED' }]);
  expect(
    await rows('date: "2025-04-06", knownAt: "2025-04-08"', 'date: "2025-04-06", knownAt: "2025-05-01"'),
  ).toMatchObject([{ kind: 'PLAN' }]);
  expect(await rows('date: "2025-05-01"', 'date: "2025-05-01"')).toEqual([]);
});
