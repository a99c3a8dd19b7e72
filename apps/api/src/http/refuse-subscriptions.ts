import { Kind, OperationTypeNode, parse } from 'graphql';
import { LIMITS } from '../graphql/limits.js';
import type { NextFunction, Request, Response } from './express.js';
import { refuse } from './refuse.js';

/**
 * Subscriptions have a way of their own. They are refused here before they are validated: one of graphql's rules throws
 * where a subscription carries a condition by variable, and Apollo would answer that with 500.
 */
export function refuseSubscriptions(request: Request, response: Response, next: NextFunction): void {
  const { query } = (request.method === 'GET' ? request.query : (request.body ?? {})) as { query?: unknown };
  const asked = request.path === '/graphql' && typeof query === 'string' && isSubscription(query);
  if (!asked) next();
  else
    refuse(
      response,
      400,
      'INVALID_INPUT',
      'Subscriptions are served as server-sent events at /graphql/stream; send it there with Accept: text/event-stream.',
    );
}

/** Only a text with the word in it is parsed; what cannot be parsed, Apollo tells. */
function isSubscription(query: string): boolean {
  if (!query.includes('subscription')) return false;
  try {
    return parse(query, { maxTokens: LIMITS.tokens, noLocation: true }).definitions.some(
      (node) => node.kind === Kind.OPERATION_DEFINITION && node.operation === OperationTypeNode.SUBSCRIPTION,
    );
  } catch {
    return false;
  }
}
