import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ApiUnderTest, runApi } from './running-api.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await runApi({ POLICY_SEED: 'catalogue' });
});
afterAll(() => api.remove());

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
const [opening = '', quote = ''] = [...readme.matchAll(/```graphql\n([\s\S]*?)```/g)].map(
  ([, query]) => query,
);

it('the question that opens the README answers as the README says', async () => {
  const { data, errors } = await api.ask(opening);
  expect(errors).toBeUndefined();
  const [then, now] = [data.then, data.now].map(({ readings }) => readings.edges[0].node);
  expect(then).toMatchObject({ status: 'IN_FORCE', projected: true, value: { ratePercent: 24 } });
  expect(now).toMatchObject({ status: 'SUSPENDED', value: { ratePercent: 10 } });
});

it('its tariff question gives 15 % all-in, and 20 % with what was known on 25 August', async () => {
  const { data, errors } = await api.ask(quote);
  expect(errors).toBeUndefined();
  expect(data.tariffQuote.allInPercent).toBe(15);
  const earlier = await api.ask(quote.replace('2025-10-01', '2025-08-25'));
  expect(earlier.data.tariffQuote.allInPercent).toBe(20);
});
