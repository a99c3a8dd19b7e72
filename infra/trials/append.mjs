// One small event at a time, as an editor would append it.

/** Appends the n-th event (from 0) of this process to a stream of its own. @throws Error with the refusal's sentence */
export async function appendTrialEvent({ url, key }, id, n) {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({
      query: `mutation Append($input: AppendEventsInput!) { appendEvents(input: $input) { receipt { positions } userErrors { code message } } }`,
      variables: { input: appendInput(id, n) },
    }),
  });
  const { data, errors } = await answer.json();
  const fault = errors?.[0] ?? data?.appendEvents.userErrors[0];
  if (fault) throw new Error(`the append was refused: ${fault.message}`);
}

/** A statement of our own on a stream of our own: it changes no reading of the record. */
function appendInput(id, n) {
  const title = { en: `Trial ${n}`, ja: `試行${n}` };
  return {
    idempotencyKey: id,
    expected: [{ stream: `document/trial-${process.pid}`, revision: n === 0 ? null : n - 1 }],
    events: [
      {
        id,
        stream: `document/trial-${process.pid}`,
        topic: 'reciprocal',
        type: 'PaperWritten',
        knownOn: { date: '2026-07-01' },
        effective: { from: { date: '2026-07-01' } },
        actors: ['USA'],
        targets: [],
        direction: 'NEITHER',
        title,
        sources: [{ id: 'trial', kind: 'STATEMENT', title, publisher: 'trial', date: '2026-07-01' }],
        effects: [],
      },
    ],
  };
}
