import { passOn } from '@/lib/pass-on';

export const dynamic = 'force-dynamic';

/** GraphQL under our own origin; the API's limits, errors and authorization hold as they are. */
export function POST(request: Request): Promise<Response> {
  return passOn(request, '/graphql');
}
