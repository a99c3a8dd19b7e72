import { passOn } from '@/lib/pass-on';

export const dynamic = 'force-dynamic';

/** The record for the browser, under our own origin and compressed; the validator makes a repeated request cheap. */
export async function GET(request: Request): Promise<Response> {
  const answer = await passOn(request, `/pack${new URL(request.url).search}`);
  const takesGzip = /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '');
  if (answer.status !== 200 || !answer.body || !takesGzip) return answer;
  const headers = new Headers(answer.headers);
  headers.set('content-encoding', 'gzip');
  headers.set('vary', 'Accept-Encoding');
  return new Response(answer.body.pipeThrough(new CompressionStream('gzip')), { status: 200, headers });
}
