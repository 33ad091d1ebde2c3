import {
  API_PATHS,
  apiPath,
  type newWebhookSchema,
  testedWebhookSchema,
  type WebhookDeliveryDto,
  type WebhookDto,
  type webhookChangeSchema,
  webhookDeliveryListSchema,
  webhookDeliverySchema,
  webhookListSchema,
  webhookSchema,
  webhookWithSecretSchema,
} from '@snout/contract';
import type { z } from 'zod';
import { making } from './making.ts';
import { request, requestNothing } from './request.ts';

export type WebhookWithSecret = z.infer<typeof webhookWithSecretSchema>;
export type DeliveryPage = z.infer<typeof webhookDeliveryListSchema>;
export type DeliveryState = WebhookDeliveryDto['state'];

/** Addresses that are told of a tenant's events. Every function throws ApiError. */
export const webhookApi = {
  list: async (tenantId: string): Promise<readonly WebhookDto[]> =>
    (await request(apiPath(API_PATHS.webhooks, { tenantId }), webhookListSchema)).webhooks,
  add: (tenantId: string, webhook: z.input<typeof newWebhookSchema>): Promise<WebhookWithSecret> =>
    request(apiPath(API_PATHS.webhooks, { tenantId }), webhookWithSecretSchema, making(webhook)),
  change: (tenantId: string, webhookId: string, change: z.input<typeof webhookChangeSchema>): Promise<WebhookDto> =>
    request(apiPath(API_PATHS.webhook, { tenantId, webhookId }), webhookSchema, { method: 'PATCH', json: change }),
  remove: (tenantId: string, webhookId: string): Promise<void> =>
    requestNothing(apiPath(API_PATHS.webhook, { tenantId, webhookId }), { method: 'DELETE' }),
  rotate: (tenantId: string, webhookId: string): Promise<WebhookWithSecret> =>
    request(apiPath(API_PATHS.webhookSecret, { tenantId, webhookId }), webhookWithSecretSchema, { method: 'POST' }),
  test: (tenantId: string, webhookId: string): Promise<z.infer<typeof testedWebhookSchema>> =>
    request(apiPath(API_PATHS.webhookTest, { tenantId, webhookId }), testedWebhookSchema, { method: 'POST' }),
  deliveries: (
    tenantId: string,
    webhookId: string,
    { state, after }: { readonly state: DeliveryState | null; readonly after: string | null },
  ): Promise<DeliveryPage> => {
    const query = new URLSearchParams({ limit: '20', ...(state === null ? {} : { state }), ...(after === null ? {} : { after }) });
    return request(`${apiPath(API_PATHS.webhookDeliveries, { tenantId, webhookId })}?${query}`, webhookDeliveryListSchema);
  },
  replay: (tenantId: string, deliveryId: string): Promise<WebhookDeliveryDto> =>
    request(apiPath(API_PATHS.replayDelivery, { tenantId, deliveryId }), webhookDeliverySchema, { method: 'POST' }),
};
