// Writes lib/graphql-env.d.ts from the API's committed schema: `npm run codegen -w @policy-timeline/web`.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { minifyIntrospection, outputIntrospectionFile } from '@gql.tada/internal';
import { buildSchema, introspectionFromSchema } from 'graphql';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const schema = buildSchema(readFileSync(at('../../api/schema.graphql'), 'utf8'));
const introspection = minifyIntrospection(introspectionFromSchema(schema));
writeFileSync(
  at('../lib/graphql-env.d.ts'),
  outputIntrospectionFile(introspection, { fileType: 'lib/graphql-env.d.ts', shouldPreprocess: true }),
);
