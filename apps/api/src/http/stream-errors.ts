import { type ExecutionResult, GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Response as SseResponse } from 'graphql-sse';
import { formatError } from '../graphql/errors.js';

/** Refused before anything is streamed, with the status and shape of `/graphql`. */
export function refusal(faults: readonly GraphQLError[]): SseResponse {
  const init = {
    status: 400,
    statusText: 'Bad Request',
    headers: { 'content-type': 'application/json; charset=utf-8' },
  };
  return [JSON.stringify({ errors: faults.map(asTold) }), init];
}

/** A result with its errors as they are told elsewhere. */
export function told(result: ExecutionResult): ExecutionResult {
  return result.errors ? { ...result, errors: result.errors.map(errorAsTold) } : result;
}

function errorAsTold(error: GraphQLError): GraphQLError {
  const { message, extensions } = asTold(error);
  const { nodes = null, source = null, positions = null, path = null } = error;
  return new GraphQLError(message, { nodes, source, positions, path, extensions: extensions ?? null });
}

/** An error as `/graphql` tells it. Without a path and a cause it is one of graphql's own about the variables. */
function asTold(error: GraphQLError): GraphQLFormattedError {
  const ofVariables =
    error.path === undefined &&
    (error.originalError === undefined || error.originalError instanceof GraphQLError) &&
    error.extensions.code === undefined;
  return formatError(
    { ...error.toJSON(), extensions: ofVariables ? { code: 'BAD_USER_INPUT' } : error.extensions },
    error,
  );
}
