import { passOn } from '@/lib/pass-on';

export const dynamic = 'force-dynamic';

/**
 * The record for the browser, under our own origin, as a gzip file that the page unpacks: the framework drops a
 * content-encoding set here, and the record uncompressed is ten times as large. The validator makes a repeat cheap.
 */
export async function GET(request: Request): Promise<Response> {
  const answer = await passOn(request, `/pack${new URL(request.url).search}`);
  if (answer.status !== 200 || !answer.body) return answer;
  const headers = new Headers(answer.headers);
  headers.set('content-type', 'application/gzip');
  return new Response(answer.body.pipeThrough(new CompressionStream('gzip')), { status: 200, headers });
}
