import { RETRY_AFTER_SECONDS } from './deliver-webhook.ts';
import { enqueueAttempt } from './publish-event.ts';
import type { WebhookDelivery } from './webhook.ts';
import type { WebhookDeps } from './webhook-deps.ts';

const PAGE = 500;

/**
 * Enqueues the next attempt of each delivery that waits: jobs are not in a backup, so after a restore nothing else would make it. Where the job is
 * there, nothing changes. Gives the number of deliveries that wait.
 */
export async function resumeDeliveries({ webhooks, inUnit }: Pick<WebhookDeps, 'webhooks' | 'inUnit'>): Promise<number> {
  let waiting = 0;
  for (let after: WebhookDelivery | null = null; ; ) {
    const page: readonly WebhookDelivery[] = await webhooks.waitingDeliveries({ limit: PAGE, after: after?.id ?? null });
    await inUnit(async ({ jobs }) => {
      for (const delivery of page) await enqueueAttempt(jobs, nextAttempt(delivery), dueAt(delivery));
    });
    waiting += page.length;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return waiting;
    after = last;
  }
}

function nextAttempt({ tenantId, id, attempts }: WebhookDelivery) {
  return { tenantId, deliveryId: id, attempt: attempts.length + 1 };
}

/** As the attempt before has set it; a delivery or a series that has not begun is due at once. */
function dueAt({ attempts, attemptsBefore }: WebhookDelivery): Date | undefined {
  const last = attempts.at(-1);
  const wait = RETRY_AFTER_SECONDS[attempts.length - attemptsBefore - 1];
  return last === undefined || wait === undefined ? undefined : new Date(last.at.getTime() + wait * 1000);
}
