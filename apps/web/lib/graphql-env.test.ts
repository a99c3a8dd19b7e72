import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { minifyIntrospection, outputIntrospectionFile } from '@gql.tada/internal';
import { buildSchema, introspectionFromSchema } from 'graphql';
import { expect, it } from 'vitest';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

it('the generated GraphQL types are those of the API’s schema; if not: npm run codegen -w @policy-timeline/web', () => {
  const schema = buildSchema(readFileSync(at('../../api/schema.graphql'), 'utf8'));
  const expected = outputIntrospectionFile(minifyIntrospection(introspectionFromSchema(schema)), {
    fileType: 'lib/graphql-env.d.ts',
    shouldPreprocess: true,
  });
  expect(readFileSync(at('./graphql-env.d.ts'), 'utf8') === expected).toBe(true);
});
