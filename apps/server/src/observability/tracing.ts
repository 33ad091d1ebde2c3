import { context, propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';

export interface Tracing {
  /** Sends what was not sent yet. */
  close(): Promise<void>;
}

/** Sends spans to a collector (OTLP over HTTP). Until this is called, spans cost nothing and go nowhere. */
export function startTracing(endpoint: string): Tracing {
  const url = `${endpoint.replace(/\/+$/, '')}/v1/traces`;
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'snout' }),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url }) })],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(provider);
  return {
    async close() {
      await provider.shutdown();
      trace.disable();
      context.disable();
      propagation.disable();
    },
  };
}

export interface TracedRequest {
  readonly method: string;
  /** Of the caller's trace, if it has one: `traceparent`. */
  readonly headers: Readonly<Record<string, string>>;
  /** Route pattern and status, known once the work is done. */
  readonly outcome: () => { readonly route: string; readonly status: number };
}

/** Runs `work` in a span of a request, within the caller's trace where there is one. `work` is told the trace's id; null without tracing. */
export function traceRequest(request: TracedRequest, work: (traceId: string | null) => Promise<void>): Promise<void> {
  const parent = propagation.extract(ROOT_CONTEXT, request.headers);
  return trace.getTracer('snout').startActiveSpan(request.method, { kind: SpanKind.SERVER }, parent, async (span) => {
    const id = span.isRecording() ? span.spanContext().traceId : null;
    try {
      await work(id);
    } finally {
      const { route, status } = request.outcome();
      span.updateName(`${request.method} ${route}`);
      span.setAttributes({ 'http.request.method': request.method, 'http.route': route, 'http.response.status_code': status });
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    }
  });
}
