import { reconcilePayments } from '@snout/core/insurance';
import { type AnyJob, defineJob, jobKind } from '@snout/core/jobs';
import { z } from 'zod';
import type { JobDeps } from './job-deps.ts';

export const RECONCILE_PAYMENTS = jobKind<Record<never, never>>('reconcile-payments');

/** A payer needs some minutes, and callbacks come in seconds: who is asked about earlier is still paying. */
const OLDER_THAN_MS = 10 * 60_000;
/** In one round; the others wait for the next. Each is asked about in less than a second. */
const LIMIT = 200;

/** For callbacks that never came, answers that were lost, and refunds that take their time. */
export function reconcilePaymentsJob({ payments }: Pick<JobDeps, 'payments'>): AnyJob {
  return defineJob({
    kind: RECONCILE_PAYMENTS,
    payload: z.object({}),
    schedule: '*/5 * * * *',
    options: { attempts: 1, retryAfterSeconds: 60, timeoutSeconds: 280, concurrency: 1 },
    run: async () => {
      const { deps, tell } = payments();
      tell(await reconcilePayments(deps, { olderThanMs: OLDER_THAN_MS, limit: LIMIT }));
    },
  });
}
