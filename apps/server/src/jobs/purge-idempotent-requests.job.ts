import { type AnyJob, defineJob, jobKind } from '@snout/core/jobs';
import { z } from 'zod';
import type { JobDeps } from './job-deps.ts';

export const PURGE_IDEMPOTENT_REQUESTS = jobKind<Record<never, never>>('purge-idempotent-requests');

/** For so long a request may be repeated. */
const KEPT_HOURS = 24;

export function purgeIdempotentRequestsJob({ idempotency }: Pick<JobDeps, 'idempotency'>): AnyJob {
  return defineJob({
    kind: PURGE_IDEMPOTENT_REQUESTS,
    payload: z.object({}),
    schedule: '23 * * * *',
    options: { attempts: 3, retryAfterSeconds: 60, timeoutSeconds: 600, concurrency: 1 },
    run: async () => {
      await idempotency.requests.removeBefore(new Date(idempotency.clock.now().getTime() - KEPT_HOURS * 3_600_000));
    },
  });
}
