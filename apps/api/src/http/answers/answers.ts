import { Inject, Injectable } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '../../configuration.js';
import type { Exchange } from '../../graphql/context.js';
import { Timelines } from '../../timeline/timelines.js';
import type { NextFunction, Request, Response } from '../express.js';
import { AnswerStore, type StoredAnswer } from './answer-store.js';
import { etagOf, questionOf } from './question.js';

/**
 * Keeps whole answers of `/graphql` and tells caches in front how long they hold. An answer is a function of the question
 * and of the log's prefix alone, so a kept one is not an approximation. Only whole answers to queries are kept.
 */
@Injectable()
export class Answers {
  readonly store: AnswerStore;
  readonly #sharedSeconds: number;

  constructor(
    @Inject(CONFIGURATION) { cacheBytes, sharedCacheSeconds }: Configuration,
    @Inject(Timelines) private readonly timelines: Timelines,
  ) {
    this.store = new AnswerStore(cacheBytes);
    this.#sharedSeconds = sharedCacheSeconds;
  }

  readonly handle = (request: Request, response: Response, next: NextFunction): void => {
    const question = request.path === '/graphql' ? questionOf(request) : null;
    const found = question && this.store.find(question, this.timelines.current.position);
    if (found) this.#send(request, response, found);
    else {
      if (question) this.#keepWhatIsSent(question, request, response);
      next();
    }
  };

  #keepWhatIsSent(question: string, request: Request, response: Response): void {
    const exchange: Exchange = { answer: null };
    request.exchange = exchange;
    const send = response.send.bind(response);
    response.send = (body) => {
      const { answer } = exchange;
      if (answer === null || response.statusCode !== 200) {
        response.setHeader('Cache-Control', 'no-store');
        return send(body);
      }
      const made: StoredAnswer = {
        bytes: Buffer.from(body),
        contentType: String(response.getHeader('Content-Type') ?? 'application/json; charset=utf-8'),
        etag: etagOf(question, answer.prefix.basis),
        basis: answer.prefix.basis,
        position: answer.settled ? null : answer.prefix.position,
      };
      this.store.keep(question, made);
      this.#send(request, response, made);
      return response;
    };
  }

  /** GET may be kept by anybody in front, POST by nobody; a reader who has the answer already is told so. */
  #send(request: Request, response: Response, answer: StoredAnswer): void {
    const isGet = request.method === 'GET';
    response.setHeader('X-Basis', answer.basis);
    response.setHeader('Cache-Control', isGet ? this.#lifetime(answer) : 'no-store');
    if (isGet) {
      response.setHeader('ETag', answer.etag);
      response.setHeader('Vary', 'Accept');
      if (asksFor(request, answer.etag)) {
        response.statusCode = 304;
        response.removeHeader('Content-Type');
        response.removeHeader('Content-Length');
        response.end();
        return;
      }
    }
    response.setHeader('Content-Type', answer.contentType);
    response.setHeader('Content-Length', answer.bytes.length);
    response.end(answer.bytes);
  }

  #lifetime({ position }: StoredAnswer): string {
    if (position === null) return 'public, max-age=31536000, immutable';
    return this.#sharedSeconds === 0
      ? 'public, no-cache'
      : `public, max-age=0, s-maxage=${this.#sharedSeconds}, stale-while-revalidate=${this.#sharedSeconds}`;
  }
}

function asksFor(request: Request, etag: string): boolean {
  const held = request.headers['if-none-match'];
  return held?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag) ?? false;
}
