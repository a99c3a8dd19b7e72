import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ApiUnderTest, runApi } from './running-api.js';

interface Cited {
  readonly event: { readonly sources: readonly { readonly id: string }[] };
}

let api: ApiUnderTest;
beforeAll(async () => {
  api = await runApi({ POLICY_SEED: 'catalogue' });
});
afterAll(() => api.remove());

const counted = async (date: string, filter: string, more = '') =>
  (
    await api.ask(
      `{ stateAsOf(date: "${date}"${more}, first: 200, filter: ${filter}) { counts { inForce possible } readings { edges { node { slot status certainty projected value { ... on QuantityValue { amount } ... on RateValue { ratePercent } } } } } } }`,
    )
  ).data.stateAsOf;
// biome-ignore lint/suspicious/noExplicitAny: an answer's nodes.
const nodes = (state: any): any[] => state.readings.edges.map(({ node }: any) => node);
const members = async (date: string) =>
  nodes(await counted(date, '{ subjects: ["membership/alba"], statuses: [IN_FORCE] }')).filter(({ slot }) =>
    /^membership\/alba\/[A-Z]{3}$/.test(slot),
  );

it('has nine ALBA members on 2010-01-11, five of them possible, and eight two days later', async () => {
  expect(await members('2010-01-11')).toHaveLength(9);
  expect((await members('2010-01-11')).filter(({ certainty }) => certainty === 'POSSIBLE')).toHaveLength(5);
  expect(await members('2010-01-13')).toHaveLength(8);
});

it('is at round 4 of the NAFTA renegotiation on 2017-11-01 and at round 7 on 2018-03-21', async () => {
  const round = async (date: string) =>
    nodes(await counted(date, '{ subjects: ["negotiation/nafta-renegotiation"] }')).find(({ slot }) =>
      slot.endsWith('#round'),
    )?.value.amount;
  expect([await round('2017-11-01'), await round('2018-03-21')]).toEqual([4, 7]);
});

it('lists at least seven expectations of paper 000 on the day it was written', async () => {
  const { data } = await api.ask(
    '{ upcoming(date: "2018-03-21", knownAt: "2018-03-21", withinDays: 1500) { date firmness event { sources { id } } } }',
  );
  expect(
    data.upcoming.filter(({ event }: Cited) =>
      event.sources.some(({ id }: { id: string }) => id === 'paper-000'),
    ).length,
  ).toBeGreaterThanOrEqual(7);
});

it('tells coverage per topic', async () => {
  const { data } = await api.ask(
    '{ coverage { topic title { en ja } coveredThrough sources { source completeFrom completeThrough } } }',
  );
  expect(data.coverage.find(({ topic }: { topic: string }) => topic === 'nafta-renegotiation')).toMatchObject(
    { coveredThrough: '2020-07-01', sources: [{ source: 'paper-000' }, { source: 'us-official-record' }] },
  );
});

it('answers its largest page within the cost limit', async () => {
  const { errors, extensions } = await api.ask(
    '{ stateAsOf(date: "2018-03-21", first: 200) { readings { edges { node { slot status certainty projected validFrom validUntil value { __typename } subject { id title { en ja } } decidedBy { id title { en ja } sources { id title { en ja } where } } because { verb event { id title { en ja } } } } } } } }',
  );
  expect(errors).toBeUndefined();
  expect(extensions?.cost).toBeLessThan(60_000);
});

