import { afterAll, beforeAll, expect, it } from 'vitest';
import { EXAMPLE_QUESTIONS } from '../src/graphql/descriptions/example-questions.js';
import { type ApiUnderTest, runApi } from './running-api.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await runApi({ POLICY_SEED: 'catalogue' });
  // An attempt to be read in the audit trail.
  await api.write(EXAMPLE_QUESTIONS['Mutation.appendEvents'] as string);
});
afterAll(() => api.remove());

const asked = Object.entries(EXAMPLE_QUESTIONS).filter(([path]) => !path.startsWith('Subscription.'));

it.each(asked)('the example of %s is answered by the shipped record', async (path, question) => {
  const { data, errors } = await api.write(question);
  expect(errors).toBeUndefined();
  const answer = data[path.split('.')[1] as string];
  expect(answer).not.toBeNull();
  const rows = Array.isArray(answer) ? answer : (answer.edges ?? answer.rows ?? answer.lines);
  if (rows) expect(rows).not.toEqual([]);
});

it('reads a row of the sanctions list as a draft', async () => {
  const { data } = await api.write(EXAMPLE_QUESTIONS['Mutation.importEvents'] as string);
  expect([data.importEvents.rowErrors, data.importEvents.drafts.length]).toEqual([[], 1]);
});
