import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { Request } from '../http/express.js';
import { TimelineModule } from '../timeline/timeline.module.js';
import { answerExtensions } from './answer-extensions.plugin.js';
import { compiledExecution } from './compiled-execution.plugin.js';
import type { RequestContext } from './context.js';
import { describeSchema } from './descriptions/describe-schema.js';
import { giveExamples } from './descriptions/give-examples.js';
import { formatError } from './errors.js';
import { LIMITS, limitRules } from './limits.js';
import { withPlainFields } from './plain-fields.js';
import { PreparedQuestions } from './prepared-questions.js';
import { schemaShape } from './schema-shape.js';
import { sharedResolvers } from './shared-resolvers.js';

const configuration: ApolloDriverConfig = {
  driver: ApolloDriver,
  path: '/graphql',
  autoSchemaFile: true,
  sortSchema: true,
  buildSchemaOptions: schemaShape,
  graphiql: false,
  introspection: true,
  cache: 'bounded',
  persistedQueries: false,
  allowBatchedHttpRequests: false,
  // Nothing to forge: there are no cookies, GET cannot mutate, and POST takes JSON alone.
  csrfPrevention: false,
  includeStacktraceInErrorResponses: false,
  autoTransformHttpErrors: false,
  parseOptions: { maxTokens: LIMITS.tokens },
  validationRules: limitRules,
  transformSchema: (schema) => {
    describeSchema(schema);
    giveExamples(schema);
    return withPlainFields(schema);
  },
  // Apollo's cache control wraps every field to collect hints that nobody gives; `http/answers` does the caching.
  plugins: [ApolloServerPluginCacheControlDisabled(), answerExtensions, compiledExecution],
  formatError,
  context: ({ req }: { req: Request }): RequestContext => ({
    authorization: req.headers.authorization,
    transport: req.method ?? 'POST',
    ...(req.exchange && { exchange: req.exchange }),
  }),
};

/** The schema's frame: scalars, errors, limits, and the objects that several capabilities answer with. */
@Module({
  imports: [GraphQLModule.forRoot<ApolloDriverConfig>(configuration), TimelineModule],
  providers: [...sharedResolvers, PreparedQuestions],
  exports: [GraphQLModule],
})
export class GraphqlModule {}