it('reads a paper in the world of its own day, and tells what became of what it expected', async () => {
  const { data } = await api.ask(
    '{ paper(id: "paper-000") { date expectedCounts { total kept lapsed } expected { id date outcome outcomeBy { id } } held { slot status projected value { ... on QuantityValue { amount } } } accounts { said { id } record { id } differs } said { id } } }',
  );
  const { paper } = data;
  expect(paper.date).toBe('2018-03-21');
  expect(paper.expected).toContainEqual({
    id: 'nafta-round-8-expected:start',
    date: '2018-04~',
    outcome: 'LAPSED',
    outcomeBy: { id: 'nafta-round-8-dropped' },
  });
  expect(paper.expected).toContainEqual({
    id: 'us-s232-steel-aluminium-2018:start',
    date: '2018-03-23',
    outcome: 'KEPT',
    outcomeBy: { id: 's232-steel-2018' },
  });
  expect(paper.expectedCounts).toEqual({ total: paper.expected.length, kept: 6, lapsed: 3 });
  expect(paper.held).toContainEqual(
    expect.objectContaining({ slot: 'negotiation/nafta-renegotiation#round', value: { amount: 7 } }),
  );
  expect(paper.accounts).toContainEqual({
    said: { id: 'us-venezuela-petro-ban' },
    record: { id: 'ven-13827' },
    differs: true,
  });
  expect(paper.said.map(({ id }: { id: string }) => id)).not.toContain('nafta-round-8-expected');
});

it('tells everything about a country on a day, from one view', async () => {
  const { data } = await api.ask(
    `{ partner(code: "HND", date: "2010-01-12", knownAt: "2010-01-12") {
      id name { ja } blocs { id } memberships { slot status decidedBy { id } } counts { inForce }
    } de: partner(code: "DEU", date: "2025-08-20", knownAt: "2025-05-30") {
      blocs { id } quadrant { quadrant year sources { id } partner { code } }
      trade { slot unit figures { year amount knownFrom decidedBy { id } } }
      families(families: [TARIFF]) { family title { en } readings { slot status } }
    } before: partner(code: "DEU", date: "2025-08-20", knownAt: "2025-05-01") { quadrant { code } trade { figures { year } } }
    none: partner(code: "XXX", date: "2010-01-12") { id } }`,
  );
  expect(data.partner).toMatchObject({
    id: 'partner:HND@2010-01-12~2010-01-12',
    name: { ja: 'ホンジュラス' },
  });
  expect(data.partner.memberships).toContainEqual({
    slot: 'membership/alba/HND',
    status: 'ENDED',
    decidedBy: { id: 'honduras-leaves-alba' },
  });
  expect(data.partner.blocs).not.toContainEqual({ id: 'org:alba' });
  expect(data.de.blocs).toContainEqual({ id: 'org:eu' });
  expect(data.de.quadrant).toEqual({
    quadrant: 3,
    year: 2024,
    sources: [{ id: 'paper-004' }],
    partner: { code: 'DEU' },
  });
  const balances = data.de.trade.filter(({ slot }: { slot: string }) => slot.endsWith('#balance'));
  expect(
    balances.flatMap(({ figures }: { figures: { year: number }[] }) => figures.map(({ year }) => year)),
  ).toEqual([2024, 2017]);
  expect(data.de.families).toEqual([
    expect.objectContaining({
      family: 'TARIFF',
      readings: expect.arrayContaining([{ slot: 'tariff/us/reciprocal/EU', status: expect.any(String) }]),
    }),
  ]);
  // The table was published on 30 May: on 1 May nobody could place the country on the chart.
  expect(data.before).toEqual({
    quadrant: null,
    trade: [{ figures: [{ year: 2017 }] }, { figures: [{ year: 2017 }] }, { figures: [{ year: 2017 }] }],
  });
  expect(data.none).toBeNull();
});

it('names countries and bodies in both languages', async () => {
  const { data } = await api.ask(
    '{ parties(ids: ["JPN", "org:eu", "nobody"]) { id name { en ja } } all: parties { id name { en ja } } }',
  );
  expect(data.parties).toEqual([
    { id: 'JPN', name: { en: 'Japan', ja: '日本' } },
    { id: 'org:eu', name: { en: 'European Union', ja: '欧州連合（EU）' } },
  ]);
  expect(data.all.length).toBeGreaterThan(100);
});

