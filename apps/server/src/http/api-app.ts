import { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnvironment } from './app-environment.ts';
import { ProblemError } from './problem-error.ts';

export type ApiApp = OpenAPIHono<AppEnvironment>;

/** An app whose requests are validated by the contract: what does not fit becomes one `invalid-request` problem. */
export function createApiApp(): ApiApp {
  return new OpenAPIHono<AppEnvironment>({
    defaultHook: (result) => {
      if (result.success) return;
      const errors = result.error.issues.map((issue) => ({ field: issue.path.join('.') || result.target, message: issue.message }));
      throw new ProblemError('invalid-request', undefined, { errors });
    },
  });
}
