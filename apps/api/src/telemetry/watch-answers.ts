import type { Logger } from 'nestjs-pino';
import type { NextFunction, Request, Response } from '../http/express.js';
import { currentTrace } from '../http/trace.js';
import type { How, Metrics } from './metrics.js';
import type { Traces } from './traces.js';

/** Counts, times, traces and logs every answer of `/graphql`: its operation and figures, never its variables or tokens. */
export function watchAnswers(
  metrics: Metrics,
  traces: Traces,
  logger: Logger,
): (request: Request, response: Response, next: NextFunction) => void {
  return (request, response, next) => {
    if (!/^\/graphql(\/stream)?$/.test(request.path)) return next();
    const began = performance.now();
    const traceId = currentTrace();
    const span = traces.begin(`${request.method} ${request.path}`, traceId);
    response.once('close', () => {
      const seconds = (performance.now() - began) / 1000;
      const answer = request.exchange?.answer ?? null;
      const cost = answer?.cost ?? null;
      const operation = request.shortcut?.operation ?? answer?.operation ?? 'none';
      const how = howOf(request, response);
      metrics.answered(how, operation, seconds, cost);
      const figures = {
        how,
        operation,
        status: response.statusCode,
        ...(cost !== null && { cost }),
        ...(answer && { position: answer.prefix.position }),
      };
      traces.end(span, figures, how === 'fault');
      logger.log(
        { traceId, ...figures, method: request.method, ms: Math.round(seconds * 1e6) / 1e3 },
        'graphql',
      );
    });
    next();
  };
}

function howOf({ path, shortcut }: Request, { statusCode }: Response): How {
  if (statusCode >= 500) return 'fault';
  if (statusCode >= 400) return 'refused';
  if (path === '/graphql/stream') return 'stream';
  return statusCode === 304 ? 'unchanged' : (shortcut?.how ?? 'run');
}
