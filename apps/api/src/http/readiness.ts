import { Inject, Injectable } from '@nestjs/common';
import { Timelines } from '../timeline/timelines.js';
import type { NextFunction, Request, Response } from './express.js';
import { refuse } from './refuse.js';

/** What is answered while the log is still being read. */
const ALWAYS = new Set(['/healthz', '/readyz', '/metrics']);

/** Whether a balancer may send readers here. */
@Injectable()
export class Readiness {
  #stopping = false;

  constructor(@Inject(Timelines) private readonly timelines: Timelines) {}

  get stopping(): boolean {
    return this.#stopping;
  }

  stop(): void {
    this.#stopping = true;
  }

  /**
   * Nobody is let in before the log is read: half of it would answer as if it were all. While the server stops, each answer
   * asks its reader to connect anew, and so elsewhere.
   */
  readonly handle = (request: Request, response: Response, next: NextFunction): void => {
    if (this.#stopping) response.setHeader('Connection', 'close');
    const starting = this.timelines.starting.progress;
    if (!starting || ALWAYS.has(request.path)) {
      next();
      return;
    }
    response.setHeader('Retry-After', '1');
    const { read, of } = starting;
    refuse(
      response,
      503,
      'STORE_UNAVAILABLE',
      `The server is starting: ${read}${of === null ? '' : ` of ${of}`} events of the log are read; try again in a moment.`,
    );
  };
}
