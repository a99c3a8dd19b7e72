import { type Client, cacheExchange, createClient, fetchExchange, subscriptionExchange } from '@urql/core';
import { createClient as createStream } from 'graphql-sse';

let client: Client | null = null;
const reconnected = new Set<() => void>();

/** Types that any append may add to: lists of them cached while empty are asked for again. */
export const LISTED_TYPES = {
  additionalTypenames: ['PolicyReading', 'PolicyEvent', 'ReasonLink', 'Deadline', 'Subject'],
};

/** The one GraphQL client of the page: queries by POST, subscriptions as server-sent events, all on our own origin. */
export function graphqlClient(): Client {
  if (client) return client;
  let connections = 0;
  const stream = createStream({
    url: '/api/graphql/stream',
    retryAttempts: Number.POSITIVE_INFINITY,
    retry: (retries) => new Promise((resolve) => setTimeout(resolve, Math.min(30_000, 1000 * 2 ** retries))),
    on: {
      connected: () => {
        connections++;
        if (connections > 1) for (const run of reconnected) run();
      },
    },
  });
  client = createClient({
    url: '/api/graphql',
    preferGetMethod: false,
    exchanges: [
      cacheExchange,
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query, variables }) => ({
          subscribe: (sink) => ({
            unsubscribe: stream.subscribe(
              { query: query ?? '', variables: variables as Record<string, unknown> },
              sink as never,
            ),
          }),
        }),
      }),
    ],
  });
  return client;
}

/** Runs when the event stream is back after a break: something may have been missed. */
export function onReconnected(run: () => void): () => void {
  reconnected.add(run);
  return () => reconnected.delete(run);
}
