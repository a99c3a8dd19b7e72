import type { Params } from 'nestjs-pino';
import { currentTrace } from './trace.js';

/** JSON lines with the trace id; no tokens, no variables. Health checks are not logged; `/graphql` has lines of its own. */
export function requestLog(level: string): Params {
  return {
    pinoHttp: {
      level,
      genReqId: () => currentTrace() ?? '',
      autoLogging: { ignore: ({ url = '' }) => /^\/(healthz|readyz|metrics|graphql)\b/.test(url) },
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
