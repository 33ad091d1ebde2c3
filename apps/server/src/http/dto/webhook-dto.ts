import type { WebhookDeliveryDto, WebhookDto } from '@snout/contract';
import type { WebhookDelivery, WebhookEndpoint } from '@snout/core/webhooks';

/** Without its secrets. */
export function webhookDto(endpoint: WebhookEndpoint): WebhookDto {
  const { id, url, events, description, disabled, createdAt, lastDeliveredAt } = endpoint;
  return {
    id,
    url,
    events: [...events],
    description,
    isOn: disabled === null,
    disabled,
    createdAt: createdAt.toISOString(),
    lastDeliveredAt: lastDeliveredAt?.toISOString() ?? null,
  };
}

export function webhookDeliveryDto(delivery: WebhookDelivery): WebhookDeliveryDto {
  const { id, endpointId, event, body, state, createdAt, attempts } = delivery;
  return {
    id,
    webhookId: endpointId,
    event,
    body,
    state,
    createdAt: createdAt.toISOString(),
    attempts: attempts.map((attempt) => ({ ...attempt, at: attempt.at.toISOString() })),
  };
}
