import type { NextApiRequest, NextApiResponse } from 'next';
import { askApi } from '@/lib/ask-api';
import { ANSWERED, ASKED, failure } from '@/lib/pass-on';

/** Anything that waits for an answer is ours; how large it is too. */
export const config = { api: { externalResolver: true, responseLimit: false } };

const PACKED = [...ANSWERED, 'content-encoding', 'content-length'];

/**
 * The record for the browser, under our own origin, byte for byte as the API compressed it. It stands in the Pages Router
 * because a route handler of the App Router may not say how its bytes are encoded.
 */
export default async function handler(request: NextApiRequest, response: NextApiResponse): Promise<void> {
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const asked = Object.fromEntries(
    [...ASKED, 'accept-encoding'].flatMap((name) => {
      const value = request.headers[name];
      return typeof value === 'string' ? [[name, value] as const] : [];
    }),
  );
  const { search } = new URL(request.url ?? '/', 'http://page');
  try {
    const answer = await askApi(`/pack${search}`, asked, gone.signal);
    response.status(answer.statusCode ?? 502);
    for (const name of PACKED) {
      const value = answer.headers[name];
      if (value !== undefined) response.setHeader(name, value);
    }
    answer.on('error', () => response.destroy());
    answer.pipe(response);
  } catch {
    if (gone.signal.aborted) return;
    const refusal = failure(503, 'STORE_UNAVAILABLE', 'The API cannot be reached.');
    response.status(refusal.status).json(await refusal.json());
  }
}
