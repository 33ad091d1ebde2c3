import { type AnyJob, defineJob } from '@snout/core/jobs';
import { DELIVER_WEBHOOK, deliverWebhook } from '@snout/core/webhooks';
import { z } from 'zod';
import type { JobDeps } from './job-deps.ts';

const payload = z.object({ tenantId: z.string(), deliveryId: z.string(), attempt: z.int().positive() });

/** One attempt of a delivery; a refused one enqueues the next itself. This job is tried again only for faults of ours. */
export function deliverWebhookJob({ webhooks }: Pick<JobDeps, 'webhooks'>): AnyJob {
  return defineJob({
    kind: DELIVER_WEBHOOK,
    payload,
    options: { attempts: 10, retryAfterSeconds: 5, timeoutSeconds: 60, concurrency: 4 },
    run: async (told, { signal }) => {
      await deliverWebhook(webhooks, told, signal);
    },
  });
}
