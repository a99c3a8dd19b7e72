import type { Server } from 'node:http';
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module.js';
import type { Configuration } from './configuration.js';
import { faultOfLog, unexpected } from './graphql/errors.js';
import { LIMITS } from './graphql/limits.js';
import { Answers } from './http/answers/answers.js';
import { BodyFaultsFilter } from './http/body-faults.filter.js';
import { compress } from './http/compress.js';
import { drain } from './http/drain.js';
import { Readiness } from './http/readiness.js';
import { refuseSubscriptions } from './http/refuse-subscriptions.js';
import { throttle } from './http/throttle.js';
import { currentTrace, traceRequests } from './http/trace.js';
import { TrustedDocuments } from './http/trusted-documents.js';
import { Metrics } from './telemetry/metrics.js';
import { Traces } from './telemetry/traces.js';
import { watchAnswers } from './telemetry/watch-answers.js';
import { Timelines } from './timeline/timelines.js';

export interface RunningApi {
  /** Without a slash at the end: `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Resolves when the log is read and readers are let in, or when the server is closed before. */
  readonly ready: Promise<void>;
  /** Lets running answers end, closes subscriptions, then the log. */
  readonly close: () => Promise<void>;
}

/** Answers whoever asks once it resolves. @throws as `listen` */
export async function startApi(configuration: Configuration): Promise<RunningApi> {
  const api = await listen(configuration);
  await api.ready;
  return api;
}

/** Listens, and reads the log meanwhile. @throws Error of the store or of the network, each with a sentence. */
export async function listen(configuration: Configuration): Promise<RunningApi> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.of(configuration), {
    // How Nest puts itself together interests nobody; from the first request on, the log is pino's.
    logger: ['error', 'warn'],
    abortOnError: false,
    bodyParser: false,
  });
  const logger = app.get(Logger);
  const metrics = app.get(Metrics);
  const traces = await Traces.start(configuration.traces.endpoint, configuration.traces.service);
  unexpected.report = (error) => {
    metrics.fault();
    logger.error({ err: error, traceId: currentTrace() }, 'unexpected fault');
  };
  faultOfLog.report = ({ message }) =>
    logger.error({ sentence: message, traceId: currentTrace() }, 'fault of the log');
  const trusted = new TrustedDocuments(configuration.trustedDocuments);
  const throttling = throttle(configuration.requestsPerMinute);
  app.disable('x-powered-by');
  app.set('trust proxy', configuration.trustedProxies);
  app.use(app.get(Readiness).handle);
  app.use(traceRequests);
  app.use(watchAnswers(metrics, traces, logger));
  app.use(throttling.handle);
  app.use(compress);
  app.useBodyParser('json', { limit: LIMITS.bodyBytes });
  // Each answer carries its own tag, or none.
  app.set('etag', false);
  app.use(trusted.handle);
  app.use(refuseSubscriptions);
  app.use(app.get(Answers).handle);
  app.useGlobalFilters(new BodyFaultsFilter());
  const timelines = app.get(Timelines);
  await app.listen(configuration.port, configuration.host);
  limitConnections(app.getHttpServer() as Server, configuration);
  app.useLogger(logger);
  return {
    url: (await app.getUrl()).replace('[::1]', '127.0.0.1'),
    ready: timelines.ready,
    async close() {
      // Nobody has been sent here yet who would have to be sent elsewhere.
      const seconds = timelines.starting.progress ? 0 : configuration.drainSeconds;
      await drain(app, { seconds, endSubscriptions: () => timelines.stop() });
      await timelines.ready;
      throttling.close();
      await app.close();
      await traces.close();
    },
  };
}

/** Sockets beside those of subscriptions: browsers open six each, balancers a pool. */
const OTHER_CONNECTIONS = 5_000;

/** A request has to arrive in time, and there is an end to how many are let in. */
function limitConnections(server: Server, { mostSubscriptions }: Configuration): void {
  server.maxConnections = mostSubscriptions + OTHER_CONNECTIONS;
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  // Longer than a balancer's own, so that it is never the one to find a connection closed.
  server.keepAliveTimeout = 65_000;
}
