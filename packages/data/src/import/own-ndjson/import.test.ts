import { eventOfDraft } from '@policy-timeline/domain';
import { expect, it } from 'vitest';
import { importText } from '../testing/import-text.js';

const order = {
  id: 'eo-x',
  stream: 'tariff/us/example',
  topic: 'example',
  type: 'TariffOrdered',
  title: { en: 'Ordered', ja: '命令' },
  effective: { from: { date: '2025-04-05' } },
  sources: [{ id: 's', kind: 'OFFICIAL', title: { en: 'S', ja: 'S' }, publisher: 'P', date: '2025-04-02' }],
  effects: [{ act: 'ASSERT', slot: 'tariff/us/example/JPN', value: { rate: { ratePercent: 24 } } }],
};
const read = (...rows: unknown[]) =>
  importText(
    'OWN_NDJSON',
    rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\r\n'),
  );

it('reads events as appendEvents takes them', async () => {
  const { drafts, errors } = await read(order, '');
  expect(errors).toEqual([]);
  expect(drafts).toEqual([{ id: 'eo-x', line: 1, needsReview: [], event: order }]);
  expect(eventOfDraft(order as never, 'eo-x').effects[0]?.value).toEqual({
    kind: 'RATE',
    ratePercent: 24,
    rateBasis: 'ADDITIONAL',
  });
});

it.each([
  [{ ...order, id: undefined }, 'id'],
  [{ ...order, colour: 'red' }, 'colour'],
  [{ ...order, effects: [{ ...order.effects[0], value: { flag: true, exempt: true } }] }, 'exactly one'],
  [{ ...order, effects: [{ ...order.effects[0], act: 'ABOLISH' }] }, 'act'],
  [{ ...order, sources: [{ ...order.sources[0], url: 'javascript:alert(1)' }] }, 'url'],
])('tells what is wrong with %j', async (row, hint) => {
  const { drafts, errors } = await read(row, order);
  expect(errors).toMatchObject([{ line: 1, code: 'WRONG_SHAPE', reason: expect.stringContaining(hint) }]);
  expect(drafts).toHaveLength(1);
});

it.each([
  ['a text that is never closed', `"${'\\"'.repeat(200_000)}`, 'NOT_JSON'],
  ['brackets that are never closed', '['.repeat(200_000), 'TOO_DEEP'],
  ['brackets within a text', JSON.stringify('['.repeat(200_000)), 'WRONG_SHAPE'],
])('passes once over a row of %s', async (_what, row, code) => {
  const { drafts, errors } = await read(row, order);
  expect(errors).toMatchObject([{ line: 1, code }]);
  expect(drafts).toHaveLength(1);
});
