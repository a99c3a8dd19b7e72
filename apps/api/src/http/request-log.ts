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

const SECRET = /token|key|auth|bearer|secret|password/i;

/**
 * A token belongs in a header; one that somebody puts into an address is not kept. An address is up to 16 kB of a stranger's
 * text: each step here passes over it once.
 */
export function withoutTokens(url: string): string {
  const query = url.indexOf('?');
  const path = query < 0 ? url : url.slice(0, query);
  const parameters = query < 0 ? [] : url.slice(query).split(/([&#])/);
  return [path, ...parameters.map(withoutSecret)].join('').replace(/[\w.-]+/g, withoutJwt);
}

/** `token=abc` as `token=***`, also where it stands in the value of another. */
function withoutSecret(parameter: string): string {
  for (let from = 0, to = parameter.indexOf('='); to >= 0; from = to + 1, to = parameter.indexOf('=', from))
    if (SECRET.test(parameter.slice(from, to))) return `${parameter.slice(0, to + 1)}***`;
  return parameter;
}

function withoutJwt(word: string): string {
  const at = word.indexOf('eyJ');
  return at >= 0 && word.slice(at).split('.').length > 2 ? `${word.slice(0, at)}***` : word;
}
