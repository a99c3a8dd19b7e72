import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Exchange } from '../graphql/context.js';

/** What we use of Express, so that its types need not be installed. */
export interface Request extends IncomingMessage {
  readonly path: string;
  readonly originalUrl: string;
  readonly ip?: string;
  readonly query: Readonly<Record<string, unknown>>;
  body?: unknown;
  /** Set for a question whose answer may be kept. */
  exchange?: Exchange;
}
export interface Response extends ServerResponse {
  status(code: number): Response;
  json(body: unknown): Response;
  send(body: string | Buffer): Response;
  redirect(status: number, path: string): void;
}
export type NextFunction = (error?: unknown) => void;
