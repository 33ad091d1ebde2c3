import { tendImports } from '@snout/core/imports';
import { type AnyJob, defineJob, jobKind } from '@snout/core/jobs';
import { z } from 'zod';
import type { JobDeps } from './job-deps.ts';

export const TEND_IMPORTS = jobKind<Record<never, never>>('tend-imports');

/** Imports whose process died go on, and old ones go. */
export function tendImportsJob({ imports }: Pick<JobDeps, 'imports'>): AnyJob {
  return defineJob({
    kind: TEND_IMPORTS,
    payload: z.object({}),
    schedule: '*/5 * * * *',
    options: { attempts: 3, retryAfterSeconds: 60, timeoutSeconds: 600, concurrency: 1 },
    run: async () => {
      await tendImports(imports());
    },
  });
}
