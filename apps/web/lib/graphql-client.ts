import { type Client, cacheExchange, createClient, fetchExchange } from '@urql/core';

let client: Client | null = null;

/** The one GraphQL client of the page: questions by POST on our own origin, answers kept. */
export function graphqlClient(): Client {
  client ??= createClient({
    url: '/api/graphql',
    preferGetMethod: false,
    exchanges: [cacheExchange, fetchExchange],
  });
  return client;
}
