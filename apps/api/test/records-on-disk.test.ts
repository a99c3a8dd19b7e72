import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { realisticLog } from '@policy-timeline/domain/testing';
import { openSqliteEventStore } from '@policy-timeline/event-store';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ApiUnderTest, runApi } from './running-api.js';

// More records than a chunk that is let go of has.
const EVENTS = 3_000;
const folder = mkdtempSync(join(tmpdir(), 'policy-on-disk-'));
const file = join(folder, 'policy-timeline.sqlite');
let held: ApiUnderTest;
let onDisk: ApiUnderTest;

beforeAll(async () => {
  const store = await openSqliteEventStore({ file });
  const streams = Map.groupBy(
    [...realisticLog({ events: EVENTS, slots: 60 })].map(({ event }) => event),
    ({ stream }) => stream,
  );
  await store.append([...streams].map(([stream, events]) => ({ stream, events, expected: 'none' })));
  await store.close();
  const place = { POLICY_LOG_URL: `sqlite:${file}`, POLICY_CACHE_MB: '0' };
  held = await runApi(place);
  onDisk = await runApi({ ...place, POLICY_RECORDS_IN_MEMORY: '0' });
}, 60_000);
afterAll(async () => {
  await held.remove();
  await onDisk.remove();
  rmSync(folder, { recursive: true, force: true });
});

const STATE = `query ($date: Date!, $knownAt: Date) { stateAsOf(date: $date, knownAt: $knownAt, first: 60) { basis readings {
  edges { node { slot status value { __typename ... on RateValue { ratePercent } } decidedBy { id title { en } corrections { reason { en } } } because { verb event { id } } } } } } }`;
const QUESTIONS: readonly (readonly [string, string, object])[] = [
  ['a state', STATE, { date: '2015-06-01' }],
  ['a state as known long ago', STATE, { date: '2015-06-01', knownAt: '2014-01-01' }],
  [
    'the first records of the log',
    '{ changes(after: -1, first: 200) { position basis stream revision eventId type target recordedAt event { id } } }',
    {},
  ],
  [
    'records in its middle',
    '{ changes(after: 1500, first: 200) { position basis stream revision eventId type target recordedAt event { id title { en } } } }',
    {},
  ],
  [
    'a list of events',
    '{ events(first: 200) { totalCount edges { node { id position title { en } accounts { id } relatedFrom { type to } } } } }',
    {},
  ],
];

it.each(QUESTIONS)('%s is answered from the disk as from memory', async (_what, query, variables) => {
  const answer = await held.ask(query, variables);
  expect(answer.errors).toBeUndefined();
  expect(await onDisk.ask(query, variables)).toEqual(answer);
});

it.each(['/export/state.csv?d=2015-06-01', '/export/events.csv', '/feed.atom?page=3'])(
  '%s is the same file',
  async (path) => {
    const [a, b] = await Promise.all(
      [held, onDisk].map(async ({ url }) => (await fetch(`${url}${path}`)).text()),
    );
    expect(a?.length).toBeGreaterThan(1000);
    expect(b).toBe(a);
  },
);

it('a record that is hurt under a running server is a fault told with a trace, and nothing else suffers', async () => {
  const hurt = join(folder, 'hurt.sqlite');
  copyFileSync(file, hurt);
  const api = await runApi({
    POLICY_LOG_URL: `sqlite:${hurt}`,
    POLICY_CACHE_MB: '0',
    POLICY_RECORDS_IN_MEMORY: '0',
  });
  const records = (await api.ask('{ changes(after: 1499, first: 2) { eventId basis } }')).data.changes;
  // Those read lately are kept, each until another takes its place: nothing has asked for these.
  const hurtAt = 1_200;
  const database = new DatabaseSync(hurt);
  database.exec('DROP TRIGGER record_is_never_changed');
  database
    .prepare('UPDATE record SET body = replace(body, \'"en"\', \'"fr"\') WHERE position = ?')
    .run(hurtAt);
  database.close();

  const asked = await api.ask(`{ changes(after: ${hurtAt - 1}, first: 1) { eventId } }`);
  expect(asked.data).toBeNull();
  expect(asked.errors).toMatchObject([
    { extensions: { code: 'STORE_DAMAGED', traceId: expect.any(String) } },
  ]);
  // A file that has begun cannot take back its first lines: it ends in the middle, and the reader is told so by the connection.
  await expect(fetch(`${api.url}/export/events.csv`).then((answer) => answer.text())).rejects.toThrow();
  const feed = await fetch(`${api.url}/feed.atom`);
  expect([feed.status, await feed.text()]).toEqual([500, expect.not.stringContaining('hurt.sqlite')]);

  expect((await api.ask('{ changes(after: 1499, first: 2) { eventId basis } }')).data.changes).toEqual(
    records,
  );
  const statuses =
    '{ stateAsOf(date: "2015-06-01", first: 50) { readings { edges { node { slot status } } } } }';
  expect(await api.ask(statuses)).toEqual(await held.ask(statuses));
  const health = await fetch(`${api.url}/healthz`);
  expect([health.status, await health.json()]).toMatchObject([
    503,
    { damaged: true, sentence: expect.stringContaining(`position ${hurtAt}`) },
  ]);
  await api.remove();
});
