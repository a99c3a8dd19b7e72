import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { realisticLog } from '@policy-timeline/domain/testing';
import { openSqliteEventStore } from '@policy-timeline/event-store';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { basisToken } from '../src/timeline/basis.js';
import { type Answer, type ApiUnderTest, runApi } from './running-api.js';

const EVENTS = 6_000;
const folder = mkdtempSync(join(tmpdir(), 'policy-turns-'));
const basisAt: string[] = [];
let api: ApiUnderTest;

/** A log whose tables take a while to make. */
beforeAll(async () => {
  const store = await openSqliteEventStore({ file: join(folder, 'policy-timeline.sqlite') });
  const records = [...realisticLog({ events: EVENTS, slots: 600 })];
  for (let first = 0; first < records.length; first += 1_000)
    await store.append([
      {
        stream: `batch-${first}`,
        expected: 'none',
        events: records.slice(first, first + 1_000).map(({ event }) => event),
      },
    ]);
  for await (const { position, hash } of store.readAll(0)) basisAt[position] = basisToken(position, hash);
  await store.close();
  api = await runApi({}, folder);
}, 60_000);
afterAll(async () => {
  await api?.close();
  rmSync(folder, { recursive: true });
});

const STATE = `query State($basis: Basis, $track: Track, $reading: Reading, $asLived: Boolean) {
  stateAsOf(date: "2018-06-01", basis: $basis, track: $track, reading: $reading, asLived: $asLived, first: 3) {
    basis readings { totalCount edges { node { slot status } } }
  }
}`;
const send = (query: string, variables: object = {}) => api.post(JSON.stringify({ query, variables }));

/** Asks, and counts the other questions that are answered, one after the other, before the answer is there. */
async function whileAsking<T>(asked: Promise<T>): Promise<{ readonly answer: T; readonly others: number }> {
  let done = false;
  const answer = asked.finally(() => {
    done = true;
  });
  let others = 0;
  while (!done) {
    const { data } = await api.ask('{ stateAsOf(date: "2018-06-01", first: 1) { readings { totalCount } } }');
    expect(data.stateAsOf.readings.totalCount).toBeGreaterThan(0);
    if (!done) others++;
  }
  return { answer: await answer, others };
}

it('while the table of another track or reading is made, other questions are answered', async () => {
  for (const variables of [{ track: 'COLLECTED' }, { reading: 'CERTAIN' }, { asLived: true }]) {
    const { answer, others } = await whileAsking(api.ask(STATE, variables));
    expect(answer.errors).toBeUndefined();
    expect(answer.data.stateAsOf.readings.totalCount).toBeGreaterThan(0);
    expect(others, JSON.stringify(variables)).toBeGreaterThan('asLived' in variables ? 0 : 3);
  }
});

it('while the version of an old basis is made, other questions are answered; who asks for the same waits for the same', async () => {
  const asked = { basis: basisAt[3_000] };
  const { answer, others } = await whileAsking(Promise.all([api.ask(STATE, asked), api.ask(STATE, asked)]));
  expect(others).toBeGreaterThan(3);
  for (const { errors, data, extensions } of answer) {
    expect(errors).toBeUndefined();
    expect([data.stateAsOf.basis, extensions?.basis]).toEqual([asked.basis, asked.basis]);
  }
  expect(answer[0]).toEqual(answer[1]);
  // Once made it is there.
  const again = await whileAsking(api.ask(STATE, asked));
  expect(again.answer).toEqual(answer[0]);
  expect(again.others).toBeLessThan(others);
});

it('a file and a pack of an old position wait for it in the same way', async () => {
  const table = (path: string) =>
    fetch(`${api.url}${path}`).then(async (answer) => [answer, await answer.text()] as const);
  for (const path of ['/export/state.csv?d=2018-06-01&z=2000', '/pack?position=1500&tracks=all']) {
    const { answer, others } = await whileAsking(table(path));
    expect([answer[0].status, answer[0].headers.get('x-position')]).toEqual([
      200,
      /\d{4}/.exec(path.split('=').at(-1) === 'all' ? '1500' : '2000')?.[0],
    ]);
    expect(others, path).toBeGreaterThan(1);
  }
});

it('of many old versions asked for at once some are taken on, the rest refused with when to ask again', async () => {
  const answers = await Promise.all(
    Array.from({ length: 40 }, async (_, i) => {
      const response = await send(STATE, { basis: basisAt[100 + 10 * i] });
      return { response, body: (await response.json()) as Answer };
    }),
  );
  const refused = answers.filter(({ body }) => body.errors);
  expect(refused.length).toBeGreaterThan(0);
  expect(answers.length - refused.length).toBeGreaterThanOrEqual(18);
  for (const { response, body } of refused) {
    expect(body.errors?.[0]?.extensions.code).toBe('RATE_LIMITED');
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '10']);
    expect(response.headers.get('cache-control')).toBe('no-store');
  }
  const again = await api.ask(STATE, { basis: basisAt[100 + 10 * 39] });
  expect(again.errors).toBeUndefined();
}, 30_000);

it('a server that is stopped leaves what it was making undone and answers so', async () => {
  const asked = send(STATE, { basis: basisAt[2_500] }).then(async (response) => ({
    status: response.status,
    body: (await response.json()) as Answer,
  }));
  const waiting = send(STATE, { basis: basisAt[2_600] }).then(
    (response) => response.json() as Promise<Answer>,
  );
  await new Promise((resolve) => setTimeout(resolve, 20));
  await api.close();
  for (const { errors } of [(await asked).body, await waiting])
    expect(errors?.[0]?.extensions.code).toBe('STORE_UNAVAILABLE');
});
