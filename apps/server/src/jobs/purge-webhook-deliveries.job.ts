import { type AnyJob, defineJob, jobKind } from '@snout/core/jobs';
import { z } from 'zod';
import type { JobDeps } from './job-deps.ts';

export const PURGE_WEBHOOK_DELIVERIES = jobKind<Record<never, never>>('purge-webhook-deliveries');

/** The log of deliveries goes back this far. */
const KEPT_DAYS = 30;

export function purgeWebhookDeliveriesJob({ webhooks }: Pick<JobDeps, 'webhooks'>): AnyJob {
  return defineJob({
    kind: PURGE_WEBHOOK_DELIVERIES,
    payload: z.object({}),
    schedule: '17 3 * * *',
    options: { attempts: 3, retryAfterSeconds: 60, timeoutSeconds: 600, concurrency: 1 },
    run: async () => {
      await webhooks.webhooks.removeDeliveriesBefore(new Date(webhooks.clock.now().getTime() - KEPT_DAYS * 24 * 3_600_000));
    },
  });
}
