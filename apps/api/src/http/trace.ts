import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from './express.js';

const traces = new AsyncLocalStorage<string>();
const TRACEPARENT = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** Gives every request an id, the caller's own when it sends a W3C `traceparent`, and tells it in `X-Trace-Id`. */
export function traceRequests(request: Request, response: Response, next: NextFunction): void {
  const id =
    TRACEPARENT.exec(String(request.headers.traceparent ?? ''))?.[1] ?? randomUUID().replaceAll('-', '');
  response.setHeader('X-Trace-Id', id);
  traces.run(id, next);
}

/** The id of the request being answered; null outside of one. */
export function currentTrace(): string | null {
  return traces.getStore() ?? null;
}
