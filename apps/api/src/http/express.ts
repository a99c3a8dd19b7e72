import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Exchange, RequestContext } from '../graphql/context.js';

/** What we use of Express, so that its types need not be installed. */
export interface Request extends IncomingMessage {
  readonly path: string;
  originalUrl: string;
  readonly ip?: string;
  readonly query: Readonly<Record<string, unknown>>;
  body?: unknown;
  /** Set for a question whose answer may be kept. */
  exchange?: Exchange;
  /** Set where an answer took a shorter way. */
  shortcut?: { readonly how: 'kept' | 'known'; readonly operation: string };
  /** Of a subscription: the way to its reader, and what its resolver knows. */
  outlet?: { readonly room: () => Promise<void> };
  subscription?: RequestContext;
}
export interface Response extends ServerResponse {
  status(code: number): Response;
  json(body: unknown): Response;
  send(body: string | Buffer): Response;
  redirect(status: number, path: string): void;
}
export type NextFunction = (error?: unknown) => void;
