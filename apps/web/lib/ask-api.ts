import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { apiUrl } from '@/timeline/server-pack';

/** An answer of the API as it arrives: what `fetch` would unpack stays compressed. */
export function askApi(
  path: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const url = new URL(apiUrl(path));
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    send(url, { headers, signal }, resolve).on('error', reject).end();
  });
}
