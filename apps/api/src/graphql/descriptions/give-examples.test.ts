import {
  buildSchema,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputObjectType,
  isInputType,
  isInterfaceType,
  isObjectType,
  parse,
  parseValue,
  validate,
  valueFromAST,
} from 'graphql';
import { beforeAll, expect, it } from 'vitest';
import { builtSchema } from '../printed-schema.js';
import { EXAMPLE_QUESTIONS } from './example-questions.js';
import { giveExamples } from './give-examples.js';

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await builtSchema();
});

it('leaves no root field, argument, input field or plain value without an example', () => {
  expect(giveExamples(schema)).toEqual([]);
});

it('names what has none, so that a new member is noticed', () => {
  const novel = buildSchema(
    '"Q" type Query { "F" novel("A" strange: Int): Thing } type Thing { unheard: Int }',
  );
  expect(giveExamples(novel)).toEqual(['Query.novel', 'Query.novel(strange)', 'Thing.unheard']);
});

/** Every member that may show one, with its type; a question of a root field is looked at by itself. */
function* members(): Generator<readonly [path: string, type: GraphQLInputType, description: string]> {
  const roots = new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isInputObjectType(type))
      for (const { name, type: of, description } of Object.values(type.getFields()))
        yield [`${type.name}.${name}`, of, description ?? ''];
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (!roots.has(type as never) && isInputType(field.type))
        yield [`${type.name}.${field.name}`, field.type, field.description ?? ''];
      for (const argument of field.args)
        yield [`${type.name}.${field.name}(${argument.name})`, argument.type, argument.description ?? ''];
    }
  }
}

it('shows what the type takes: each example is read as its member would read it', () => {
  const wrong: string[] = [];
  let looked = 0;
  for (const [path, type, description] of members()) {
    const [, given] = /Example: `(.+?)`[.,; ]/.exec(`${description} `) ?? [];
    if (given === undefined) continue;
    looked++;
    if (!reads(given, type) && !reads(JSON.stringify(given), type)) wrong.push(`${path}: ${given}`);
  }
  expect(wrong).toEqual([]);
  expect(looked).toBeGreaterThan(400);
});

function reads(literal: string, type: GraphQLInputType): boolean {
  try {
    return valueFromAST(parseValue(literal), type) !== undefined;
  } catch {
    return false;
  }
}

it.each(Object.entries(EXAMPLE_QUESTIONS))('%s has a question that the schema answers', (path, question) => {
  expect(validate(schema, parse(question))).toEqual([]);
  expect(question).toContain(path.split('.')[1]);
});
