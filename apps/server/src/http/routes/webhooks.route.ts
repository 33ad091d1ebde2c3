import {
  addWebhookRoute,
  changeWebhookRoute,
  listWebhookDeliveriesRoute,
  listWebhooksRoute,
  removeWebhookRoute,
  replayDeliveryRoute,
  rotateWebhookSecretRoute,
  testWebhookRoute,
} from '@snout/contract/routes';
import {
  addWebhook,
  changeWebhook,
  findWebhook,
  removeWebhook,
  replayDelivery,
  rotateWebhookSecret,
  testWebhook,
  type WebhookEndpoint,
} from '@snout/core/webhooks';
import type { Context } from 'hono';
import type { ApiApp } from '../api-app.ts';
import type { AppDeps, AppEnvironment } from '../app-environment.ts';
import { deliveryCursorText, parseDeliveryCursor } from '../dto/delivery-cursor.ts';
import { webhookDeliveryDto, webhookDto } from '../dto/webhook-dto.ts';
import { auditAuthorOf, tenantOf } from '../signed-in.ts';

/** Addresses of a tenant that are told of events, and the log of what was sent there. */
export function addWebhookRoutes(app: ApiApp, { webhooks: deps }: Pick<AppDeps, 'webhooks'>): void {
  const managed = (context: Context<AppEnvironment>) => ({ ...deps, by: auditAuthorOf(context) });

  app.openapi(listWebhooksRoute, async (context) => {
    const endpoints = await deps.webhooks.listEndpoints(tenantOf(context));
    return context.json({ webhooks: endpoints.map(webhookDto) }, 200);
  });

  app.openapi(addWebhookRoute, async (context) => {
    const creation = context.get('creation');
    const asked = { ...context.req.valid('json'), tenantId: tenantOf(context), ...(creation ? { id: creation.id } : {}) };
    const endpoint = await addWebhook(managed(context), asked);
    context.header('cache-control', 'no-store');
    return context.json(withSecret(endpoint), 201);
  });

  app.openapi(changeWebhookRoute, async (context) => {
    const { webhookId } = context.req.valid('param');
    return context.json(webhookDto(await changeWebhook(managed(context), tenantOf(context), webhookId, context.req.valid('json'))), 200);
  });

  app.openapi(removeWebhookRoute, async (context) => {
    await removeWebhook(managed(context), tenantOf(context), context.req.valid('param').webhookId);
    return context.body(null, 204);
  });

  app.openapi(rotateWebhookSecretRoute, async (context) => {
    const endpoint = await rotateWebhookSecret(managed(context), tenantOf(context), context.req.valid('param').webhookId);
    context.header('cache-control', 'no-store');
    return context.json(withSecret(endpoint), 200);
  });

  app.openapi(testWebhookRoute, async (context) => {
    const deliveryId = await testWebhook(deps, tenantOf(context), context.req.valid('param').webhookId);
    return context.json({ deliveryId }, 202);
  });

  app.openapi(listWebhookDeliveriesRoute, async (context) => {
    const { limit, after, ...filter } = context.req.valid('query');
    const tenantId = tenantOf(context);
    const { id: endpointId } = await findWebhook(deps, tenantId, context.req.valid('param').webhookId);
    const start = after === undefined ? {} : { after: parseDeliveryCursor(after) };
    // One more than asked for tells whether there is a next page.
    const found = await deps.webhooks.listDeliveries({ ...filter, ...start, tenantId, endpointId, limit: limit + 1 });
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    return context.json({ deliveries: page.map(webhookDeliveryDto), next: last ? deliveryCursorText(last) : null }, 200);
  });

  app.openapi(replayDeliveryRoute, async (context) => {
    const delivery = await replayDelivery(deps, tenantOf(context), context.req.valid('param').deliveryId);
    return context.json(webhookDeliveryDto(delivery), 202);
  });
}

/** For the one time that the newest secret is shown. */
function withSecret(endpoint: WebhookEndpoint) {
  return { webhook: webhookDto(endpoint), secret: endpoint.secrets[0]?.value ?? '' };
}
