import { afterAll, beforeAll, expect, it } from 'vitest';
import { appendJapanTariff, SLOT } from '../../../test/japan-tariff.js';
import { type ApiUnderTest, runApi } from '../../../test/running-api.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await runApi();
  await appendJapanTariff(api);
});
afterAll(() => api.remove());

it('lists what was ahead as known on a day, with its precision', async () => {
  const { data } = await api.ask(
    '{ upcoming(date: "2025-05-30", knownAt: "2025-05-30") { id date earliest latest daysLeft kind firmness modality outcome event { id } } }',
  );
  expect(data.upcoming).toEqual([
    {
      id: 'talks:start',
      date: '2025-06',
      earliest: '2025-06-01',
      latest: '2025-06-30',
      daysLeft: 2,
      kind: 'ROUND',
      firmness: 'FIXED',
      modality: 'PLANNED',
      outcome: null,
      event: { id: 'talks' },
    },
    {
      id: 'pause:end',
      date: '2025-07-09',
      earliest: '2025-07-09',
      latest: '2025-07-09',
      daysLeft: 40,
      kind: 'END',
      firmness: 'FIXED',
      modality: 'FACT',
      outcome: null,
      event: { id: 'pause' },
    },
  ]);
  expect(
    (
      await api.ask(
        `{ upcoming(date: "2025-05-30", withinDays: -1) { id } a: subject(id: "${SLOT}") { id } }`,
      )
    ).errors?.[0]?.extensions.code,
  ).toBe('INVALID_RANGE');
});

it('gives days that every source states exactly on either track and by every reading', async () => {
  const ids = async (variables: object) =>
    (
      await api.ask(
        'query ($reading: Reading, $track: Track) { upcoming(date: "2025-05-30", knownAt: "2025-05-30", reading: $reading, track: $track) { id } }',
        variables,
      )
    ).data.upcoming.map(({ id }: { id: string }) => id);
  expect(await ids({ reading: 'CERTAIN', track: 'COLLECTED' })).toEqual(await ids({}));
});
