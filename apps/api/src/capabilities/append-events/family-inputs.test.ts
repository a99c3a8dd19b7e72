import { families } from '@policy-timeline/domain';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ApiUnderTest, runApi } from '../../../test/running-api.js';
import { FAMILY_EXAMPLES } from './family-examples.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await runApi();
});
afterAll(() => api.remove());

async function tried(member: string, event: string) {
  const stream = /stream: "([^"]+)"/.exec(event)?.[1];
  return api.write(`mutation { appendEvents(input: {
    idempotencyKey: "example", dryRun: true, expected: [{ stream: "${stream}", revision: null }], byFamily: [{ ${member}: ${event} }]
  }) { userErrors { path message } viewDiff { slot } } }`);
}

it.each(families.map(({ family }) => family))(
  'the example of %s passes GraphQL and the rules',
  async (family) => {
    const example = FAMILY_EXAMPLES[family];
    const { data, errors } = await tried(family.toLowerCase(), example);
    expect(errors).toBeUndefined();
    expect(data.appendEvents.userErrors).toEqual([]);
    if (example.includes('ASSERT')) expect(data.appendEvents.viewDiff).not.toEqual([]);
  },
);

it('is refused by GraphQL itself where the type is not of the family, or two families are given', async () => {
  const wrong = FAMILY_EXAMPLES.TARIFF.replace('TariffOrdered', 'MeetingHeld');
  expect((await tried('tariff', wrong)).errors?.[0]).toMatchObject({
    message: expect.stringContaining('TariffEventType'),
    extensions: { code: 'INVALID_INPUT' },
  });
  const two = await tried('meeting', `${FAMILY_EXAMPLES.MEETING}, statement: ${FAMILY_EXAMPLES.STATEMENT}`);
  expect(two.errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
});

it('stands after what `events` gives, in one batch', async () => {
  const { data } = await api.write(
    `mutation { appendEvents(input: { idempotencyKey: "none", dryRun: true, expected: [] }) { userErrors { message } } }`,
  );
  expect(data.appendEvents.userErrors[0].message).toContain('there are 0; give 1 to 200');
});
