import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { unexpected } from '../graphql/errors.js';
import { LIMITS } from '../graphql/limits.js';
import type { Request, Response } from './express.js';
import { refuse } from './refuse.js';

/** Faults outside of GraphQL: a body that is no JSON or too large, a path that does not exist, and whatever nobody foresaw. */
@Catch()
export class BodyFaultsFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    // Resolvers' errors belong to GraphQL, which tells them by `formatError`.
    if (host.getType<string>() === 'graphql') throw error;
    const http = host.switchToHttp();
    const response = http.getResponse<Response>();
    const status = statusOf(error);
    if (response.headersSent) return;
    if (status === 413)
      refuse(
        response,
        413,
        'INVALID_INPUT',
        `The request is larger than ${LIMITS.bodyBytes / 1024} kB; send fewer events at once.`,
      );
    else if (status === 404)
      refuse(
        response,
        404,
        'INVALID_INPUT',
        `${http.getRequest<Request>().path.slice(0, 100)} does not exist here; GraphQL is at /graphql.`,
      );
    else if (status < 500)
      refuse(
        response,
        status,
        'INVALID_INPUT',
        'The request cannot be read; send JSON with Content-Type: application/json.',
      );
    else {
      unexpected.report(error);
      refuse(
        response,
        500,
        'INTERNAL',
        'The server met an unexpected fault; it is in the server’s log under this trace id.',
      );
    }
  }
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const { status } = error as { status?: unknown };
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}
