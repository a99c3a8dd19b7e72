import { afterAll, beforeAll, expect, it } from 'vitest';
import { appendJapanTariff, SLOT } from '../../../test/japan-tariff.js';
import { type ApiUnderTest, runApi } from '../../../test/running-api.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await runApi();
  await appendJapanTariff(api);
});
afterAll(() => api.remove());

it('counts events by direction in bins of equal length', async () => {
  const { data } = await api.ask(
    '{ density(from: "2025-04-01", until: "2025-07-01", bins: 3) { from tightening easing neither planned } }',
  );
  expect(data.density).toEqual(
    [
      { from: '2025-04-01', tightening: 1, easing: 1, neither: 0, planned: 0 },
      { from: '2025-05-02', tightening: 0, easing: 0, neither: 0, planned: 1 },
    ].concat([{ from: '2025-06-02', tightening: 0, easing: 0, neither: 0, planned: 0 }]),
  );
});

it('refuses an empty range and an impossible number of bins', async () => {
  expect(
    (await api.ask('{ density(from: "2025-07-01", until: "2025-07-01", bins: 3) { from } }')).errors?.[0]
      ?.extensions.code,
  ).toBe('INVALID_RANGE');
  expect(
    (
      await api.ask(
        `{ density(from: "2025-04-01", until: "2025-07-01", bins: 0) { from } a: subject(id: "${SLOT}") { id } }`,
      )
    ).errors?.[0]?.extensions.code,
  ).toBe('INVALID_INPUT');
});
