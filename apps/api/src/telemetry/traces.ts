import { randomBytes } from 'node:crypto';
import {
  ROOT_CONTEXT as ROOT,
  type Span,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
  type Tracer,
  trace,
} from '@opentelemetry/api';

/** Loaded only where somebody listens: it takes time to load, and memory. */
async function startTracer(endpoint: string, service: string) {
  const [{ TracerProvider, BatchSpanProcessor }, { OTLPTraceExporter }, { resourceFromAttributes }] =
    await Promise.all([
      import('@opentelemetry/sdk-trace'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
    ]);
  return new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': service }),
    spanProcessors: [
      new BatchSpanProcessor({
        exporter: new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` }),
      }),
    ],
  });
}

/** Spans over OTLP when `OTEL_EXPORTER_OTLP_ENDPOINT` names a collector, else nothing at all. */
export class Traces {
  private constructor(
    private readonly tracer: Tracer | null,
    readonly close: () => Promise<void>,
  ) {}

  static async start(endpoint: string | null, service: string): Promise<Traces> {
    if (endpoint === null) return new Traces(null, async () => undefined);
    const provider = await startTracer(endpoint, service);
    return new Traces(provider.getTracer('policy-timeline'), () => provider.shutdown());
  }

  /** A span of the trace that the request's `X-Trace-Id` names. */
  begin(name: string, traceId: string | null): Span | null {
    if (this.tracer === null) return null;
    const parent = traceId && {
      traceId,
      spanId: randomBytes(8).toString('hex'),
      traceFlags: TraceFlags.SAMPLED,
      isRemote: true,
    };
    const context = parent ? trace.setSpanContext(ROOT, parent) : ROOT;
    return this.tracer.startSpan(name, { kind: SpanKind.SERVER }, context);
  }

  end(span: Span | null, attributes: Readonly<Record<string, string | number>>, failed: boolean): void {
    if (span === null) return;
    span.setAttributes(attributes);
    if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
  }
}
