import { WEBHOOK_EVENTS } from '@snout/core/webhooks';
import { z } from 'zod';

const time = z.string().meta({ description: 'ISO 8601, UTC.' });
const eventSchema = z.enum(WEBHOOK_EVENTS).meta({ id: 'WebhookEvent' });
const urlSchema = z.url().max(2000);
const eventsSchema = z.array(eventSchema).max(WEBHOOK_EVENTS.length).meta({ description: 'Empty: all events.' });
const descriptionSchema = z.string().trim().max(200);

export const webhookSchema = z
  .object({
    id: z.string(),
    url: z.string(),
    events: eventsSchema,
    description: z.string(),
    isOn: z.boolean(),
    disabled: z
      .enum(['gone', 'failing', 'person'])
      .nullable()
      .meta({ description: '`gone`: it answered 410. `failing`: no delivery came through for days. `person`: somebody switched it off.' }),
    createdAt: time,
    lastDeliveredAt: time.nullable(),
  })
  .meta({ id: 'Webhook' });
export type WebhookDto = z.infer<typeof webhookSchema>;
export const webhookListSchema = z.object({ webhooks: z.array(webhookSchema) }).meta({ id: 'WebhookList' });

export const newWebhookSchema = z.object({
  url: urlSchema,
  events: eventsSchema.default([]),
  description: descriptionSchema.default(''),
});
export const webhookChangeSchema = z.object({
  url: urlSchema.exactOptional(),
  events: eventsSchema.exactOptional(),
  description: descriptionSchema.exactOptional(),
  isOn: z.boolean().exactOptional(),
});
export const webhookWithSecretSchema = z
  .object({
    webhook: webhookSchema,
    secret: z.string().meta({ description: 'Signs the messages, as in Standard Webhooks. Shown this once.' }),
  })
  .meta({ id: 'WebhookWithSecret' });

export const deliveryStateSchema = z.enum(['waiting', 'delivered', 'failed']);
export const webhookDeliverySchema = z
  .object({
    id: z.string().meta({ description: 'Also the id of the message, the same in every attempt and replay.' }),
    webhookId: z.string(),
    event: eventSchema,
    body: z.string().meta({ description: 'As it is signed and sent.' }),
    state: deliveryStateSchema,
    createdAt: time,
    attempts: z
      .array(
        z.object({
          at: time,
          status: z.int().nullable().meta({ description: "The receiver's answer; null: there was none, and `problem` says why." }),
          problem: z.string().nullable(),
          milliseconds: z.number(),
        }),
      )
      .meta({ description: 'Oldest first.' }),
  })
  .meta({ id: 'WebhookDelivery' });
export type WebhookDeliveryDto = z.infer<typeof webhookDeliverySchema>;
export const webhookDeliveryListSchema = z
  .object({
    deliveries: z.array(webhookDeliverySchema).meta({ description: 'Newest first.' }),
    next: z.string().nullable().meta({ description: 'Give this as `after` for the next page; null: no more.' }),
  })
  .meta({ id: 'WebhookDeliveryList' });
export const testedWebhookSchema = z.object({ deliveryId: z.string() }).meta({ id: 'TestedWebhook' });
