import { ThrottlerStorageService } from '@nestjs/throttler';
import type { NextFunction, Request, Response } from './express.js';
import { refuse } from './refuse.js';

const MINUTE = 60_000;

/**
 * So many requests per minute and address, counted in memory; health checks are free. The throttler's own guard would
 * answer from inside GraphQL with status 200, so its storage is asked here, before anything is parsed.
 */
export function throttle(requestsPerMinute: number): {
  handle: (request: Request, response: Response, next: NextFunction) => Promise<void>;
  close: () => void;
} {
  const storage = new ThrottlerStorageService();
  return {
    close: () => storage.onApplicationShutdown(),
    async handle(request, response, next) {
      if (requestsPerMinute === 0 || request.path === '/healthz' || request.path === '/readyz') return next();
      const { isBlocked, timeToBlockExpire } = await storage.increment(
        request.ip ?? 'unknown',
        MINUTE,
        requestsPerMinute,
        MINUTE,
        'requests',
      );
      if (!isBlocked) return next();
      response.setHeader('Retry-After', String(timeToBlockExpire));
      refuse(
        response,
        429,
        'RATE_LIMITED',
        `More than ${requestsPerMinute} requests came from this address within a minute; try again in ${timeToBlockExpire} seconds.`,
      );
    },
  };
}
