import { afterAll, beforeAll, expect, it } from 'vitest';
import { appendJapanTariff, SLOT } from '../../../test/japan-tariff.js';
import { type ApiUnderTest, runApi } from '../../../test/running-api.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await runApi();
  await appendJapanTariff(api);
});
afterAll(() => api.remove());

const intervals = async (more: string) =>
  (
    await api.ask(
      `{ timeline(subject: "${SLOT}"${more}) { from until reading { status projected decidedBy { id } } } }`,
    )
  ).data.timeline;

it('runs along the days on which it holds', async () => {
  expect(
    (
      await intervals(
        ', from: "2025-04-01", until: "2025-08-01", view: { date: "2025-05-01", knownAt: "2025-04-30" }',
      )
    ).map(({ from, reading }: { from: string; reading: { status: string } }) => [from, reading.status]),
  ).toEqual([
    ['2025-04-01', 'SCHEDULED'],
    ['2025-04-05', 'IN_FORCE'],
    ['2025-04-09', 'SUSPENDED'],
    ['2025-05-01', 'SUSPENDED'],
    ['2025-07-09', 'IN_FORCE'],
  ]);
});

it('runs along what was known of one day', async () => {
  expect(
    (await intervals(', axis: KNOWN, view: { date: "2025-04-20" }')).map(
      ({ from, reading }: { from: string; reading: { status: string } }) => [from, reading.status],
    ),
  ).toEqual([
    [null, 'NOT_IN_FORCE'],
    ['2025-04-02', 'IN_FORCE'],
    ['2025-04-09', 'SUSPENDED'],
    ['2025-04-20', 'SUSPENDED'],
  ]);
});

it('refuses an unknown subject and an empty range', async () => {
  expect((await api.ask('{ timeline(subject: "nowhere") { from } }')).errors?.[0]?.extensions.code).toBe(
    'UNKNOWN_SUBJECT',
  );
  expect(
    (await api.ask(`{ timeline(subject: "${SLOT}", from: "2025-05-01", until: "2025-05-01") { from } }`))
      .errors?.[0]?.extensions.code,
  ).toBe('INVALID_RANGE');
});
