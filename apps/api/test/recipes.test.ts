import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ApiUnderTest, runApi } from './running-api.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await runApi({ POLICY_SEED: 'catalogue' });
});
afterAll(() => api.remove());

const page = readFileSync(new URL('../../../docs/recipes.md', import.meta.url), 'utf8');
const recipes = new Map(
  [...page.matchAll(/```graphql\n(query (\w+)[\s\S]*?)```/g)].map(([, query, name]) => [name, query]),
);
const asked = async (name: string, variables?: object) => {
  const { data, errors } = await api.ask(recipes.get(name) as string, variables);
  expect(errors).toBeUndefined();
  return data;
};
// biome-ignore lint/suspicious/noExplicitAny: an answer's nodes.
type Node = any;
const only = (state: Node): Node => state.readings.edges[0].node;

it('has ten recipes', () => expect(recipes.size).toBe(10));

it('1: the surcharge is in force on its last day and expired on the next', async () => {
  const { before, after } = await asked('Surcharge');
  expect([only(before).status, only(after).status]).toEqual(['IN_FORCE', 'EXPIRED']);
});

it('2: 15 % on top, then 15 % inclusive and 28 days after the fact', async () => {
  const { then, later } = await asked('Knowable');
  expect(only(then).value).toEqual({ ratePercent: 15, rateBasis: 'ADDITIONAL' });
  expect(only(later)).toMatchObject({
    validFrom: '2025-08-07',
    retroactiveDays: 28,
    value: { ratePercent: 15, rateBasis: 'INCLUSIVE' },
  });
});

it('3: what was planned on Brazil came as planned; for Japan one measure did not', async () => {
  const fell = async (partner?: string) => {
    const { planned, became } = await asked('Planned', partner === undefined ? {} : { partner });
    const outcomes = new Map<string, Node>(became.map((row: Node) => [row.id, row]));
    const ids = planned.map(({ id }: Node) => id);
    return { ids, fell: ids.filter((id: string) => !['KEPT', null].includes(outcomes.get(id)?.outcome)) };
  };
  const brazil = await fell();
  expect(brazil.ids).toEqual(expect.arrayContaining(['bra-40:start', 'recip2-bra:start']));
  expect(brazil.ids).not.toContain('che-39:start');
  expect(brazil.fell).toEqual([]);
  expect((await fell('JPN')).fell).toEqual(['recip2-jpn:start']);
});

it('4: the answer for one day, by what was known', async () => {
  const { timeline } = await asked('OneDay');
  expect(timeline.some(({ reading }: Node) => reading.value?.ratePercent === 24)).toBe(true);
  expect(timeline.at(-1).reading).toMatchObject({ status: 'SUSPENDED', value: { ratePercent: 10 } });
});

it('5: the end of the pause is awaited, and was put off', async () => {
  const { then, now } = await asked('Looked');
  const awaited = then.filter(({ date }: Node) => date === '2025-07-09');
  expect(awaited.every(({ outcome }: Node) => outcome === null)).toBe(true);
  const outcome = new Map(now.map((row: Node) => [row.id, row.outcome]));
  expect(awaited.map(({ id }: Node) => outcome.get(id))).toContain('EXTENDED');
});

it('6: rows of each kind are as many as counted', async () => {
  const { diff } = await asked('Changed');
  for (const [kind, count] of Object.entries(diff.counts))
    expect(diff.rows.filter((row: Node) => row.kind.toLowerCase() === kind)).toHaveLength(count as number);
  expect(diff.rows).toHaveLength(diff.totalCount);
});

it('7: 15 % all in', async () => expect((await asked('Duty')).tariffQuote.allInPercent).toBe(15));

it('8: every reason has a source', async () => {
  const { because, insteadOf } = only((await asked('Why')).stateAsOf);
  expect(because[0].verb).toBe('DECIDED_BY');
  expect(because.every(({ event }: Node) => event.sources.length > 0)).toBe(true);
  expect(insteadOf.length).toBeGreaterThan(0);
});

it('9: the basis gives the same answer again', async () => {
  const { stateAsOf } = await asked('Basis');
  const again = await api.ask(
    (recipes.get('Basis') as string).replace('filter:', `basis: "${stateAsOf.basis}", filter:`),
  );
  expect(again.data.stateAsOf).toEqual(stateAsOf);
});

it('10: positions have no hole', async () => {
  const { changes } = await asked('Follow');
  expect(changes.map(({ position }: Node) => position)).toEqual([0, 1, 2, 3, 4]);
});
