import type { graphql } from './graphql';

const partsOf = new Map<string, readonly string[]>();

/** A question and its fragments as one text; a fragment used twice is written once. */
function write(text: string, fragments: readonly string[] = []): string {
  const parts = [...new Set([text, ...fragments.flatMap((fragment) => partsOf.get(fragment) ?? [fragment])])];
  const whole = parts.join('\n');
  partsOf.set(whole, parts);
  return whole;
}

/**
 * Typed like `graphql`, but the document stays a text: the first page then needs neither a parser nor a printer of GraphQL.
 * For questions asked with `ask`.
 */
export const graphqlText = write as unknown as typeof graphql;
