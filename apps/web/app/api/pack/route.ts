import { passOnPacked } from '@/lib/pass-on-packed';

export const dynamic = 'force-dynamic';

/** The record for the browser, under our own origin, as the API compressed it. */
export function GET(request: Request): Promise<Response> {
  return passOnPacked(request, `/pack${new URL(request.url).search}`);
}
