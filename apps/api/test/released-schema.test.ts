import { readFileSync } from 'node:fs';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';
import { expect, it } from 'vitest';

const schema = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const breaking = async (released: string, now: string) =>
  (await diff(buildSchema(released), buildSchema(now)))
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map(({ message }) => message);

it('breaks no query that the released schema answers (docs/schema/README.md)', async () => {
  expect(
    await breaking(schema('../../../docs/schema/released.graphql'), schema('../schema.graphql')),
  ).toEqual([]);
});

it('sees a field that was taken away', async () => {
  expect(await breaking('type Query { a: Int b: Int }', 'type Query { a: Int }')).toEqual([
    expect.stringContaining("'b'"),
  ]);
});
