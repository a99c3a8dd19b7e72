import type { ErrorCode } from '../graphql/errors.js';
import type { Response } from './express.js';
import { currentTrace } from './trace.js';

/** A refusal before GraphQL is reached, in GraphQL's shape. */
export function refuse(response: Response, status: number, code: ErrorCode, message: string): void {
  response.status(status).json({ errors: [{ message, extensions: { code, traceId: currentTrace() } }] });
}
