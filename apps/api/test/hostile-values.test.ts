import { HOSTILE_VALUES, pick, seeded, spoiled } from '@policy-timeline/domain/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { APPEND, ordered, STREAM } from './japan-tariff.js';
import { type Answer, type ApiUnderTest, runApi } from './running-api.js';

// Row 14 of the promises, over HTTP: hostile values in every field of the mutations. TRIALS=large is the large size.
const LARGE = process.env.TRIALS === 'large';
const SEED = Number(process.env.TRIAL_SEED ?? (LARGE ? Date.now() % 1_000_000_000 : 20_251_121));
const ROWS = LARGE ? 20_000 : 300;

let api: ApiUnderTest;
let [trials, failures, refused, accepted] = [0, 0, 0, 0];
beforeAll(async () => {
  api = await runApi();
});
afterAll(async () => {
  await api.remove();
  process.stdout.write(
    `row 14: ${failures} failures in ${trials} trials (95 % bound 3/${trials}) seed ${SEED}: hostile mutations over HTTP; ${refused} refused, ${accepted} accepted\n`,
  );
});

const reason = { en: 'Wrong.', ja: '誤り。' };
const inputs: readonly (readonly [string, object])[] = [
  [
    APPEND,
    { idempotencyKey: 'h', expected: [{ stream: STREAM, revision: null }], events: [ordered], dryRun: true },
  ],
  [
    'mutation ($input: CorrectEventInput!) { correctEvent(input: $input) { userErrors { code message } } }',
    {
      idempotencyKey: 'h',
      expected: [],
      target: 'order',
      patch: { note: 'x', data: { a: 1 } },
      reason,
      dryRun: true,
    },
  ],
  [
    'mutation ($input: VoidEventInput!) { voidEvent(input: $input) { userErrors { code message } } }',
    { idempotencyKey: 'h', expected: [], target: 'order', reason, dryRun: true },
  ],
  [
    'mutation ($input: ImportEventsInput!) { importEvents(input: $input) { drafts { event } rowErrors { code reason } } }',
    { kind: 'OWN_NDJSON', fileName: 'x', content: '{"id": "x"}' },
  ],
];

it(
  'answers every hostile mutation with data or a coded refusal, never with a fault of its own',
  async () => {
    const random = seeded(SEED);
    while (trials < ROWS) {
      const [query, input] = pick(inputs, random);
      const body = text({
        query,
        variables: { input: spoiled(input, random, pick(HOSTILE_VALUES, random)) },
      });
      trials++;
      const response = await api.post(body, { authorization: `Bearer ${api.key}` });
      const answer = (await response.json()) as Answer;
      const payload = Object.values(answer.data ?? {})[0] as { userErrors?: { code: string }[] } | null;
      const codes = [...(answer.errors ?? []), ...(payload?.userErrors ?? [])].map((error) =>
        'extensions' in error ? error.extensions.code : (error as { code: string }).code,
      );
      if (codes.length > 0) refused++;
      else accepted++;
      if (response.status >= 500 || codes.includes('INTERNAL') || codes.some((code) => !code)) {
        failures++;
        throw new Error(
          `trial ${trials}, seed ${SEED}: ${response.status} ${codes} for ${body.slice(0, 1_000)}`,
        );
      }
    }
    expect(await (await fetch(`${api.url}/healthz`)).json()).toMatchObject({ status: 'ok' });
    expect(Math.min(refused, accepted)).toBeGreaterThan(ROWS / 20);
  },
  LARGE ? 3_600_000 : 60_000,
);

function text(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return `{"query": "{ coverage { topic } }", "variables": ${'['.repeat(10_000)}${']'.repeat(10_000)}}`;
  }
}
