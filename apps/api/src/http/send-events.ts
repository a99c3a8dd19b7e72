import type { Response as SseResponse } from 'graphql-sse';
import type { Response } from './express.js';

/** Bytes that may wait for a reader before its connection is closed. */
const MOST_UNREAD = 1024 * 1024;
const HEARTBEAT_MS = 12_000;

/** Writes what graphql-sse answers. A comment goes out from time to time, and a reader that does not read is cut off. */
export async function sendEvents(
  response: Response,
  body: SseResponse[0],
  { status, statusText, headers }: SseResponse[1],
): Promise<void> {
  response.writeHead(status, statusText, headers);
  if (body === null || typeof body === 'string') {
    response.end(body ?? undefined);
    return;
  }
  response.flushHeaders();
  const heartbeat = setInterval(() => send(response, ':\n\n'), HEARTBEAT_MS);
  const leave = (): void => void body.return();
  response.once('close', leave);
  try {
    for await (const message of body) {
      if (!response.writable) break;
      send(response, message);
    }
  } finally {
    clearInterval(heartbeat);
    response.off('close', leave);
    response.end();
  }
}

function send(response: Response, text: string): void {
  response.write(text);
  if (response.writableLength > MOST_UNREAD) response.destroy();
}
