import type { Params } from 'nestjs-pino';
import { currentTrace } from './trace.js';

/** JSON lines with the trace id and without tokens; health checks are not logged. */
export function requestLog(level: string): Params {
  return {
    pinoHttp: {
      level,
      genReqId: () => currentTrace() ?? '',
      autoLogging: { ignore: ({ url }) => url === '/healthz' || url === '/readyz' },
      redact: ['req.headers.authorization', 'req.headers.cookie'],
      serializers: {
        req: ({
          id,
          method,
          url,
          remoteAddress,
        }: {
          id: string;
          method: string;
          url: string;
          remoteAddress: string;
        }) => ({ id, method, url: url.slice(0, 300), remoteAddress }),
        res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
      },
    },
  };
}
