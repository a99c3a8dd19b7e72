import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLObjectType,
  getNamedType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiUnderTest, runApi } from '../../../test/running-api.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await runApi({ POLICY_SEED: 'catalogue' });
});
afterAll(() => api.remove());

const schema = buildSchema(readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8'));
/** What is asked of objects of other questions: enough to see that they are there. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  PolicyEvent: '{ id }',
  Deadline: '{ id date }',
  Text: '{ en ja }',
  Value: '{ __typename }',
};

/** Every field of a type, and of those within it. */
function all(type: GraphQLObjectType): string {
  const fields = Object.values(type.getFields()).map((field) => {
    const of = getNamedType(field.type);
    if (!(isObjectType(of) || isUnionType(of) || isInterfaceType(of))) return field.name;
    return `${field.name} ${ELSEWHERE[of.name] ?? all(of as GraphQLObjectType)}`;
  });
  return `{ ${fields.join(' ')} }`;
}
const systems = schema.getType('PaperSystems') as GraphQLObjectType;
const member = (name: string, partner: string): string => {
  const field = systems.getFields()[name];
  if (!field) throw new Error(`PaperSystems has no field ${name}`);
  const of = getNamedType(field.type) as GraphQLObjectType;
  return `${name}${field.args.some((argument) => argument.name === 'partner') ? `(partner: "${partner}")` : ''} ${all(of)}`;
};
const names = Object.keys(systems.getFields()).filter((name) => name !== 'basis');

describe.each(names)('%s', (name) => {
  it.each([
    ['2018-03-21', '2018-03-21', 'VEN'],
    ['2025-05-30', '2025-05-30', 'JPN'],
    ['2025-08-20', null, 'BRA'],
    ['2010-05-01', '2010-05-01', 'MEX'],
  ])('is typed through and through on %s, known %s, for %s', async (date, knownAt, partner) => {
    const known = knownAt === null ? '' : `, knownAt: "${knownAt}"`;
    const { data, errors } = await api.ask(
      `{ systems(date: "${date}"${known}) { basis ${member(name, partner)} } }`,
    );
    expect(errors).toBeUndefined();
    // A day number would be a figure of five digits where a day stands.
    expect(JSON.stringify(data)).not.toMatch(/"(knownFrom|date|from|since|validFrom)":-?\d/);
  });
});

it('says what the documents said: the same events, with ISO days', async () => {
  const { data } = await api.ask(`{
    adviceChecklist(date: "2025-05-30", knownAt: "2025-05-30")
    latinAmerica2018(date: "2018-03-21", knownAt: "2018-03-21")
    tariffLayers(date: "2025-08-20", partner: "BRA")
    then: systems(date: "2025-05-30", knownAt: "2025-05-30") { adviceChecklist { frame { knownFrom } items { state realisedBy { event { id } because { en } } } } }
    old: systems(date: "2018-03-21", knownAt: "2018-03-21") { latinAmerica2018 { vacancies { vacantPosts } nafta { lastHeld rounds { number state } } deadlines { id } } }
    now: systems(date: "2025-08-20") { tariffLayers(partner: "BRA") { totalPercent range { minPercent } layers { slot ratePercent rateUnknown } } }
  }`);
  const { items } = data.adviceChecklist;
  expect(data.then.adviceChecklist.frame.knownFrom).toBe('2024-12-31');
  expect(
    data.then.adviceChecklist.items.map(
      (item: { state: string; realisedBy: { event: { id: string } }[] }) => [
        item.state,
        item.realisedBy.map(({ event }) => event.id),
      ],
    ),
  ).toEqual(
    items.map((item: { state: string; realisedBy: { event: string }[] }) => [
      item.state,
      item.realisedBy.map(({ event }) => event),
    ]),
  );
  const typed = data.old.latinAmerica2018;
  expect(typed.nafta.lastHeld).toBe(data.latinAmerica2018.nafta.lastHeld);
  expect(typed.deadlines).toHaveLength(data.latinAmerica2018.deadlines.length);
  expect(data.now.tariffLayers.totalPercent).toBe(data.tariffLayers.totalPercent);
  expect(
    data.now.tariffLayers.layers.map(
      ({ ratePercent, rateUnknown }: { ratePercent: number | null; rateUnknown: boolean }) =>
        rateUnknown ? 'UNKNOWN' : ratePercent,
    ),
  ).toEqual(data.tariffLayers.layers.map(({ ratePercent }: { ratePercent: unknown }) => ratePercent));
});
