import { buildSchema } from 'graphql';
import { expect, it } from 'vitest';
import { builtSchema } from '../printed-schema.js';
import { describeSchema } from './describe-schema.js';

it('leaves nothing of the schema without a description', async () => {
  expect(describeSchema(await builtSchema())).toEqual([]);
});

it('names what has none, so that a new member is noticed', () => {
  const schema = buildSchema('"Q" type Query { "F" field(novel: Int): Novel } enum Novel { ONE }');
  expect(describeSchema(schema)).toEqual(['Query.field(novel)', 'Novel', 'Novel=ONE']);
});
