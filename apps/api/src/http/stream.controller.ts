import { All, Controller, Inject, Req, Res } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { type ExecutionResult, GraphQLError, getOperationAST } from 'graphql';
import { createHandler, type RequestParams } from 'graphql-sse';
import { Access } from '../auth/access.js';
import { unheard } from '../auth/refused-mutations.plugin.js';
import { CONFIGURATION, type Configuration } from '../configuration.js';
import type { RequestContext } from '../graphql/context.js';
import { Metrics } from '../telemetry/metrics.js';
import type { Request, Response } from './express.js';
import { refuse } from './refuse.js';
import { Outlet, sendEvents } from './send-events.js';
import { refusal, told } from './stream-errors.js';
import { faultOfRequest, faultsOf, parsed } from './stream-faults.js';

const BUSY_SECONDS = 30;

/** Subscriptions over server-sent events, one connection each; the same schema, rules and limits as `/graphql`. */
@Controller()
export class StreamController {
  readonly #handle;
  readonly #most: number;
  readonly #patienceMs: number;
  #open = 0;

  constructor(
    @Inject(GraphQLSchemaHost) private readonly schemaHost: GraphQLSchemaHost,
    @Inject(CONFIGURATION) { mostSubscriptions, readerPatienceSeconds }: Configuration,
    @Inject(Metrics) metrics: Metrics,
    @Inject(Access) private readonly access: Access,
  ) {
    metrics.gauge('policy_subscriptions', 'Subscriptions open now.', () => this.#open);
    this.#most = mostSubscriptions;
    this.#patienceMs = readerPatienceSeconds * 1000;
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
    const outlet = new Outlet(response, this.#patienceMs);
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

/** The last message a reader has, as an EventSource sends it when it connects again. */
function resumeAfter({ headers }: Request): number | null {
  const id = headers['last-event-id'];
  return typeof id === 'string' && /^\d{1,12}$/.test(id) ? Number(id) : null;
}

function header(request: Request, name: string): string | undefined {
  const value = request.headers[name.toLowerCase()];
  return Array.isArray(value) ? value.join(', ') : value;
}
