import type { Server } from 'node:http';
import type { INestApplication } from '@nestjs/common';
import { Readiness } from './readiness.js';

/** An answer takes milliseconds; one that is still running after this belongs to a reader who does not read. */
const PATIENCE_MS = 10_000;

/**
 * Stops a server without losing an answer. First `/readyz` refuses and every answer closes its connection, for `seconds`,
 * so that a balancer sends nobody here any more; then nothing new is accepted, subscriptions end, and what is running
 * ends in its own time, at most ten seconds.
 */
export async function drain(
  app: INestApplication,
  { seconds, endSubscriptions }: { readonly seconds: number; readonly endSubscriptions: () => void },
): Promise<void> {
  app.get(Readiness).stop();
  if (seconds > 0) await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  endSubscriptions();
  const server = app.getHttpServer() as Server;
  if (!server.listening) return;
  const impatience = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
  // A connection whose answer had begun before the stop becomes idle later on, and would be kept open.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearInterval(idle);
  clearTimeout(impatience);
}
