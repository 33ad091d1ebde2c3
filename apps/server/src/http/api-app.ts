import { OpenAPIHono } from '@hono/zod-openapi';
import { faultsOf } from '@snout/contract';
import type { AppEnvironment } from './app-environment.ts';
import { ProblemError } from './problem-error.ts';

export type ApiApp = OpenAPIHono<AppEnvironment>;

/** An app whose requests are validated by the contract: what does not fit becomes one `invalid-request` problem. */
export function createApiApp(): ApiApp {
  return new OpenAPIHono<AppEnvironment>({
    defaultHook: (result) => {
      if (result.success) return;
      throw new ProblemError('invalid-request', undefined, { errors: faultsOf(result.error, result.target) });
    },
  });
}
