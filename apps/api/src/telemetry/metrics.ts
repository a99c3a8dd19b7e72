import type { IncomingMessage, ServerResponse } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { AggregationType, InstrumentType, MeterProvider } from '@opentelemetry/sdk-metrics';
import { EVENT_LOG, type EventLog } from '../store/event-log.js';
import { Timelines } from '../timeline/timelines.js';

/** How an answer to `/graphql` came about. */
export type How = 'kept' | 'known' | 'run' | 'unchanged' | 'refused' | 'fault' | 'stream';

/** An operation name is the caller's own word; so many are told apart, the rest are one. */
const MOST_OPERATIONS = 100;
const LOOK_MS = 20;
const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];
const COSTS = [10, 100, 500, 1_000, 5_000, 10_000, 20_000, 40_000, 60_000];

/** What the server counts and measures, for Prometheus at `/metrics`. Nothing here is of a person or of a question's content. */
@Injectable()
export class Metrics implements OnApplicationShutdown {
  readonly #exporter = new PrometheusExporter({
    preventServerStart: true,
    withoutScopeInfo: true,
    withoutTargetInfo: true,
  });
  readonly #provider = new MeterProvider({
    readers: [this.#exporter],
    views: [
      {
        instrumentType: InstrumentType.HISTOGRAM,
        instrumentName: '*_seconds',
        aggregation: { type: AggregationType.EXPLICIT_BUCKET_HISTOGRAM, options: { boundaries: SECONDS } },
      },
      {
        instrumentType: InstrumentType.HISTOGRAM,
        instrumentName: '*_cost',
        aggregation: { type: AggregationType.EXPLICIT_BUCKET_HISTOGRAM, options: { boundaries: COSTS } },
      },
    ],
  });
  readonly #meter = this.#provider.getMeter('policy-timeline');
  readonly #requests = this.#meter.createCounter('policy_requests', {
    description: 'Answers of /graphql by operation and by how they came about.',
  });
  readonly #seconds = this.#meter.createHistogram('policy_request_seconds', {
    description: 'From the request to the end of its answer.',
  });
  readonly #cost = this.#meter.createHistogram('policy_request_cost', {
    description: 'Cost of queries that were run, in fields of objects.',
  });
  readonly #faults = this.#meter.createCounter('policy_faults', {
    description: 'Unexpected faults; each is in the log under its trace id.',
  });
  readonly #operations = new Set<string>();
  readonly #loop = monitorEventLoopDelay({ resolution: LOOK_MS });

  constructor(@Inject(Timelines) timelines: Timelines, @Inject(EVENT_LOG) log: EventLog) {
    this.#loop.enable();
    const gauge = (name: string, description: string, read: () => number | Promise<number>): void =>
      this.#meter.createObservableGauge(name, { description }).addCallback(async (result) => {
        result.observe(await read());
      });
    this.gauge = gauge;
    const applied = (): number => timelines.current.position;
    const head = async (): Promise<number> =>
      (await log.head().catch(() => ({ position: applied() }))).position;
    gauge('policy_log_position', 'Last position of the log; -1 when it is empty.', head);
    gauge('policy_projection_position', 'Last position that answers are given from.', applied);
    gauge(
      'policy_projection_lag',
      'Records of the log that answers do not know yet.',
      async () => (await head()) - applied(),
    );
    gauge('policy_projection_stopped', '1 when the log is no longer followed: see /healthz.', () =>
      timelines.fault ? 1 : 0,
    );
    gauge(
      'policy_index_events',
      'Events of the record, errata applied.',
      () => timelines.current.timeline.record.events.size,
    );
    gauge('policy_index_slots', 'Slots of the record.', () => timelines.current.timeline.index.slots.size);
    gauge(
      'policy_event_loop_delay_p99_seconds',
      'How late the server’s own timers ran since the last look.',
      () => {
        // The interval of the timer that is looked at is part of what it measures.
        const seconds = Math.max(0, this.#loop.percentile(99) / 1e9 - LOOK_MS / 1000);
        this.#loop.reset();
        return seconds;
      },
    );
    gauge('policy_resident_bytes', 'Memory of the process.', () => process.memoryUsage.rss());
    gauge('policy_heap_used_bytes', 'JavaScript objects in use.', () => process.memoryUsage().heapUsed);
    gauge('policy_uptime_seconds', 'Since the process began.', () => process.uptime());
  }

  /** Adds a value that is read when somebody looks. */
  readonly gauge: (name: string, description: string, read: () => number | Promise<number>) => void;

  answered(how: How, operation: string, seconds: number, cost: number | null): void {
    this.#requests.add(1, { how, operation: this.#bounded(operation) });
    this.#seconds.record(seconds, { how });
    if (cost !== null && how !== 'kept') this.#cost.record(cost);
  }

  fault(): void {
    this.#faults.add(1);
  }

  /** Answers with the text that Prometheus reads. */
  write(request: IncomingMessage, response: ServerResponse): void {
    this.#exporter.getMetricsRequestHandler(request, response);
  }

  async onApplicationShutdown(): Promise<void> {
    this.#loop.disable();
    await this.#provider.shutdown();
  }

  #bounded(operation: string): string {
    if (this.#operations.has(operation)) return operation;
    if (this.#operations.size >= MOST_OPERATIONS || !/^\w{1,60}$/.test(operation)) return 'other';
    this.#operations.add(operation);
    return operation;
  }
}
