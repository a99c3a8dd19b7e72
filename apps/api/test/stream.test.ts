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
    extensions: { position: 4 },
  });
  expect(JSON.parse(await views.next())).toEqual({
    data: {
      viewChanged: {
        basis: answer.data.appendEvents.receipt.basis,
        rows: [{ slot: SLOT, after: { value: { ratePercent: 25 } } }],
      },
    },
    extensions: { position: 4 },
  });
  events.leave();
  views.leave();
});

it('tells an event again when an erratum of it is voided', async () => {
  const reason = { en: 'Mistyped.', ja: '書き誤り。' };
  const write = async (mutation: string, type: string, input: object) => {
    const { revision } = (await api.ask(`{ subject(id: "${ordered.stream}") { revision } }`)).data.subject;
    const expected = [{ stream: ordered.stream, revision }];
    const { data } = await api.write(
      `mutation ($input: ${type}!) { ${mutation}(input: $input) { userErrors { message } } }`,
      { input: { ...input, expected, reason } },
    );
    expect(data[mutation].userErrors).toEqual([]);
  };
  await write('correctEvent', 'CorrectEventInput', {
    idempotencyKey: 'note',
    target: 'order',
    patch: { note: 'Read in the annex.' },
  });
  const events = await subscribe('subscription { eventAppended { id note } }');
  await write('voidEvent', 'VoidEventInput', { idempotencyKey: 'no-note', target: 'note/0' });
  expect(JSON.parse(await events.next()).data).toEqual({ eventAppended: { id: 'order', note: null } });
  events.leave();
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

/** Everything a subscription says, as it arrives, with the ids of the messages. */
async function follow(query: string, headers: Record<string, string> = {}) {
  const leaving = new AbortController();
  const response = await fetch(`${api.url}/graphql/stream?${new URLSearchParams({ query })}`, {
    headers: { accept: 'text/event-stream', ...headers },
    signal: leaving.signal,
  });
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  let text = '';
  const messages = () =>
    [...text.matchAll(/(?:id: (\d+)\n)?event: next\ndata: (.*)\n/g)].map(([, id, data]) => ({
      id,
      data: JSON.parse(data as string).data,
    }));
  return {
    status: response.status,
    leave: () => leaving.abort(),
    async until(count: number) {
      while (messages().length < count) {
        const { value, done } = await reader.read();
        if (done) break;
        text += Buffer.from(value).toString('utf8');
      }
      return messages();
    },
  };
}

it('numbers its messages, and goes on after the last one a reader has, without a hole', async () => {
  const query = 'subscription { eventAppended { id } }';
  const revision = async () =>
    (await api.ask(`{ subject(id: "${ordered.stream}") { revision } }`)).data.subject.revision;
  const append = async (ids: readonly string[]) => {
    const events = ids.map((id) => ({ ...ordered, id, effects: [] }));
    const expected = [{ stream: ordered.stream, revision: await revision() }];
    const { data } = await api.write(APPEND, { input: { idempotencyKey: ids.join(), expected, events } });
    expect(data.appendEvents.userErrors).toEqual([]);
    return data.appendEvents.receipt.positions as number[];
  };
  const first = await follow(query);
  const [one, two] = await append(['first', 'second']);
  expect(await first.until(2)).toEqual([
    { id: String(one), data: { eventAppended: { id: 'first' } } },
    { id: String(two), data: { eventAppended: { id: 'second' } } },
  ]);
  first.leave();
  const [three] = await append(['third']);
  const again = await follow(query, { 'last-event-id': String(one) });
  expect(await again.until(2)).toEqual([
    { id: String(two), data: { eventAppended: { id: 'second' } } },
    { id: String(three), data: { eventAppended: { id: 'third' } } },
  ]);
  const [four] = await append(['fourth']);
  expect((await again.until(3)).at(-1)).toEqual({
    id: String(four),
    data: { eventAppended: { id: 'fourth' } },
  });
  again.leave();
});

it('serves so many subscriptions and asks the next to come again', async () => {
  const small = await runApi({ POLICY_MAX_SUBSCRIPTIONS: '1' });
  const open = () =>
    fetch(
      `${small.url}/graphql/stream?${new URLSearchParams({ query: 'subscription { eventAppended { id } }' })}`,
      {
        headers: { accept: 'text/event-stream' },
      },
    );
  const first = await open();
  const second = await open();
  expect([second.status, Number(second.headers.get('retry-after')) > 0]).toEqual([429, true]);
  expect(await second.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
  await first.body?.cancel();
  await expect.poll(async () => (await open()).status).toBe(200);
  await small.remove();
});
