import { afterAll, beforeAll, expect, it } from 'vitest';
import { APPEND, appendJapanTariff, ordered, SLOT } from './japan-tariff.js';
import { type ApiUnderTest, runApi } from './running-api.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await runApi();
  await appendJapanTariff(api);
});
afterAll(() => api.remove());

/** The first message of a subscription, and how to leave it. */
async function subscribe(
  query: string,
): Promise<{ readonly next: () => Promise<string>; readonly leave: () => void }> {
  const leaving = new AbortController();
  const response = await fetch(`${api.url}/graphql/stream?${new URLSearchParams({ query })}`, {
    headers: { accept: 'text/event-stream' },
    signal: leaving.signal,
  });
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  return {
    leave: () => leaving.abort(),
    async next() {
      for (let text = ''; ; ) {
        const { value, done } = await reader.read();
        text += Buffer.from(value ?? []).toString('utf8');
        if (done) return text;
        const data = /event: next\ndata: (.*)\n/.exec(text)?.[1];
        if (data) return data;
      }
    },
  };
}

it('delivers an appended event, and what it changes in a view', async () => {
  const events = await subscribe(
    'subscription { eventAppended(filter: { partners: ["JPN"] }) { id position title { en } } }',
  );
  const views = await subscribe(
    'subscription { viewChanged(view: { date: "2025-08-02" }) { basis rows { slot after { value { ... on RateValue { ratePercent } } } } } }',
  );
  const raised = {
    ...ordered,
    id: 'raise',
    knownOn: { date: '2025-05-29' },
    effective: { from: { date: '2025-08-01' } },
    effects: [{ act: 'ASSERT', slot: SLOT, value: { rate: { ratePercent: 25 } } }],
  };
  const answer = await api.write(APPEND, {
    input: { idempotencyKey: 'raise', expected: [{ stream: ordered.stream, revision: 1 }], events: [raised] },
  });
  expect(answer.data.appendEvents.userErrors).toEqual([]);
  expect(JSON.parse(await events.next())).toEqual({
    data: { eventAppended: { id: 'raise', position: 4, title: { en: ordered.title.en } } },
  });
  expect(JSON.parse(await views.next())).toEqual({
    data: {
      viewChanged: {
        basis: answer.data.appendEvents.receipt.basis,
        rows: [{ slot: SLOT, after: { value: { ratePercent: 25 } } }],
      },
    },
  });
  events.leave();
  views.leave();
});

it('answers a refused subscription like /graphql does', async () => {
  const refused = await subscribe(
    'subscription { viewChanged(view: { date: "2025-02-30" }) { basis } }',
  ).then(({ next }) => next(), String);
  expect(refused).toContain('INVALID_DATE');
  expect(await subscribe('subscription { nothing }').then(({ next }) => next())).toMatch(
    /"code":"INVALID_INPUT","traceId":"[0-9a-f]{32}"/,
  );
});
