import { createRoute, z } from '@hono/zod-openapi';
import { managers } from '../access.ts';
import { API_PATHS } from '../paths.ts';
import {
  deliveryStateSchema,
  newWebhookSchema,
  testedWebhookSchema,
  webhookChangeSchema,
  webhookDeliveryListSchema,
  webhookDeliverySchema,
  webhookListSchema,
  webhookSchema,
  webhookWithSecretSchema,
} from '../webhook.ts';
import { json, problems } from './answers.ts';
import { idempotencyHeaders, idSchema, jsonBody } from './requests.ts';

const tenant = z.object({ tenantId: idSchema });
const webhook = tenant.extend({ webhookId: idSchema });
const common = { tags: ['webhooks'], 'x-access': managers('webhooks') };

export const listWebhooksRoute = createRoute({
  ...common,
  method: 'get',
  path: API_PATHS.webhooks,
  operationId: 'listWebhooks',
  summary: 'Addresses that are told of events',
  request: { params: tenant },
  responses: { 200: json(webhookListSchema, 'Oldest first.'), ...problems('invalid-request') },
});

export const addWebhookRoute = createRoute({
  ...common,
  method: 'post',
  path: API_PATHS.webhooks,
  operationId: 'addWebhook',
  summary: 'Tell an address of events; its secret is shown this once',
  request: { params: tenant, headers: idempotencyHeaders, body: jsonBody(newWebhookSchema) },
  responses: {
    201: json(webhookWithSecretSchema, 'Made.'),
    ...problems('invalid-request', 'webhook-url-refused', 'webhook-too-many', 'busy', 'idempotency-key-reused'),
  },
});

export const changeWebhookRoute = createRoute({
  ...common,
  method: 'patch',
  path: API_PATHS.webhook,
  operationId: 'changeWebhook',
  summary: 'Change the address or the events, switch on or off',
  request: { params: webhook, body: jsonBody(webhookChangeSchema) },
  responses: { 200: json(webhookSchema, 'Changed.'), ...problems('invalid-request', 'webhook-not-found', 'webhook-url-refused') },
});

export const removeWebhookRoute = createRoute({
  ...common,
  method: 'delete',
  path: API_PATHS.webhook,
  operationId: 'removeWebhook',
  summary: 'Remove a webhook with its deliveries',
  request: { params: webhook },
  responses: { 204: { description: 'Done.' }, ...problems('invalid-request', 'webhook-not-found') },
});

export const rotateWebhookSecretRoute = createRoute({
  ...common,
  method: 'post',
  path: API_PATHS.webhookSecret,
  operationId: 'rotateWebhookSecret',
  summary: 'Make a new secret, shown this once; the one before signs along for a day',
  request: { params: webhook },
  responses: { 200: json(webhookWithSecretSchema, 'Made.'), ...problems('invalid-request', 'webhook-not-found') },
});

export const testWebhookRoute = createRoute({
  ...common,
  method: 'post',
  path: API_PATHS.webhookTest,
  operationId: 'testWebhook',
  summary: 'Send `webhook.test`, whatever events it wants',
  request: { params: webhook },
  responses: { 202: json(testedWebhookSchema, 'It will be sent.'), ...problems('invalid-request', 'webhook-not-found') },
});

export const listWebhookDeliveriesRoute = createRoute({
  ...common,
  method: 'get',
  path: API_PATHS.webhookDeliveries,
  operationId: 'listWebhookDeliveries',
  summary: 'What was sent in the last 30 days, and what came of it',
  request: {
    params: webhook,
    query: z.object({
      state: deliveryStateSchema.exactOptional(),
      limit: z.coerce.number().int().min(1).max(100).default(50).meta({ type: 'integer', description: 'Deliveries per page.' }),
      after: z.string().max(300).exactOptional().meta({ description: '`next` of the page before.' }),
    }),
  },
  responses: { 200: json(webhookDeliveryListSchema, 'A page.'), ...problems('invalid-request', 'webhook-not-found') },
});

export const replayDeliveryRoute = createRoute({
  ...common,
  method: 'post',
  path: API_PATHS.replayDelivery,
  operationId: 'replayDelivery',
  summary: 'Send a delivery once more; one that is waiting is left to its time',
  request: { params: tenant.extend({ deliveryId: idSchema }) },
  responses: { 202: json(webhookDeliverySchema, 'It will be sent.'), ...problems('invalid-request', 'delivery-not-found') },
});
