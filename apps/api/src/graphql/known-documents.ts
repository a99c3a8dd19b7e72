import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { CompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';

/** A query that was parsed, validated against every rule and compiled before. */
export interface KnownDocument {
  readonly document: DocumentNode;
  /** As the document names it; null: it does not. */
  readonly name: string | null;
  readonly run: CompiledQuery['query'];
}

const MOST_BYTES = 8 * 1024 * 1024;
/** A compiled query weighs many times its text. */
const WEIGHT = 20;

const known = new WeakMap<GraphQLSchema, LRUCache<string, KnownDocument>>();

/** Queries of one schema by operation and text, the least used forgotten first. */
export function knownDocuments(schema: GraphQLSchema): LRUCache<string, KnownDocument> {
  const documents =
    known.get(schema) ??
    new LRUCache<string, KnownDocument>({
      maxSize: MOST_BYTES,
      sizeCalculation: (_document, key) => WEIGHT * key.length,
    });
  known.set(schema, documents);
  return documents;
}

export const documentKey = (operationName: string | undefined, text: string): string =>
  `${operationName ?? ''}\n${text}`;
