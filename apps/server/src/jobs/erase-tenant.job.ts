import { ERASE_TENANT, runErasure } from '@snout/core/erasure';
import { type AnyJob, defineJob } from '@snout/core/jobs';
import { z } from 'zod';
import type { JobDeps } from './job-deps.ts';

/** Goes on where it was when it is interrupted; when it is given up, the next start and the nightly job take it up again. */
export function eraseTenantJob({ erasure }: Pick<JobDeps, 'erasure'>): AnyJob {
  return defineJob({
    kind: ERASE_TENANT,
    payload: z.object({ erasureId: z.string() }),
    options: { attempts: 20, retryAfterSeconds: 10, timeoutSeconds: 3600, concurrency: 1 },
    run: async ({ erasureId }) => {
      await runErasure(erasure, erasureId);
    },
  });
}
