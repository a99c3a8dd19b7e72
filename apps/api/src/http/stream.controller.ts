import { All, Controller, Inject, Req, Res } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  getOperationAST,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { createHandler, type RequestParams, type Response as SseResponse } from 'graphql-sse';
import { Access } from '../auth/access.js';
import { unheard } from '../auth/refused-mutations.plugin.js';
import { CONFIGURATION, type Configuration } from '../configuration.js';
import type { RequestContext } from '../graphql/context.js';
import { ApiError, formatError } from '../graphql/errors.js';
import { costOf, LIMITS, limitRules } from '../graphql/limits.js';
import { Metrics } from '../telemetry/metrics.js';
import type { Request, Response } from './express.js';
import { refuse } from './refuse.js';
import { Outlet, sendEvents } from './send-events.js';

const BUSY_SECONDS = 30;

/** Subscriptions over server-sent events, one connection each; the same schema, rules and limits as `/graphql`. */
@Controller()
export class StreamController {
  readonly #handle;
  readonly #most: number;
  #open = 0;

  constructor(
    @Inject(GraphQLSchemaHost) private readonly schemaHost: GraphQLSchemaHost,
    @Inject(CONFIGURATION) { mostSubscriptions }: Configuration,
    @Inject(Metrics) metrics: Metrics,
    @Inject(Access) private readonly access: Access,
  ) {
    metrics.gauge('policy_subscriptions', 'Subscriptions open now.', () => this.#open);
    this.#most = mostSubscriptions;
    this.#handle = createHandler<Request, undefined, Record<PropertyKey, unknown>>({
      // No token, no single-connection mode: reservations would be kept for readers who never come.
      authenticate: () => null,
      onSubscribe: (request, params) => this.#prepare(request.raw, params),
      onNext: async (_context, { raw }, result) => {
        await raw.outlet?.room();
        const { sent } = raw.subscription ?? {};
        return {
          ...told(result as ExecutionResult),
          ...(sent !== undefined && { extensions: { position: sent } }),
        };
      },
    });
  }

  @All('graphql/stream')
  async stream(@Req() request: Request, @Res() response: Response): Promise<void> {
    if (
      request.headers['x-graphql-event-stream-token'] !== undefined ||
      request.method === 'PUT' ||
      request.method === 'DELETE'
    ) {
      return refuse(
        response,
        400,
        'INVALID_INPUT',
        'This stream gives one subscription per connection; send the operation by POST or GET with Accept: text/event-stream.',
      );
    }
    const fault = faultOfRequest(request);
    if (fault) return refuse(response, fault.status, 'INVALID_INPUT', fault.sentence);
    if (this.#open >= this.#most) {
      response.setHeader('Retry-After', String(BUSY_SECONDS));
      return refuse(
        response,
        429,
        'RATE_LIMITED',
        `${this.#open} subscriptions are open here, as many as are served; try again in ${BUSY_SECONDS} seconds.`,
      );
    }
    this.#open++;
    response.once('close', () => this.#open--);
    const outlet = new Outlet(response);
    request.outlet = outlet;
    const [body, init] = await this.#handle({
      method: request.method ?? 'GET',
      url: request.originalUrl,
      headers: { get: (name) => header(request, name) },
      body: (request.body ?? {}) as Record<string, unknown>,
      raw: request,
      context: undefined,
    });
    await sendEvents(response, body, init, outlet);
  }

  #prepare(request: Request, params: RequestParams) {
    const { query, variables, operationName } = params;
    const schema = this.schemaHost.schema;
    const document = parsed(query);
    const faults =
      document instanceof GraphQLError ? [document] : faultsOf(schema, document, request, params);
    if (document instanceof GraphQLError) return refusal(faults);
    if (faults.length > 0) {
      const operation = getOperationAST(document, operationName);
      if (operation?.operation === 'mutation')
        this.access.audit.note({ ...unheard(operation, 'STREAM'), codes: ['INVALID_INPUT'] });
      return refusal(faults);
    }
    const contextValue: RequestContext = {
      authorization: request.headers.authorization,
      transport: 'STREAM',
      resumeAfter: resumeAfter(request),
    };
    request.subscription = contextValue;
    return {
      schema,
      document,
      variableValues: variables ?? null,
      operationName: operationName ?? null,
      // graphql-sse wants an open record; ours has the fields of every other transport.
      contextValue: contextValue as RequestContext & Record<PropertyKey, unknown>,
    };
  }
}

