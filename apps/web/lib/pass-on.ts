import { apiUrl } from '@/timeline/server-pack';

export const ASKED = [
  'accept',
  'accept-language',
  'authorization',
  'content-type',
  'if-none-match',
  'x-request-id',
  'traceparent',
  // Next fills it in; the API believes it from this machine, and so counts readers rather than us.
  'x-forwarded-for',
];
export const ANSWERED = [
  'content-type',
  'cache-control',
  'etag',
  'vary',
  'retry-after',
  'x-request-id',
  'www-authenticate',
  'ratelimit',
  'ratelimit-policy',
  'content-disposition',
  'x-basis',
  'x-position',
];
/** A question is small; more is refused before it reaches the API. */
const LARGEST_BODY = 512 * 1024;
/** fetch refuses a body for these, an empty one too. */
const BODILESS = new Set(['GET', 'HEAD']);

/** Hands a request to the API and its answer back, streaming, with the headers that matter to either side. */
export async function passOn(request: Request, path: string): Promise<Response> {
  const body = BODILESS.has(request.method) ? null : await bodyOf(request);
  if (body === 'too large')
    return failure(413, 'INVALID_INPUT', `The request is larger than ${LARGEST_BODY} bytes.`);
  const asked = picked(request.headers, ASKED);
  // One way from process to process on the same network: compressed once, on the way out.
  asked.set('accept-encoding', 'identity');
  try {
    const answer = await fetch(apiUrl(path), {
      method: request.method,
      headers: asked,
      body,
      cache: 'no-store',
      signal: request.signal,
      redirect: 'error',
    });
    const headers = picked(answer.headers, ANSWERED);
    if (answer.headers.get('content-type')?.startsWith('text/event-stream')) {
      headers.set('cache-control', 'no-cache, no-transform');
      headers.set('x-accel-buffering', 'no');
    }
    return new Response(answer.status === 304 ? null : answer.body, { status: answer.status, headers });
  } catch {
    if (request.signal.aborted) return new Response(null, { status: 499 });
    return failure(503, 'STORE_UNAVAILABLE', 'The API cannot be reached.');
  }
}

/** Read no further than it may go, whatever its header says. */
async function bodyOf(request: Request): Promise<Uint8Array<ArrayBuffer> | 'too large'> {
  if (Number(request.headers.get('content-length')) > LARGEST_BODY) return 'too large';
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of request.body ?? []) {
    bytes += part.byteLength;
    if (bytes > LARGEST_BODY) return 'too large';
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** The same address at the API: for files and feeds, which have one path on both sides. */
export function passOnAddress(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  return passOn(request, `${pathname}${search}`);
}

function picked(from: Headers, names: readonly string[]): Headers {
  const headers = new Headers();
  for (const name of names) {
    const value = from.get(name);
    if (value !== null) headers.set(name, value);
  }
  return headers;
}

/** The error shape of the API. */
export function failure(status: number, code: string, message: string): Response {
  return Response.json({ errors: [{ message, extensions: { code } }] }, { status });
}
