import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { traceRequest } from '../../observability/tracing.ts';
import type { AppDeps, AppEnvironment } from '../app-environment.ts';

/**
 * Gives each request an id, and when it is answered logs one line, counts it, and ends its span: no bodies, no file names, no query. The
 * line of the log has the id of the trace where there is one.
 */
export function requestLog({ log, metrics }: Pick<AppDeps, 'log' | 'metrics'>): MiddlewareHandler<AppEnvironment> {
  return async (context, next) => {
    const requestId = randomUUID();
    context.set('requestId', requestId);
    const start = performance.now();
    const { method, path } = context.req;
    // The route's own pattern, not a middleware's, which stands before it in the list.
    const outcome = () => ({ route: routePath(context, -1), status: context.res.status });
    await traceRequest({ method, headers: context.req.header(), outcome }, async (traceId) => {
      const requestLogger = log.child({ requestId, ...(traceId === null ? {} : { traceId }) });
      context.set('log', requestLogger);
      await next();
      context.res.headers.set('x-request-id', requestId);
      const milliseconds = Math.round(performance.now() - start);
      const { route, status } = outcome();
      metrics?.answered({ method, route, status, seconds: (performance.now() - start) / 1000 });
      requestLogger.info({ method, path, status, milliseconds }, 'answered');
    });
  };
}
