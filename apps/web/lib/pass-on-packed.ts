import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { Readable } from 'node:stream';
import { apiUrl } from '@/timeline/server-pack';
import { ANSWERED, ASKED, failure, picked } from './pass-on';

/** Hands a question to the API and its answer back byte for byte: what `fetch` would unpack stays as it was compressed there. */
export async function passOnPacked(request: Request, path: string): Promise<Response> {
  const asked = picked(request.headers, [...ASKED, 'accept-encoding']);
  try {
    const answer = await ask(new URL(apiUrl(path)), Object.fromEntries(asked), request.signal);
    const told = new Headers(
      Object.entries(answer.headers).flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value] as [string, string]] : [],
      ),
    );
    const headers = picked(told, [...ANSWERED, 'content-encoding', 'content-length']);
    const status = answer.statusCode ?? 502;
    return new Response(status === 304 ? null : (Readable.toWeb(answer) as ReadableStream), {
      status,
      headers,
    });
  } catch {
    if (request.signal.aborted) return new Response(null, { status: 499 });
    return failure(503, 'STORE_UNAVAILABLE', 'The API cannot be reached.');
  }
}

function ask(url: URL, headers: Record<string, string>, signal: AbortSignal): Promise<IncomingMessage> {
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    send(url, { headers, signal }, resolve).on('error', reject).end();
  });
}
