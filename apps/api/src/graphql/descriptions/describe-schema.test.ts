import { buildSchema } from 'graphql';
import { expect, it } from 'vitest';
import { printedSchema } from '../printed-schema.js';
import { describeSchema } from './describe-schema.js';

it('leaves nothing of the schema without a description', async () => {
  expect(describeSchema(buildSchema(await printedSchema()))).toEqual([]);
});

it('names what has none, so that a new member is noticed', () => {
  const schema = buildSchema('"Q" type Query { "F" field(novel: Int): Novel } enum Novel { ONE }');
  expect(describeSchema(schema)).toEqual(['Query.field(novel)', 'Novel', 'Novel=ONE']);
});
