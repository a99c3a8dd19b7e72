// NestJS with Apollo on Express as they come, over the same domain: what one gets without doing anything.
import 'reflect-metadata';
import { ApolloDriver } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { parseDay, viewOf } from '@policy-timeline/domain';
import { listed, record } from './questions.mjs';

const timeline = record();
const typeDefs = `
  scalar Date
  enum Status { IN_FORCE SUSPENDED SCHEDULED ENDED EXPIRED SUPERSEDED NEVER_TOOK_EFFECT DATE_OPEN THREATENED PROPOSED UNKNOWN NOT_IN_FORCE }
  enum Certainty { CERTAIN POSSIBLE }
  type PolicyReading { slot: ID! status: Status! certainty: Certainty! projected: Boolean! validFrom: String }
  type ReadingEdge { cursor: String! node: PolicyReading! }
  type ReadingConnection { edges: [ReadingEdge!]! }
  type PolicyState { readings: ReadingConnection! }
  type Query { stateAsOf(date: Date!, first: Int = 50, after: String): PolicyState! }
`;
const cursor = (slot) => Buffer.from(`k:${slot}`).toString('base64url');
const resolvers = {
  Query: {
    stateAsOf(_root, { date, first, after }) {
      const rows = listed(timeline, viewOf({ date: parseDay(date) }));
      const key = after ? Buffer.from(after, 'base64url').toString().slice(2) : '';
      const page = rows.filter(({ slot }) => slot > key).slice(0, first);
      return { readings: { edges: page.map((node) => ({ cursor: cursor(node.slot), node })) } };
    },
  },
};

class StockModule {}
Module({
  imports: [GraphQLModule.forRoot({ driver: ApolloDriver, typeDefs, resolvers, graphiql: false })],
})(StockModule);

const app = await NestFactory.create(StockModule, { logger: ['error'] });
await app.listen(Number(process.argv[2]), '127.0.0.1');
process.stdout.write('ready\n');
