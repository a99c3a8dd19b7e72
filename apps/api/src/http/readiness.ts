import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from './express.js';

/** Whether a balancer may send readers here. */
@Injectable()
export class Readiness {
  #stopping = false;

  get stopping(): boolean {
    return this.#stopping;
  }

  stop(): void {
    this.#stopping = true;
  }

  /** While the server stops, each answer asks its reader to connect anew, and so elsewhere. */
  readonly handle = (_request: Request, response: Response, next: NextFunction): void => {
    if (this.#stopping) response.setHeader('Connection', 'close');
    next();
  };
}
