import {
  type ExecutionResult,
  execute,
  GraphQLFloat,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  parse,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { expect, it } from 'vitest';
import { schemaToCompile } from './schema-to-compile.js';

/** A column of rates that must hold and one that may lack entries. */
const schemaOf = (columns: { readonly rates: unknown; readonly notes: unknown }): GraphQLSchema =>
  new GraphQLSchema({
    query: new GraphQLObjectType({
      name: 'Query',
      fields: {
        rates: {
          type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(GraphQLFloat))),
          resolve: () => columns.rates,
        },
        notes: { type: new GraphQLList(GraphQLString), resolve: () => columns.notes },
      },
    }),
  });
const document = parse('{ rates notes }');

async function compiled(schema: GraphQLSchema): Promise<ExecutionResult> {
  const query = compileQuery(schemaToCompile(schema), document);
  if (!isCompiledQuery(query)) throw new Error('not compiled');
  return query.query(undefined, {}, {});
}

it('answers lists of leaves as graphql-js does', async () => {
  for (const columns of [
    { rates: [24, 12.5], notes: ['paused', null] },
    { rates: [], notes: null },
    { rates: [0, -3], notes: [7, true] },
  ]) {
    const schema = schemaOf(columns);
    expect(await compiled(schema)).toEqual(await execute({ schema, document }));
  }
});

it.each([
  ['nothing where something must be', [24, null]],
  ['a number that is none', [Number.NaN]],
  ['a fault', [new Error('the store is away')]],
  ['no list', 24],
])('leaves to graphql-js a list with %s', async (_, rates) => {
  const schema = schemaOf({ rates, notes: [] });
  expect((await compiled(schema)).errors).not.toHaveLength(0);
  expect((await execute({ schema, document })).errors).not.toHaveLength(0);
});
