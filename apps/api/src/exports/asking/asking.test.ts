import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { appendJapanTariff, SLOT, STREAM } from '../../../test/japan-tariff.js';
import { type ApiUnderTest, runApi } from '../../../test/running-api.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await runApi({ POLICY_SHARED_CACHE_SECONDS: '5' });
  await appendJapanTariff(api);
});
afterAll(() => api.remove());

const get = (path: string) => fetch(`${api.url}${path}`);
const reason = { en: 'The annex says 23 %.', ja: '付属書は23%としている。' };

async function write(mutation: 'correctEvent' | 'voidEvent', input: object): Promise<void> {
  const { revision } = (await api.ask(`{ subject(id: "${STREAM}") { revision } }`)).data.subject;
  const expected = [{ stream: STREAM, revision }];
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const { data, errors } = await api.write(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { userErrors { message } } }`,
    { input: { ...input, expected, reason } },
  );
  expect([errors, data?.[mutation].userErrors]).toEqual([undefined, []]);
}

/** The id that the log gave to its newest record. */
const newest = async (): Promise<string> =>
  (await api.ask('{ changes(after: 3, first: 200) { eventId } }')).data.changes.at(-1).eventId;

async function revisions(): Promise<
  readonly (readonly [revision: number, ratePercent: number, voided: boolean])[]
> {
  const lines = (await (await get('/export/events.ndjson?f=JPN')).text()).trim().split('\n');
  return lines
    .map((line) => JSON.parse(line))
    .filter(({ event }) => event.id === 'order')
    .map(({ revision, event, voided }) => [revision, event.effects[0].value.ratePercent, voided]);
}

it('tells an order as each record left it: corrected, the erratum taken back, void, and back again', async () => {
  const effects = [{ act: 'ASSERT', slot: SLOT, value: { rate: { ratePercent: 23, rateBasis: 'TOTAL' } } }];
  await write('correctEvent', { idempotencyKey: 'erratum', target: 'order', patch: { effects } });
  await write('voidEvent', { idempotencyKey: 'no-erratum', target: await newest() });
  await write('voidEvent', { idempotencyKey: 'no-order', target: 'order' });
  await write('voidEvent', { idempotencyKey: 'order-after-all', target: await newest() });
  expect(await revisions()).toEqual([
    [0, 24, false],
    [1, 23, false],
    [2, 24, false],
    [3, 24, true],
    [4, 24, false],
  ]);
  const feed = await (await get('/feed.atom?kind=CORRECTED')).text();
  expect([...feed.matchAll(/evt\/order\/rev\/(\d)/g)].map(([, revision]) => revision)).toEqual([
    '4',
    '3',
    '2',
    '1',
  ]);
  const rows: Record<string, string>[] = parse(await (await get('/export/events.csv?f=JPN')).text(), {
    columns: true,
  });
  const kinds = rows.filter(({ event_id }) => event_id === 'order').map(({ kind }) => kind);
  expect(kinds).toEqual(['TariffOrdered', 'TariffOrdered', 'TariffOrdered', 'EventVoided', 'TariffOrdered']);
});

it('names the event behind an erratum, its void and the void of that in `changes`', async () => {
  const { data } = await api.ask('{ changes(after: 3, first: 4) { type event { id } } }');
  expect(data.changes.map(({ type, event }: { type: string; event: object }) => [type, event])).toEqual([
    ['EventCorrected', { id: 'order' }],
    ['EventVoided', { id: 'order' }],
    ['EventVoided', { id: 'order' }],
    ['EventVoided', { id: 'order' }],
  ]);
});

it.each([
  '/export/state.csv?d=2025-04-10',
  '/export/events.ndjson',
  '/feed.atom',
  '/calendar.ics',
  '/quote/state?d=2025-04-10',
])(
  '%s may be kept as long as a GraphQL answer: five seconds in front, for ever with a position',
  async (path) => {
    const query = encodeURIComponent('{ coverage { topic } }');
    const graphql = (await get(`/graphql?query=${query}`)).headers.get('cache-control');
    expect(graphql).toBe('public, max-age=0, s-maxage=5, stale-while-revalidate=5');
    const open = await get(path);
    expect(open.headers.get('cache-control')).toBe(graphql);
    const settled = await get(`${path}${path.includes('?') ? '&' : '?'}z=${open.headers.get('x-position')}`);
    expect(settled.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  },
);
