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
        }) => ({ id, method, url: withoutTokens(url).slice(0, 300), remoteAddress }),
        res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
      },
    },
  };
}

/** A token belongs in a header; one that somebody puts into an address is not kept. */
const withoutTokens = (url: string): string =>
  url
    .replace(/([?&][^=&#]*(?:token|key|auth|bearer|secret|password)[^=&#]*=)[^&#]*/gi, '$1***')
    .replace(/eyJ[\w-]+\.[\w-]+\.[\w-]*/g, '***');
