import { type JobQueue, jobKind } from '../jobs/index.ts';
import type { Clock, Ids } from '../recognition/index.ts';
import type { WebhookEndpoint } from './webhook.ts';
import type { WebhookUnit } from './webhook-deps.ts';
import type { WebhookEvent } from './webhook-events.ts';

/** `attempt`: its number over all series, so that an attempt that was recorded is not made again. */
export const DELIVER_WEBHOOK = jobKind<{ readonly tenantId: string; readonly deliveryId: string; readonly attempt: number }>(
  'deliver-webhook',
);

export interface PublishedEvent {
  readonly tenantId: string;
  readonly event: WebhookEvent;
  /** JSON. Ids and facts; never contacts: a receiver that may see those asks the API. */
  readonly data: object;
}

/** Tells the tenant's endpoints of an event. Belongs into the unit of work in which it happened. Gives the number of deliveries. */
export async function publishEvent(
  deps: Pick<WebhookUnit, 'webhooks' | 'jobs'> & { readonly clock: Clock; readonly ids: Ids },
  event: PublishedEvent,
): Promise<number> {
  const endpoints = await deps.webhooks.endpointsFor(event.tenantId, event.event);
  for (const endpoint of endpoints) await addDelivery(deps, endpoint, event);
  return endpoints.length;
}

/** One delivery for one endpoint, and the job of its first attempt; gives its id. */
export async function addDelivery(
  { webhooks, jobs, clock, ids }: Pick<WebhookUnit, 'webhooks' | 'jobs'> & { readonly clock: Clock; readonly ids: Ids },
  endpoint: WebhookEndpoint,
  { event, data }: Pick<PublishedEvent, 'event' | 'data'>,
): Promise<string> {
  const id = ids.next();
  const { tenantId } = endpoint;
  const createdAt = clock.now();
  const body = JSON.stringify({ type: event, timestamp: createdAt.toISOString(), data });
  const nothingYet = { state: 'waiting', attempts: [], attemptsBefore: 0 } as const;
  await webhooks.addDelivery({ id, endpointId: endpoint.id, tenantId, event, body, createdAt, ...nothingYet });
  await enqueueAttempt(jobs, { tenantId, deliveryId: id, attempt: 1 });
  return id;
}

/** The job of one attempt. Asked for twice while it waits, it is there once. */
export async function enqueueAttempt(
  jobs: JobQueue,
  told: { readonly tenantId: string; readonly deliveryId: string; readonly attempt: number },
  startAfter?: Date,
): Promise<void> {
  await jobs.enqueue(DELIVER_WEBHOOK, told, { key: `${told.deliveryId} ${told.attempt}`, ...(startAfter ? { startAfter } : {}) });
}
