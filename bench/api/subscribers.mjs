import { Agent, get } from 'node:http';

const SUBSCRIPTION = 'subscription { eventAppended { id position } }';

/** Opens a subscription; `onMessage` gets each message with the moment of its arrival. */
export function subscribe(url, onMessage = () => {}) {
  return new Promise((resolve, reject) => {
    const request = get(
      `${url}/stream?${new URLSearchParams({ query: SUBSCRIPTION })}`,
      { headers: { accept: 'text/event-stream' }, agent: new Agent() },
      (response) => {
        if (response.statusCode !== 200)
          return reject(new Error(`a subscription got ${response.statusCode}`));
        response.on('data', (chunk) => {
          for (const [, data] of String(chunk).matchAll(/event: next\ndata: (.*)\n/g))
            onMessage(JSON.parse(data), performance.now());
        });
        response.on('error', () => {});
        resolve({ leave: () => request.destroy() });
      },
    );
    request.on('error', reject);
  });
}

const source = {
  id: 'bench',
  kind: 'OFFICIAL',
  title: { en: 'Bench', ja: '測定' },
  publisher: 'Bench',
  date: '2026-01-01',
};
const event = (id) => ({
  id,
  stream: 'meeting/bench',
  topic: 'bench',
  type: 'MeetingHeld',
  knownOn: { date: '2026-01-01' },
  effective: { from: { date: '2026-01-01' } },
  title: { en: id, ja: id },
  sources: [source],
  effects: [],
});
const APPEND =
  'mutation ($input: AppendEventsInput!) { appendEvents(input: $input) { receipt { positions } userErrors { message } } }';

/** Appends one event; gives the moment at which the request was sent. */
export async function append({ url, key }, count) {
  const id = `bench-${count}`;
  const expected = [{ stream: 'meeting/bench', revision: count === 0 ? null : count - 1 }];
  const sent = performance.now();
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({
      query: APPEND,
      variables: { input: { idempotencyKey: id, expected, events: [event(id)] } },
    }),
  });
  const { data, errors } = await answer.json();
  const faults = errors ?? data.appendEvents.userErrors;
  if (faults.length > 0) throw new Error(JSON.stringify(faults));
  return { id, sent };
}
