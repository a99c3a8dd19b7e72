import type { Response as SseResponse } from 'graphql-sse';
import type { Response } from './express.js';

const HEARTBEAT_MS = 12_000;

/** The way to one reader; while it is full, nothing more is made for that reader. */
export class Outlet {
  #full: Promise<void> | null = null;

  constructor(
    private readonly response: Response,
    /** A reader that takes nothing for so long is gone, or will not come back to this connection. */
    private readonly patienceMs: number,
  ) {}

  /** Resolves when the reader can take more, or is gone. */
  async room(): Promise<void> {
    await this.#full;
  }

  /** Closes the connection of a reader that takes nothing; its `Last-Event-ID` says where to go on. */
  async write(text: string): Promise<void> {
    if (!this.response.writable || this.response.write(text)) return;
    this.#full ??= new Promise((resolve) => {
      const impatience = setTimeout(() => this.response.destroy(), this.patienceMs);
      const go = (): void => {
        clearTimeout(impatience);
        this.response.off('drain', go);
        this.response.off('close', go);
        this.#full = null;
        resolve();
      };
      this.response.once('drain', go);
      this.response.once('close', go);
    });
    await this.#full;
  }
}

/** Writes what graphql-sse answers, as fast as the reader reads, and a comment from time to time. */
export async function sendEvents(
  response: Response,
  body: SseResponse[0],
  { status, statusText, headers }: SseResponse[1],
  outlet: Outlet,
  heartbeatMs = HEARTBEAT_MS,
): Promise<void> {
  response.writeHead(status, statusText, headers);
  if (body === null || typeof body === 'string') {
    response.end(body ?? undefined);
    return;
  }
  response.flushHeaders();
  const heartbeat = setInterval(() => {
    if (!response.writableNeedDrain) void outlet.write(':\n\n');
  }, heartbeatMs);
  const leave = (): void => void body.return();
  response.once('close', leave);
  try {
    for await (const message of body) {
      if (!response.writable) break;
      await outlet.write(withId(message));
    }
  } finally {
    clearInterval(heartbeat);
    response.off('close', leave);
    response.end();
  }
}

/** The position in `extensions` as the id of the message, which an EventSource sends back when it connects again. */
function withId(message: string): string {
  // Inside a string of the answer its quotes would be escaped, so this is never a title's text.
  const position = /"extensions":\{"position":(\d+)\}\}\s*$/.exec(message)?.[1];
  return position === undefined ? message : `id: ${position}\n${message}`;
}