function parsed(query: unknown): DocumentNode | GraphQLError {
  try {
    return typeof query === 'string' ? parse(query, { maxTokens: LIMITS.tokens }) : (query as DocumentNode);
  } catch (error) {
    return error instanceof GraphQLError
      ? new GraphQLError(error.message, { extensions: { code: 'GRAPHQL_PARSE_FAILED' } })
      : new ApiError('INVALID_INPUT', 'query: cannot be read.');
  }
}

function faultsOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  request: Request,
  { variables, operationName }: Omit<RequestParams, 'query'>,
): readonly GraphQLError[] {
  const invalid = validated(schema, document);
  if (invalid.length > 0)
    return invalid.map(
      (error) =>
        new GraphQLError(error.message, {
          nodes: error.nodes ?? null,
          originalError: error.originalError ?? null,
          extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
        }),
    );
  const operation = getOperationAST(document, operationName);
  if (!operation)
    return [
      new ApiError(
        'INVALID_INPUT',
        'operationName: the document has no such operation, or more than one and none is named.',
      ),
    ];
  if (operation.operation === 'mutation')
    return [
      new ApiError(
        'INVALID_INPUT',
        `Mutations are not taken ${request.method === 'GET' ? 'by GET' : 'on the stream'}; POST them to /graphql.`,
      ),
    ];
  try {
    costOf(schema, document, (variables ?? {}) as Record<string, unknown>, operationName ?? undefined);
    return [];
  } catch (error) {
    return [error as GraphQLError];
  }
}

/** One of graphql's own rules throws where a subscription carries a condition by variable. */
function validated(schema: GraphQLSchema, document: DocumentNode): readonly GraphQLError[] {
  try {
    return validate(schema, document, [...specifiedRules, ...limitRules]);
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}

/** What graphql-sse would answer without our codes: a wrong method, and parameters of a wrong kind. */
function faultOfRequest({
  method,
  body,
  query,
  headers,
}: Request): { status: number; sentence: string } | null {
  if (method !== 'GET' && method !== 'POST')
    return { status: 405, sentence: `${method} is not served here; send the operation by POST or GET.` };
  if (!/text\/event-stream|application\/json|\*\/\*/.test(headers.accept ?? '*/*'))
    return { status: 406, sentence: 'Accept: only text/event-stream is served here.' };
  const given = (method === 'GET' ? query : body) as Readonly<Record<string, unknown>> | undefined;
  if (typeof given !== 'object' || given === null || Array.isArray(given) || typeof given.query !== 'string')
    return {
      status: 400,
      sentence: 'query: it is missing, or no text; send one operation as { "query": "subscription …" }.',
    };
  if (given.operationName != null && typeof given.operationName !== 'string')
    return {
      status: 400,
      sentence: 'operationName: it is no text; write the name of an operation of the document.',
    };
  const variables = method === 'GET' ? parsedJson(given.variables) : given.variables;
  if (variables != null && (typeof variables !== 'object' || Array.isArray(variables)))
    return {
      status: 400,
      sentence: 'variables: they are no JSON object; write for example { "date": "2025-05-01" }.',
    };
  return null;
}

/** A text that is no JSON is given back as it is. */
function parsedJson(text: unknown): unknown {
  if (typeof text !== 'string' || text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Refused before anything is streamed, with the status and shape of `/graphql`. */
function refusal(faults: readonly GraphQLError[]): SseResponse {
  const init = {
    status: 400,
    statusText: 'Bad Request',
    headers: { 'content-type': 'application/json; charset=utf-8' },
  };
  return [JSON.stringify({ errors: faults.map(asTold) }), init];
}

function told(result: ExecutionResult): ExecutionResult {
  return result.errors
    ? { ...result, errors: result.errors.map(asTold) as unknown as GraphQLError[] }
    : result;
}

/** An error as `/graphql` tells it. Without a path and a cause it is one of graphql's own about the variables. */
function asTold(error: GraphQLError): GraphQLFormattedError {
  const ofVariables =
    error.path === undefined &&
    (error.originalError === undefined || error.originalError instanceof GraphQLError) &&
    error.extensions.code === undefined;
  return formatError(
    { ...error.toJSON(), extensions: ofVariables ? { code: 'BAD_USER_INPUT' } : error.extensions },
    error,
  );
}

/** The last message a reader has, as an EventSource sends it when it connects again. */
function resumeAfter({ headers }: Request): number | null {
  const id = headers['last-event-id'];
  return typeof id === 'string' && /^\d{1,12}$/.test(id) ? Number(id) : null;
}

function header(request: Request, name: string): string | undefined {
  const value = request.headers[name.toLowerCase()];
  return Array.isArray(value) ? value.join(', ') : value;
}
