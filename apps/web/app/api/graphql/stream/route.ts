import { passOn } from '@/lib/pass-on';

export const dynamic = 'force-dynamic';

/** Subscriptions as server-sent events; the stream is handed through as it comes, and ends when the reader leaves. */
export function POST(request: Request): Promise<Response> {
  return passOn(request, '/graphql/stream');
}

/** The same for `EventSource`, which asks by GET. */
export function GET(request: Request): Promise<Response> {
  return passOn(request, `/graphql/stream${new URL(request.url).search}`);
}
