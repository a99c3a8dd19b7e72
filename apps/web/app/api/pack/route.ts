import { passOn } from '@/lib/pass-on';

export const dynamic = 'force-dynamic';

/** The record for the browser, under our own origin; the validator makes a repeated request cheap. */
export function GET(request: Request): Promise<Response> {
  return passOn(request, `/pack${new URL(request.url).search}`);
}
