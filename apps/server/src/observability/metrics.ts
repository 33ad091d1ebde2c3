import { createServer, type Server } from 'node:http';
import type { JobOutcome } from '@snout/core/jobs';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What is counted. Labels have few values: routes by their pattern, never addresses or ids. */
export interface Metrics {
  /** `route`: pattern, "/api/pets/{petId}"; `seconds` from request to answer. */
  answered(request: { readonly method: string; readonly route: string; readonly status: number; readonly seconds: number }): void;
  jobEnded(outcome: JobOutcome): void;
  /** Asked for whenever the metrics are read. */
  watchWaiting(waiting: () => Promise<ReadonlyMap<string, number>>): void;
  /** In the text format of Prometheus. */
  text(): Promise<string>;
}

/** Upper bounds in seconds: from a cached answer to a queue of photos. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** The only file that knows the library. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'snout_http_request_seconds',
    help: 'Time from a request to its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers,
  });
  const jobs = new Counter({ name: 'snout_job_attempts_total', help: 'Attempts of jobs.', labelNames: ['job', 'outcome'], registers });
  return {
    answered: ({ method, route, status, seconds }) => requests.observe({ method, route, status }, seconds),
    jobEnded: ({ name, kind }) => jobs.inc({ job: name, outcome: kind }),
    watchWaiting(waiting) {
      const gauge = new Gauge({
        name: 'snout_jobs_waiting',
        help: 'Jobs that wait, counted about once a minute.',
        labelNames: ['job'],
        registers,
        async collect() {
          for (const [job, count] of await waiting()) gauge.set({ job }, count);
        },
      });
    },
    text: () => registry.metrics(),
  };
}

/** Serves the metrics on a port of their own, so that the page's port never shows them. Resolves when it listens. */
export function serveMetrics(metrics: Metrics, { host, port }: { readonly host: string; readonly port: number }): Promise<Server> {
  const server = createServer(async (request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    try {
      const text = await metrics.text();
      response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }).end(text);
    } catch {
      response.writeHead(503).end();
    }
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}
