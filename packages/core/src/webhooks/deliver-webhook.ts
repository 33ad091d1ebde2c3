import { enqueueAttempt } from './publish-event.ts';
import type { WebhookAttempt, WebhookDelivery, WebhookEndpoint } from './webhook.ts';
import type { WebhookDeps, WebhookUnit } from './webhook-deps.ts';
import type { WebhookAnswer } from './webhook-sender.port.ts';

/** Seconds between the attempts of a series: three days in all, after the example of the Standard Webhooks specification. */
export const RETRY_AFTER_SECONDS = [5, 5 * 60, 30 * 60, 2 * 3600, 5 * 3600, 10 * 3600, 14 * 3600, 20 * 3600, 24 * 3600] as const;

/** `over`: there was nothing to send. */
export type DeliveryResult = 'delivered' | 'again' | 'failed' | 'over';

/**
 * One attempt of a delivery. The request comes first and is recorded after: a crash between them makes the attempt again, with the same
 * message id. Rejects only for faults of ours.
 */
export async function deliverWebhook(
  deps: WebhookDeps,
  { tenantId, deliveryId, attempt }: { readonly tenantId: string; readonly deliveryId: string; readonly attempt: number },
  signal: AbortSignal,
): Promise<DeliveryResult> {
  const delivery = await deps.webhooks.findDelivery(tenantId, deliveryId);
  const endpoint = delivery && (await deps.webhooks.findEndpoint(tenantId, delivery.endpointId));
  if (!delivery || !endpoint || delivery.state !== 'waiting' || delivery.attempts.length >= attempt) return 'over';
  if (endpoint.disabled !== null) {
    await deps.webhooks.addAttempt(deliveryId, { at: deps.clock.now(), ...NOT_SENT }, 'failed');
    return 'failed';
  }
  const at = deps.clock.now();
  const secrets = endpoint.secrets.filter(({ until }) => until === null || until > at).map(({ value }) => value);
  const answer = await deps.sender.send({ url: endpoint.url, secrets, id: delivery.id, at, body: delivery.body }, signal);
  const made = toAttempt(answer, at, deps.clock.now());
  return deps.inUnit((unit) => record(unit, { delivery, endpoint, made }));
}

const NOT_SENT = { status: null, problem: 'The endpoint is switched off.', milliseconds: 0 } as const;

interface Made {
  readonly delivery: WebhookDelivery;
  readonly endpoint: WebhookEndpoint;
  readonly made: WebhookAttempt;
}

async function record(unit: WebhookUnit, { delivery, endpoint, made }: Made): Promise<DeliveryResult> {
  const now = await unit.webhooks.lockEndpoint(endpoint.tenantId, endpoint.id);
  if (now === null) return 'over';
  const isDelivered = made.status !== null && made.status >= 200 && made.status < 300;
  if (isDelivered) {
    await unit.webhooks.addAttempt(delivery.id, made, 'delivered');
    await unit.webhooks.updateEndpoint({ ...now, lastDeliveredAt: made.at });
    return 'delivered';
  }
  const number = delivery.attempts.length + 1;
  const wait = RETRY_AFTER_SECONDS[number - delivery.attemptsBefore - 1];
  if (made.status === 410 || wait === undefined) {
    await unit.webhooks.addAttempt(delivery.id, made, 'failed');
    const isFailing = now.lastDeliveredAt === null || now.lastDeliveredAt < delivery.createdAt;
    if (made.status === 410 || isFailing) await disable(unit, { ...now, disabled: made.status === 410 ? 'gone' : 'failing' });
    return 'failed';
  }
  await unit.webhooks.addAttempt(delivery.id, made, 'waiting');
  const startAfter = new Date(made.at.getTime() + wait * 1000);
  await enqueueAttempt(unit.jobs, { tenantId: endpoint.tenantId, deliveryId: delivery.id, attempt: number + 1 }, startAfter);
  return 'again';
}

async function disable(unit: WebhookUnit, endpoint: WebhookEndpoint): Promise<void> {
  await unit.webhooks.updateEndpoint(endpoint);
  await unit.disabled?.(endpoint);
}

function toAttempt(answer: WebhookAnswer, at: Date, end: Date): WebhookAttempt {
  const milliseconds = end.getTime() - at.getTime();
  return answer.kind === 'answered'
    ? { at, status: answer.status, problem: null, milliseconds }
    : { at, status: null, problem: answer.problem, milliseconds };
}
