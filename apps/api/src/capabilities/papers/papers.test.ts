import { afterAll, beforeAll, expect, it } from 'vitest';
import { appendJapanTariff, SLOT } from '../../../test/japan-tariff.js';
import { type ApiUnderTest, runApi } from '../../../test/running-api.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await runApi();
  await appendJapanTariff(api);
});
afterAll(() => api.remove());

it('shows a paper and what the record takes from it', async () => {
  const { data } = await api.ask(
    '{ papers { source { id } eventCount } paper(id: "notice") { source { kind publisher } events { id } } none: paper(id: "nothing") { eventCount } }',
  );
  expect(data).toEqual({
    papers: [{ source: { id: 'paper-x' }, eventCount: 1 }],
    paper: { source: { kind: 'OFFICIAL', publisher: 'Office' }, events: [{ id: 'order' }, { id: 'pause' }] },
    none: null,
  });
});

it('knows the slot its events speak of', async () => {
  expect(
    (await api.ask('{ paper(id: "notice") { events { effects { slot } } } }')).data.paper.events[0].effects,
  ).toEqual([{ slot: SLOT }]);
});
