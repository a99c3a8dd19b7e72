import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { capabilities } from '../capabilities/capabilities.js';
import { describeSchema } from './descriptions/describe-schema.js';
import { giveExamples } from './descriptions/give-examples.js';
import { schemaShape } from './schema-shape.js';
import { sharedResolvers } from './shared-resolvers.js';

@Module({ imports: [GraphQLSchemaBuilderModule] })
class SchemaModule {}

const HEAD = '# Written by the build from the classes in apps/api/src; change those, not this file.\n\n';

/** The whole schema, sorted and described, without starting a server or opening a log. */
export async function builtSchema(): Promise<GraphQLSchema> {
  const app = await NestFactory.createApplicationContext(SchemaModule, {
    logger: ['error'],
    abortOnError: false,
  });
  const inCapabilities = capabilities.flatMap((module) =>
    (Reflect.getMetadata('providers', module) as unknown[]).filter(
      (provider) => typeof provider === 'function',
    ),
  );
  const resolvers = [...inCapabilities, ...sharedResolvers] as Parameters<GraphQLSchemaFactory['create']>[0];
  const schema = await app.get(GraphQLSchemaFactory).create(resolvers, schemaShape);
  await app.close();
  describeSchema(schema);
  giveExamples(schema);
  return lexicographicSortSchema(schema);
}

export const printed = (schema: GraphQLSchema): string => `${HEAD}${printSchema(schema)}\n`;
