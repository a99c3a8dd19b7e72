import { createRequire } from 'node:module';
import { join } from 'node:path';
import { GraphQLSchema } from 'graphql';
import { expect, it } from 'vitest';

it('has one copy of graphql: ours, and that of Nest and Apollo', () => {
  const require = createRequire(import.meta.url);
  expect(require('graphql').GraphQLSchema).toBe(GraphQLSchema);
  for (const name of ['@nestjs/graphql', '@apollo/server']) {
    expect(
      createRequire(join(import.meta.dirname, '../../../node_modules', name, 'package.json'))('graphql')
        .GraphQLSchema,
    ).toBe(GraphQLSchema);
  }
});
