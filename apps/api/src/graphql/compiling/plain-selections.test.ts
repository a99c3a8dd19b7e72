import {
  buildSchema,
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  parse,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { compiledFor } from '../compiled-execution.plugin.js';

const SDL = `
  type Query { reading(date: String): Reading  readings: [Reading!]!  rates: [Float!]!  notes: [String] }
  interface Named { title: String! }
  type Reading implements Named { slot: ID!  status: Status!  title: String!  percent: Float  days: [Int!]  value: Value  next: Reading  sources(first: Int): [String!]! }
  enum Status { IN_FORCE ENDED }
  union Value = Rate | Words
  type Rate { percent: Float! }
  type Words implements Named { title: String! }
`;

const JAPAN = {
  slot: 'tariff/us/reciprocal/JPN',
  status: 'IN_FORCE',
  title: 'Reciprocal tariff on Japan',
  percent: 15,
  days: [0, 90],
  value: { __typename: 'Rate', percent: 15 },
};
const PARIS = {
  slot: 'membership/paris/USA',
  status: 'ENDED',
  title: 'Paris Agreement',
  percent: null,
  days: null,
  value: { __typename: 'Words', title: 'left' },
  next: JAPAN,
};

function schemaOf(root: Readonly<Record<string, unknown>>): GraphQLSchema {
  const schema = buildSchema(SDL);
  const fields = schema.getQueryType()?.getFields() ?? {};
  for (const [name, value] of Object.entries(root))
    if (fields[name]) fields[name].resolve = () => (typeof value === 'function' ? value() : value);
  const sources = (schema.getType('Reading') as import('graphql').GraphQLObjectType).getFields().sources;
  if (sources) sources.resolve = (_, { first }) => ['90 FR 15041', '90 FR 42353'].slice(0, first ?? 2);
  return schema;
}

/** A document is compiled when it is asked the second time. */
async function compiled(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables = {},
): Promise<ExecutionResult> {
  compiledFor(schema, document, '');
  const run = compiledFor(schema, document, '');
  if (!run) throw new Error('not compiled');
  return run(undefined, {}, variables);
}

describe('a compiled query', () => {
  it.each([
    '{ reading { slot status percent days next { slot } } }',
    '{ readings { __typename slot other: status title days value { __typename ... on Rate { percent } ... on Words { title } } } }',
    '{ readings { value { ... on Named { title } } ...Part next { title } } } fragment Part on Named { title ... on Reading { next { slot } } }',
    '{ readings { slot sources(first: 1) next { sources } } }',
    'query ($with: Boolean = true) { readings { slot @include(if: $with) status @skip(if: $with) next { slot } } }',
    '{ a: readings { slot } b: readings { title } c: reading(date: "2025-08-20") { value { __typename } } }',
    '{ rates notes __typename }',
    '{ readings { constructor: slot toString: title } }',
  ])('says what graphql-js says: %s', async (text) => {
    const document = parse(text);
    const schema = schemaOf({
      reading: PARIS,
      readings: [JAPAN, PARIS],
      rates: [24, 0, -3],
      notes: [7, null],
    });
    const usual = await execute({ schema, document });
    expect(usual.errors).toBeUndefined();
    expect(JSON.stringify(await compiled(schema, document))).toBe(JSON.stringify(usual));
  });

  it('is none where a name means something else to JavaScript', async () => {
    const document = parse('{ readings { slot __proto__: title } }');
    const schema = schemaOf({ readings: [JAPAN] });
    await expect(compiled(schema, document)).rejects.toThrow('not compiled');
    expect(JSON.stringify(await execute({ schema, document }))).toContain('"__proto__":"Reciprocal');
  });

  it('takes any list there is, an empty one and none', async () => {
    for (const readings of [new Set([JAPAN, PARIS]), []]) {
      const document = parse('{ reading { slot } readings { slot } notes }');
      const schema = schemaOf({ reading: null, readings, notes: null });
      expect(await compiled(schema, document)).toEqual(await execute({ schema, document }));
    }
  });

  it('reads each member once, be the operation named or not', async () => {
    let read = 0;
    const schema = schemaOf({
      reading: () => ({
        slot: 'a',
        get next() {
          read++;
          return { slot: 'b', title: 'c', status: 'ENDED' };
        },
      }),
    });
    await compiled(schema, parse('{ reading { slot next { slot title status } } }'));
    expect(read).toBe(1);
  });

  it.each([
    ['nothing where something must be', { ...JAPAN, title: null }],
    ['a value that its type does not have', { ...JAPAN, status: 'PAUSED' }],
    ['a number that is none', { ...JAPAN, percent: Number.NaN }],
    ['a part of a day', { ...JAPAN, days: [1.5] }],
    ['a fault in the place of a text', { ...JAPAN, title: new Error('the store is away') }],
    ['a fault in the place of an object', { ...JAPAN, next: new Error('the store is away') }],
    ['no list', { ...JAPAN, days: 90 }],
    ['a member of a union that it does not have', { ...JAPAN, value: { __typename: 'Reading' } }],
  ])('leaves to graphql-js an answer with %s', async (_, reading) => {
    const document = parse(
      '{ readings { slot status title percent days next { slot } value { __typename } } }',
    );
    const schema = schemaOf({ readings: [JAPAN, reading] });
    const run = async () => (await compiled(schema, document)).errors;
    expect(await run()).not.toHaveLength(0);
    expect((await execute({ schema, document })).errors).not.toHaveLength(0);
    // Nor does the next answer remember it.
    expect(await run()).toHaveLength(1);
  });

  it('leaves the schema as it was', async () => {
    const schema = schemaOf({ readings: [JAPAN] });
    const before = Object.keys(schema.getQueryType()?.getFields() ?? {});
    await compiled(schema, parse('{ readings { slot } }'));
    expect(Object.keys(schema.getQueryType()?.getFields() ?? {})).toEqual(before);
    await expect(compiled(schema, parse('{ readings { title } }'))).resolves.toEqual({
      data: { readings: [{ title: JAPAN.title }] },
    });
  });
});
