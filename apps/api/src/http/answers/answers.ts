import { Inject, Injectable } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { CONFIGURATION, type Configuration } from '../../configuration.js';
import type { Exchange, RequestContext } from '../../graphql/context.js';
import { documentKey, knownDocuments } from '../../graphql/known-documents.js';
import { costOf } from '../../graphql/limits.js';
import { Metrics } from '../../telemetry/metrics.js';
import { Timelines } from '../../timeline/timelines.js';
import type { NextFunction, Request, Response } from '../express.js';
import { AnswerStore, type StoredAnswer } from './answer-store.js';
import { lifetimeOf } from './lifetime.js';
import { etagOf, type Question, questionOf } from './question.js';

const JSON_TYPE = 'application/json; charset=utf-8';

/**
 * Stands before Apollo at `/graphql`. An answer is a function of the question and of the log's prefix alone, so a whole
 * answer is kept and given again; a question whose document is known (parsed, validated, compiled) is run at once; both
 * say the very bytes that Apollo would. Everything else goes on to Apollo, and so does whatever meets an error.
 */
@Injectable()
export class Answers {
  readonly store: AnswerStore;
  readonly #sharedSeconds: number;

  constructor(
    @Inject(CONFIGURATION) { cacheBytes, sharedCacheSeconds }: Configuration,
    @Inject(Timelines) private readonly timelines: Timelines,
    @Inject(GraphQLSchemaHost) private readonly schemaHost: GraphQLSchemaHost,
    @Inject(Metrics) metrics: Metrics,
  ) {
    this.store = new AnswerStore(cacheBytes);
    metrics.gauge('policy_kept_answers_bytes', 'Memory of whole answers kept.', () => this.store.bytes);
    metrics.gauge(
      'policy_kept_answers_found',
      'Questions answered from them since the start.',
      () => this.store.hits,
    );
    metrics.gauge('policy_kept_answers_missed', 'Questions not found there.', () => this.store.misses);
    this.#sharedSeconds = sharedCacheSeconds;
  }

  readonly handle = async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const question = request.path === '/graphql' ? questionOf(request) : null;
    if (question === null) return next();
    const kept = this.store.find(question.key, this.timelines.current.position);
    if (kept) {
      request.shortcut = { how: 'kept', operation: kept.operation };
      return this.#send(request, response, kept);
    }
    const exchange: Exchange = { answer: null };
    request.exchange = exchange;
    const text = question.plain ? await this.#runKnown(question, request, exchange) : null;
    if (text !== null) {
      request.shortcut = { how: 'known', operation: exchange.answer?.operation ?? 'anonymous' };
      response.setHeader('Content-Type', JSON_TYPE);
      return this.#tell(question, exchange, request, response, text);
    }
    const send = response.send.bind(response);
    response.send = (body) => {
      if (exchange.answer === null || response.statusCode !== 200) {
        response.setHeader('Cache-Control', 'no-store');
        return send(body);
      }
      this.#tell(question, exchange, request, response, body);
      return response;
    };
    next();
  };

  /** The text of the answer; null where Apollo has to look at it: an unknown document, a refusal, an error. */
  async #runKnown(
    { query, operationName, variables }: Question,
    { method, headers }: Request,
    exchange: Exchange,
  ): Promise<string | null> {
    const { schema } = this.schemaHost;
    const known = knownDocuments(schema).get(documentKey(operationName, query));
    if (!known) return null;
    const context: RequestContext = {
      authorization: headers.authorization,
      transport: method ?? 'POST',
      exchange,
    };
    try {
      const cost = costOf(schema, known.document, variables, operationName);
      const { data, errors } = await known.run(undefined, context, variables);
      if (errors || !data) return null;
      const basis = context.answered?.basis;
      const prefix = context.newest ?? context.answered;
      const settled = context.newest === undefined;
      if (prefix && !context.confidential)
        exchange.answer = { settled, prefix, operation: known.name ?? 'anonymous', cost };
      return `${JSON.stringify({ data, extensions: { cost, ...(basis !== undefined && { basis }) } })}\n`;
    } catch {
      return null;
    }
  }

  #tell(
    question: Question,
    { answer }: Exchange,
    request: Request,
    response: Response,
    body: string | Buffer,
  ): void {
    if (answer === null) {
      response.setHeader('Cache-Control', 'no-store');
      response.end(body);
      return;
    }
    const made: StoredAnswer = {
      bytes: Buffer.from(body),
      contentType: String(response.getHeader('Content-Type') ?? JSON_TYPE),
      etag: request.method === 'GET' || this.store.keeps ? etagOf(question, answer.prefix.basis) : '',
      basis: answer.prefix.basis,
      position: answer.settled ? null : answer.prefix.position,
      operation: answer.operation,
    };
    this.store.keep(question.key, made);
    this.#send(request, response, made);
  }

  /** GET may be kept by anybody in front, POST by nobody; a reader who has the answer already is told so. */
  #send(request: Request, response: Response, answer: StoredAnswer): void {
    const isGet = request.method === 'GET';
    response.setHeader('X-Basis', answer.basis);
    response.setHeader(
      'Cache-Control',
      isGet ? lifetimeOf(answer.position === null, this.#sharedSeconds) : 'no-store',
    );
    if (isGet) {
      // Weak, as the bytes differ by encoding.
      response.setHeader('ETag', `W/${answer.etag}`);
      response.setHeader('Vary', 'Accept, Accept-Encoding');
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
}

function asksFor(request: Request, etag: string): boolean {
  const held = request.headers['if-none-match'];
  return held?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag) ?? false;
}
