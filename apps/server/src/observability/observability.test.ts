import { once } from 'node:events';
import { createServer } from 'node:http';
import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { createApiApp } from '../http/api-app.ts';
import { requestLog } from '../http/middleware/request-log.ts';
import { addHealthRoutes } from '../http/routes/health.route.ts';
import { createMetrics, serveMetrics } from './metrics.ts';
import { startTracing } from './tracing.ts';

/** An app with the middleware under test, and the lines of its log. */
function createTestApp(metrics = createMetrics()) {
  const lines: Record<string, unknown>[] = [];
  const log = pino({ base: null }, { write: (line) => void lines.push(JSON.parse(line)) });
  const app = createApiApp();
  app.use(requestLog({ log, metrics }));
  app.use('/api/*', (_context, next) => next());
  app.get('/api/pets/:petId', (context) => context.json({}, context.req.param('petId') === 'none' ? 404 : 200));
  return { app, lines, metrics };
}

describe('metrics', () => {
  it('count requests by the pattern of their route, whatever their address', async () => {
    const { app, metrics } = createTestApp();
    for (const id of ['mia', 'tom', 'none']) await app.request(`/api/pets/${id}?secret=1`);
    const text = await metrics.text();
    expect(text).toContain('snout_http_request_seconds_count{method="GET",route="/api/pets/:petId",status="200"} 2');
    expect(text).toContain('snout_http_request_seconds_count{method="GET",route="/api/pets/:petId",status="404"} 1');
    expect(text).not.toContain('secret');
  });

  it('count jobs and ask how many wait, on a port of their own', async () => {
    const metrics = createMetrics();
    metrics.jobEnded({ name: 'send-mail', id: '1', attempt: 1, kind: 'failed', error: new Error('no') });
    metrics.watchWaiting(async () => new Map([['send-mail', 7]]));
    const server = await serveMetrics(metrics, { host: '127.0.0.1', port: 0 });
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    const response = await fetch(`${url}/metrics`);
    const text = await response.text();
    expect(response.headers.get('content-type')).toContain('text/plain');
    expect(text).toContain('snout_job_attempts_total{job="send-mail",outcome="failed"} 1');
    expect(text).toContain('snout_jobs_waiting{job="send-mail"} 7');
    expect(text).toContain('process_resident_memory_bytes');
    expect((await fetch(`${url}/`)).status).toBe(404);
    server.closeAllConnections();
    server.close();
  });
});

describe('health', () => {
  it('and readiness are told apart', async () => {
    let isReady = true;
    const app = createApiApp();
    addHealthRoutes(app, { isReady: async () => isReady });
    expect([(await app.request('/health')).status, (await app.request('/ready')).status]).toEqual([200, 200]);
    isReady = false;
    expect([(await app.request('/health')).status, (await app.request('/ready')).status]).toEqual([200, 503]);
  });
});

describe('traces', () => {
  it('are not made unless a collector is named, and the log then names none', async () => {
    const { app, lines } = createTestApp();
    const response = await app.request('/api/pets/mia');
    expect(lines).toMatchObject([{ msg: 'answered', status: 200, requestId: response.headers.get('x-request-id') }]);
    expect(lines[0]).not.toHaveProperty('traceId');
  });

  it('reach the collector, belong to the trace of the caller, and are named in the log', async () => {
    const bodies: string[] = [];
    const collector = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      bodies.push(`${request.url} ${Buffer.concat(chunks).toString()}`);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
    collector.listen(0, '127.0.0.1');
    await once(collector, 'listening');
    const address = collector.address();
    const tracing = startTracing(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
    const { app, lines } = createTestApp();
    const traceId = '0af7651916cd43dd8448eb211c80319c';
    await app.request('/api/pets/mia', { headers: { traceparent: `00-${traceId}-b7ad6b7169203331-01` } });
    await tracing.close();
    collector.closeAllConnections();
    collector.close();
    expect(lines).toMatchObject([{ traceId }]);
    expect(bodies).toHaveLength(1);
    expect(bodies[0]).toMatch(/^\/v1\/traces /);
    for (const part of [traceId, 'GET /api/pets/:petId', 'http.response.status_code', '"snout"']) expect(bodies[0]).toContain(part);
  });
});
