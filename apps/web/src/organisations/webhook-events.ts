import { type WebhookDto, webhookSchema } from '@snout/contract';

/** What a webhook can be told of; a test message is asked for by its own button. */
export const WEBHOOK_EVENTS: WebhookDto['events'] = webhookSchema.shape.events.element.options.filter((event) => event !== 'webhook.test');
