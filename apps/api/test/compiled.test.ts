import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  type DocumentNode,
  execute,
  type GraphQLSchema,
  isObjectType,
  Kind,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { AppModule } from '../src/app.module.js';
import { readConfiguration } from '../src/configuration.js';
import { compiledFor } from '../src/graphql/compiled-execution.plugin.js';
import { BodyFaultsFilter } from '../src/http/body-faults.filter.js';
import { explorerExamples } from '../src/http/explorer-page.js';
import { Timelines } from '../src/timeline/timelines.js';
import { questionsOfTests } from './questions.js';

const folder = mkdtempSync(join(tmpdir(), 'policy-compiled-'));
let app: INestApplication;
let schema: GraphQLSchema;
beforeAll(async () => {
  const configuration = readConfiguration({
    POLICY_DATA_DIR: folder,
    POLICY_LOG_URL: 'memory:',
    LOG_LEVEL: 'silent',
  });
  app = await NestFactory.create(AppModule.of(configuration), { logger: ['error'] });
  app.useGlobalFilters(new BodyFaultsFilter());
  await app.init();
  await app.get(Timelines).ready;
  schema = app.get(GraphQLSchemaHost).schema;
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

const repository = new URL('../../../', import.meta.url);
const golden = (name: string): object[] =>
  parseYaml(readFileSync(new URL(`packages/data/golden/${name}`, repository), 'utf8'), {
    schema: 'core',
  }) as { question: object }[];

/** Every query of the docs, and every one of the README. */
function documented(): string[] {
  const files = [
    'README.md',
    ...readdirSync(new URL('docs/', repository), { recursive: true, encoding: 'utf8' }).map(
      (file) => `docs/${file}`,
    ),
  ];
  return files
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) =>
      [...readFileSync(new URL(file, repository), 'utf8').matchAll(/```graphql\n(.*?)```/gs)].map(
        ([, query]) => query as string,
      ),
    );
}

const documents = new Map<string, DocumentNode>();

async function expectSameBytes(query: string, variables: object = {}): Promise<void> {
  const document = documents.get(query) ?? parse(query);
  documents.set(query, document);
  const name =
    document.definitions[0]?.kind === Kind.OPERATION_DEFINITION
      ? (document.definitions[0].name?.value ?? '')
      : '';
  expect(validate(schema, document, specifiedRules), query).toEqual([]);
  const variableValues = variables as Record<string, unknown>;
  const usual = await execute({ schema, document, variableValues, contextValue: {} });
  compiledFor(schema, document, name);
  const compiled = compiledFor(schema, document, name);
  expect(compiled, query).not.toBeNull();
  const result = await compiled?.(undefined, {}, variableValues);
  expect(usual.errors, query).toBeUndefined();
  expect(JSON.stringify({ data: result?.data }), query).toBe(JSON.stringify({ data: usual.data }));
}

it('reads plain properties without a resolver', () => {
  const type = schema.getType('PolicyReading');
  expect(
    isObjectType(type) && Object.values(type.getFields()).filter(({ resolve }) => resolve !== undefined),
  ).toEqual([]);
});

it('answers the golden readings and quotes with the bytes of graphql-js', async () => {
  const { readings, quotes } = questionsOfTests;
  const asked = [...golden('readings.yaml'), ...golden('tariff-readings.yaml')] as {
    question: { slot: string };
  }[];
  for (const {
    question: { slot, ...view },
  } of asked)
    await expectSameBytes(readings, { ...view, filter: { subjects: [slot.split('#')[0]] } });
  for (const { expect: _, ...question } of golden('quotes.yaml') as { expect: unknown }[])
    await expectSameBytes(quotes, question);
});

it('answers every query of the docs and of the explorer with the bytes of graphql-js', async () => {
  // The audit trail answers nobody without a token.
  const queries = documented().filter(
    (query) =>
      !/^\s*(mutation|subscription)|\bauditTrail\b/.test(query) && !/query[^{]*\$\w+: \w+!/.test(query),
  );
  expect(queries.length).toBeGreaterThan(1);
  for (const query of queries) await expectSameBytes(query);
  for (const { query, variables } of explorerExamples)
    await expectSameBytes(query, variables ? JSON.parse(variables) : {});
});

it('answers everything that nests objects, unions and interfaces with the bytes of graphql-js', async () => {
  for (const query of questionsOfTests.nested) await expectSameBytes(query);
});

it('tells of the schema that callers see', async () => {
  await expectSameBytes(
    '{ __schema { types { name } } __type(name: "ReadingColumns") { fields { name type { kind } } } }',
  );
});

it('leaves a refusal to graphql-js', async () => {
  const query = 'query ($d: Date!) { stateAsOf(date: $d, first: 500) { basis } }';
  const document = parse(query);
  compiledFor(schema, document, '');
  const result = await compiledFor(schema, document, '')?.(undefined, {}, { d: '2025-05-01' });
  expect(result?.errors).toHaveLength(1);
});
