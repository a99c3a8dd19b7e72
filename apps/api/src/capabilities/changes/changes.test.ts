import { afterAll, beforeAll, expect, it } from 'vitest';
import { appendJapanTariff, SLOT } from '../../../test/japan-tariff.js';
import { type ApiUnderTest, runApi } from '../../../test/running-api.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await runApi();
  await appendJapanTariff(api);
});
afterAll(() => api.remove());

it('steps to the next and the previous day on which something changes', async () => {
  const { data } = await api.ask(
    '{ nextChange(view: { date: "2025-04-06" }) { date slots } previousChange(view: { date: "2025-04-09" }) { date slots } }',
  );
  expect(data).toEqual({
    nextChange: { date: '2025-04-09', slots: [SLOT] },
    previousChange: { date: '2025-04-05', slots: [SLOT] },
  });
});

it('lists the log from a position on', async () => {
  const { data } = await api.ask(
    '{ changes(after: 0, first: 2) { position stream revision eventId type event { id } } }',
  );
  expect(data.changes).toEqual([
    {
      position: 1,
      stream: 'tariff/us/reciprocal',
      revision: 1,
      eventId: 'pause',
      type: 'TariffSuspended',
      event: { id: 'pause' },
    },
    {
      position: 2,
      stream: 'negotiation/japan-us',
      revision: 0,
      eventId: 'talks',
      type: 'NegotiationRoundHeld',
      event: { id: 'talks' },
    },
  ]);
});

it('begins at the first record after -1, has none after the newest, and refuses what is no position', async () => {
  const { data } = await api.ask(
    '{ all: changes(after: -1, first: 1) { position } none: changes(after: 99999) { position } }',
  );
  expect(data).toEqual({ all: [{ position: 0 }], none: [] });
  const { errors } = await api.ask('{ changes(after: -5) { position } }');
  expect(errors?.[0]?.extensions.code).toBe('INVALID_RANGE');
  expect(errors?.[0]?.message).toContain('after: -5 is no position');
});
