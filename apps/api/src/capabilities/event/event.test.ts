import { afterAll, beforeAll, expect, it } from 'vitest';
import { appendJapanTariff, SLOT } from '../../../test/japan-tariff.js';
import { type ApiUnderTest, runApi } from '../../../test/running-api.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await runApi();
  await appendJapanTariff(api);
});
afterAll(() => api.remove());

it('shows an event with its sources, relations and days as given', async () => {
  const { data } = await api.ask(
    '{ event(id: "pause") { type family extent effective { from { date } until { date } } knownOn { date } knownWindow { nominal } knownBasis relations { type to } sources { id kind } effects { act slot value { ... on RateValue { ratePercent } } } position summary { en } } }',
  );
  expect(data.event).toEqual({
    type: 'TariffSuspended',
    family: 'TARIFF',
    extent: 'STATE',
    effective: { from: { date: '2025-04-09' }, until: { date: '2025-07-09' } },
    knownOn: { date: '2025-04-09' },
    knownWindow: { nominal: '2025-04-09' },
    knownBasis: 'ANNOUNCED',
    relations: [{ type: 'SUSPENDS', to: 'order' }],
    sources: [{ id: 'notice', kind: 'OFFICIAL' }],
    effects: [{ act: 'SUSPEND', slot: SLOT, value: { ratePercent: 10 } }],
    position: 1,
    summary: { en: 'Paused for 90 days' },
  });
});

it('has no answer for an unknown id', async () => {
  expect(await api.ask('{ event(id: "nothing") { id } }')).toMatchObject({ data: { event: null } });
});