it('gives any object again by its id, and no two objects share one', async () => {
  const ids = [
    'ven-13827',
    'tariff/us/reciprocal/JPN',
    'source:paper-000',
    'org:eu',
    'partner:JPN@2025-08-20~lived!CERTAIN',
  ];
  const { data } = await api.ask(
    `{ ${ids.map((id, i) => `n${i}: node(id: "${id}") { __typename id }`).join(' ')} none: node(id: "nothing") { id } }`,
  );
  expect(ids.map((_, i) => data[`n${i}`])).toEqual(
    ids.map((id, i) => ({ id, __typename: ['PolicyEvent', 'Subject', 'Paper', 'Party', 'Partner'][i] })),
  );
  expect(data.none).toBeNull();
  const taken = new Map<string, string>();
  for (let after = ''; ; ) {
    const page = (
      await api.ask(
        `{ events(first: 200${after}) { edges { node { id effects { slot } } } pageInfo { hasNextPage endCursor } } parties { id } }`,
      )
    ).data;
    const named = (kind: string, id: string) => {
      expect(taken.get(id) ?? kind, `${id} is ${kind}`).toBe(kind);
      taken.set(id, kind);
    };
    for (const { id } of page.parties) named('party', id);
    for (const { node } of page.events.edges) {
      named('event', node.id);
      for (const { slot } of node.effects) named('subject', slot.split('#')[0]);
    }
    if (!page.events.pageInfo.hasNextPage) break;
    after = `, after: "${page.events.pageInfo.endCursor}"`;
  }
  expect(taken.size).toBeGreaterThan(1_000);
});

it('shows an event with what other events say of it, its accounts, names and what its slots read', async () => {
  const { data, errors } = await api.ask(
    `{ event(id: "ven-13827") {
      accounts { id projects } corrections { id } subject { id title { ja } } actorParties { id name { ja } }
      relations { type event { id } } relatedFrom { type to event { id } } readings { slot status }
    } subject(id: "negotiation/nafta-renegotiation", view: { date: "2018-03-21", asLived: true }) {
      readings { slot status } events { id } partnerParties { name { en } } coverage { coveredThrough } parts { id }
    } eu: subject(id: "membership/eu") { parts { id } } }`,
  );
  expect(errors).toBeUndefined();
  expect(data.event.accounts).toEqual([{ id: 'us-venezuela-petro-ban', projects: false }]);
  expect(data.event.actorParties).toContainEqual({ id: 'USA', name: { ja: '米国' } });
  expect(data.event.readings.length).toBeGreaterThan(0);
  expect(data.subject.events[0].id).toBe('nafta-renegotiation-notice');
  expect(data.eu.parts).toContainEqual({ id: 'membership/eu/DEU' });
});

it.each([
  ['2018-03-07', '["tariff/us/section-232-metals/steel"]'],
  ['2025-04-08', '["tariff/us/reciprocal/CHN", "tariff/us/reciprocal/JPN"]'],
  ['2026-02-19', '["tariff/us/reciprocal/IND", "tariff/us/ieepa-fentanyl/CAN"]'],
])('mixes nothing that came later into what is nested in an answer as known on %s', async (day, subjects) => {
  const event = 'knownWindow { nominal }';
  const later = `relations { event { ${event} } } relatedFrom { event { ${event} } } accounts { ${event} }`;
  const { data } = await api.ask(
    `{ stateAsOf(date: "2026-03-01", knownAt: "${day}", filter: { subjects: ${subjects} }) { readings { edges { node {
      decidedBy { ${event} ${later} } subject { events { ${event} ${later} } parts { events { ${event} } } } } } } } }`,
  );
  const days = JSON.stringify(data).match(/\d{4}-\d{2}-\d{2}/g) ?? [];
  expect(days.filter((known) => known > day)).toEqual([]);
  expect(nodes(data.stateAsOf).length).toBeGreaterThanOrEqual(day === '2018-03-07' ? 0 : 1);
});

it('lists beneath a subject only what was spoken of: no country rate before 2 April 2025', async () => {
  const parts = async (view: string) =>
    (await api.ask(`{ subject(id: "tariff/us/reciprocal", view: ${view}) { parts { id } events { id } } }`))
      .data.subject;
  const before = await parts('{ date: "2025-08-20", knownAt: "2025-04-01" }');
  expect(before).toEqual({ parts: [], events: [] });
  const after = await parts('{ date: "2025-08-20", knownAt: "2025-04-02" }');
  expect(after.parts).toContainEqual({ id: 'tariff/us/reciprocal/JPN' });
});
