import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type { RequestParams } from 'graphql-sse';
import { ApiError } from '../graphql/errors.js';
import { costOf, LIMITS, limitRules } from '../graphql/limits.js';
import type { Request } from './express.js';

/** The document, or why it is none. */
export function parsed(query: unknown): DocumentNode | GraphQLError {
  try {
    return typeof query === 'string' ? parse(query, { maxTokens: LIMITS.tokens }) : (query as DocumentNode);
  } catch (error) {
    return error instanceof GraphQLError
      ? new GraphQLError(error.message, { extensions: { code: 'GRAPHQL_PARSE_FAILED' } })
      : new ApiError('INVALID_INPUT', 'query: cannot be read.');
  }
}

/** What is wrong with an operation of a known document: the same rules and limits as on `/graphql`. */
export function faultsOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  request: Request,
  { variables, operationName }: Omit<RequestParams, 'query'>,
): readonly GraphQLError[] {
  const invalid = validated(schema, document);
  if (invalid.length > 0)
    return invalid.map(
      (error) =>
        new GraphQLError(error.message, {
          nodes: error.nodes ?? null,
          originalError: error.originalError ?? null,
          extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
        }),
    );
  const operation = getOperationAST(document, operationName);
  if (!operation)
    return [
      new ApiError(
        'INVALID_INPUT',
        'operationName: the document has no such operation, or more than one and none is named.',
      ),
    ];
  if (operation.operation === 'mutation')
    return [
      new ApiError(
        'INVALID_INPUT',
        `Mutations are not taken ${request.method === 'GET' ? 'by GET' : 'on the stream'}; POST them to /graphql.`,
      ),
    ];
  try {
    costOf(schema, document, (variables ?? {}) as Record<string, unknown>, operationName ?? undefined);
    return [];
  } catch (error) {
    return [error as GraphQLError];
  }
}

/** One of graphql's own rules throws where a subscription carries a condition by variable. */
function validated(schema: GraphQLSchema, document: DocumentNode): readonly GraphQLError[] {
  try {
    return validate(schema, document, [...specifiedRules, ...limitRules]);
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}

/** What graphql-sse would answer without our codes: a wrong method, and parameters of a wrong kind. */
export function faultOfRequest({
  method,
  body,
  query,
  headers,
}: Request): { status: number; sentence: string } | null {
  if (method !== 'GET' && method !== 'POST')
    return { status: 405, sentence: `${method} is not served here; send the operation by POST or GET.` };
  if (!/text\/event-stream|application\/json|\*\/\*/.test(headers.accept ?? '*/*'))
    return { status: 406, sentence: 'Accept: only text/event-stream is served here.' };
  const given = (method === 'GET' ? query : body) as Readonly<Record<string, unknown>> | undefined;
  if (typeof given !== 'object' || given === null || Array.isArray(given) || typeof given.query !== 'string')
    return {
      status: 400,
      sentence: 'query: it is missing, or no text; send one operation as { "query": "subscription …" }.',
    };
  if (given.operationName != null && typeof given.operationName !== 'string')
    return {
      status: 400,
      sentence: 'operationName: it is no text; write the name of an operation of the document.',
    };
  const variables = method === 'GET' ? parsedJson(given.variables) : given.variables;
  if (variables != null && (typeof variables !== 'object' || Array.isArray(variables)))
    return {
      status: 400,
      sentence: 'variables: they are no JSON object; write for example { "date": "2025-05-01" }.',
    };
  return null;
}

/** A text that is no JSON is given back as it is. */
function parsedJson(text: unknown): unknown {
  if (typeof text !== 'string' || text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
