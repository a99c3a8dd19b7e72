import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '@policy-timeline/domain';
import { GraphQLError } from 'graphql';
import { CONFIGURATION, type Configuration } from '../../configuration.js';
import { type ErrorCode, isErrorCode } from '../../graphql/errors.js';
import { lifetimeOf } from '../../http/answers/lifetime.js';
import type { Request, Response } from '../../http/express.js';
import { refuse } from '../../http/refuse.js';
import { busyOf } from '../../timeline/busy.js';
import { Timelines } from '../../timeline/timelines.js';
import { type AskedQuestion, askedQuestion, etagOf } from './asked-question.js';

export interface FileAnswer {
  readonly contentType: string;
  /** Offered as a download under this name; left out: shown. */
  readonly fileName?: string;
  /** Text, or pieces that are made as fast as the reader takes them. */
  readonly body: string | Iterable<string> | AsyncIterable<string> | Readable;
  /** False for an answer that names the day it was asked on. Left out: what `z` says. */
  readonly settled?: boolean;
}

/** Answers the addresses of files, feeds, quotations and footnotes. */
@Injectable()
export class FileAnswers {
  readonly #sharedSeconds: number;

  constructor(
    @Inject(Timelines) private readonly timelines: Timelines,
    @Inject(CONFIGURATION) { sharedCacheSeconds }: Configuration,
  ) {
    this.#sharedSeconds = sharedCacheSeconds;
  }

  /**
   * Reads the question of an address and sends what `make` answers, with a tag, or 304 to a reader who has it already.
   * With `z` it may be kept for ever. What the caller got wrong is a 4xx with a code; the rest is the server's fault.
   */
  async answer(
    request: Request,
    response: Response,
    make: (question: AskedQuestion) => FileAnswer | Promise<FileAnswer>,
  ): Promise<void> {
    let question: AskedQuestion;
    let answer: FileAnswer;
    try {
      await this.#prepare(request.query.z);
      question = askedQuestion(request, this.timelines);
      answer = await make(question);
    } catch (error) {
      const busy = busyOf(error);
      if (busy) {
        response.setHeader('Retry-After', String(busy.retryAfterSeconds));
        return refuse(response, busy.status, busy.code, busy.message);
      }
      const code = codeOf(error);
      if (code === null) throw error;
      return refuse(response, code.startsWith('UNKNOWN') ? 404 : 400, code, (error as Error).message);
    }
    const tag = etagOf(request, question);
    response.setHeader('X-Basis', question.prefix.basis);
    response.setHeader('X-Position', String(question.prefix.position));
    const settled = answer.settled ?? question.settled;
    response.setHeader('Cache-Control', lifetimeOf(settled, this.#sharedSeconds));
    if (answer.settled !== false) {
      response.setHeader('ETag', `W/${tag}`);
      if (asksFor(request, tag)) {
        response.status(304).end();
        return;
      }
    }
    await send(request, response, answer);
  }

  /** An old version is made while others are answered. What is no position is refused where the question is read. */
  async #prepare(z: unknown): Promise<void> {
    if (typeof z !== 'string' || z === '') return;
    await this.timelines.prepareQuestion(/^\d{1,12}$/.test(z) ? Number(z) : z, undefined, false);
  }
}

function asksFor(request: Request, tag: string): boolean {
  const held = request.headers['if-none-match'];
  return held?.split(',').some((one) => one.trim().replace(/^W\//, '') === tag) ?? false;
}

async function send(request: Request, response: Response, answer: FileAnswer): Promise<void> {
  response.setHeader('Content-Type', answer.contentType);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  if (answer.fileName) response.setHeader('Content-Disposition', `attachment; filename="${answer.fileName}"`);
  if (request.method === 'HEAD') response.end();
  else if (typeof answer.body === 'string') response.end(answer.body);
  else {
    const pieces = answer.body instanceof Readable ? answer.body : Readable.from(largePieces(answer.body));
    // A reader who leaves early is no fault.
    await pipeline(pieces, response).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
    });
  }
}

const PIECE = 16 * 1024;

/** Lines gathered, one turn of the event loop for each piece: other readers are served in between. */
async function* largePieces(lines: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> {
  let piece = '';
  for await (const line of lines) {
    piece += line;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (piece !== '') yield piece;
}

function codeOf(error: unknown): ErrorCode | null {
  const code =
    error instanceof GraphQLError
      ? error.extensions.code
      : error instanceof DomainError
        ? error.code
        : undefined;
  return isErrorCode(code) ? code : null;
}
