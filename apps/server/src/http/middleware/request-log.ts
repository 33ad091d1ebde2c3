import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { Logger } from '../../logger.ts';
import type { AppEnvironment } from '../app-environment.ts';

/** Gives each request an id and logs one line when it is answered: no bodies, no file names, no query. */
export function requestLog(log: Logger): MiddlewareHandler<AppEnvironment> {
  return async (context, next) => {
    const requestId = randomUUID();
    const requestLogger = log.child({ requestId });
    context.set('requestId', requestId);
    context.set('log', requestLogger);
    const start = performance.now();
    await next();
    context.res.headers.set('x-request-id', requestId);
    const milliseconds = Math.round(performance.now() - start);
    requestLogger.info({ method: context.req.method, path: context.req.path, status: context.res.status, milliseconds }, 'answered');
  };
}
