import type { ApolloServerPlugin } from '@apollo/server';
import type { RequestContext } from './context.js';
import { costOf } from './limits.js';

/** Refuses operations that cost too much, and tells cost and basis beside each answer. */
export const answerExtensions: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    let cost: number | null = null;
    return {
      async didResolveOperation({ schema, document, request, operationName }) {
        cost = costOf(schema, document, request.variables ?? {}, operationName ?? undefined);
      },
      async willSendResponse({ response, contextValue, operation, operationName }) {
        if (contextValue.retryAfterSeconds !== undefined) {
          // After Nest's own plugin, which gives every refusal of a resolver the status 200.
          await null;
          response.http.status = 429;
          response.http.headers.set('retry-after', String(contextValue.retryAfterSeconds));
        }
        if (response.body.kind !== 'single' || cost === null) return;
        const basis = contextValue.answered?.basis;
        response.body.singleResult.extensions = {
          ...response.body.singleResult.extensions,
          cost,
          ...(basis !== undefined && { basis }),
        };
        const { newest, answered, exchange, confidential } = contextValue;
        const prefix = newest ?? answered;
        if (
          !exchange ||
          !prefix ||
          confidential ||
          operation?.operation !== 'query' ||
          response.body.singleResult.errors
        )
          return;
        exchange.answer = {
          settled: newest === undefined,
          prefix,
          operation: operationName ?? 'anonymous',
          cost,
        };
      },
    };
  },
};
