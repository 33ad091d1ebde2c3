import type { TenantId } from '@snout/core/accounts';
import type { DeliveryQuery, WebhookDelivery, WebhookEndpoint, WebhookStore } from '@snout/core/webhooks';
import { type Selectable, sql } from 'kysely';
import type { Executor } from './database.ts';
import { withinScope } from './tenant-scope.ts';
import type { WebhookTables } from './webhook-tables.ts';

export function createWebhookStore(executor: Executor): WebhookStore {
  return {
    async addEndpoint(added) {
      await executor.insertInto('webhook_endpoints').values(toEndpointRow(added)).execute();
    },
    listEndpoints: (tenantId) => asTenant(executor, tenantId, async (own) => (await endpointsOf(own, tenantId).execute()).map(toEndpoint)),
    findEndpoint: (tenantId, id) =>
      asTenant(executor, tenantId, async (own) =>
        toEndpointOrNull(await endpointsOf(own, tenantId).where('id', '=', id).executeTakeFirst()),
      ),
    lockEndpoint: (tenantId, id) =>
      asTenant(executor, tenantId, async (own) => {
        return toEndpointOrNull(await endpointsOf(own, tenantId).where('id', '=', id).forUpdate().executeTakeFirst());
      }),
    updateEndpoint: (changed) =>
      asTenant(executor, changed.tenantId, async (own) => {
        await own.updateTable('webhook_endpoints').set(toEndpointRow(changed)).where('id', '=', changed.id).execute();
      }),
    removeEndpoint: (tenantId, id) =>
      asTenant(executor, tenantId, async (own) => {
        await own.deleteFrom('webhook_endpoints').where('tenant_id', '=', tenantId).where('id', '=', id).execute();
      }),
    async endpointsFor(tenantId, event) {
      const wanting = endpointsOf(executor, tenantId)
        .where('disabled', 'is', null)
        .where(sql<boolean>`(events = '{}' or ${event} = any(events))`);
      return (await wanting.execute()).map(toEndpoint);
    },
    ...deliveriesOf(executor),
    async forgetTenant(tenantId) {
      await executor.deleteFrom('webhook_endpoints').where('tenant_id', '=', tenantId).execute();
    },
  };
}

/** What a member asks for is done as the role that sees the tenant's rows only. */
function asTenant<T>(executor: Executor, tenantId: string, work: (own: Executor) => Promise<T>): Promise<T> {
  return withinScope(executor, [tenantId as TenantId], work);
}

function endpointsOf(executor: Executor, tenantId: string) {
  return executor.selectFrom('webhook_endpoints').selectAll().where('tenant_id', '=', tenantId).orderBy('created_at').orderBy('id');
}

type Deliveries =
  | 'addDelivery'
  | 'findDelivery'
  | 'listDeliveries'
  | 'waitingDeliveries'
  | 'addAttempt'
  | 'beginAgain'
  | 'removeDeliveriesBefore';

function deliveriesOf(executor: Executor): Pick<WebhookStore, Deliveries> {
  return {
    async addDelivery(delivery) {
      await executor.insertInto('webhook_deliveries').values(toDeliveryRow(delivery)).execute();
    },
    findDelivery: (tenantId, id) =>
      asTenant(executor, tenantId, async (own) => {
        const found = own.selectFrom('webhook_deliveries').selectAll().where('tenant_id', '=', tenantId).where('id', '=', id);
        const row = await found.executeTakeFirst();
        return row ? toDelivery(row) : null;
      }),
    listDeliveries: (query) => asTenant(executor, query.tenantId, (own) => listDeliveries(own, query)),
    async waitingDeliveries({ limit, after }) {
      const rows = executor
        .selectFrom('webhook_deliveries')
        .selectAll()
        .where('state', '=', 'waiting')
        .where('id', '>', after ?? '');
      return (await rows.orderBy('id').limit(limit).execute()).map(toDelivery);
    },
    async addAttempt(id, attempt, state) {
      const added = sql<string>`attempts || ${JSON.stringify([attempt])}::jsonb`;
      await executor.updateTable('webhook_deliveries').set({ attempts: added, state }).where('id', '=', id).execute();
    },
    async beginAgain(id) {
      const made = sql<number>`jsonb_array_length(attempts)`;
      await executor.updateTable('webhook_deliveries').set({ state: 'waiting', attempts_before: made }).where('id', '=', id).execute();
    },
    async removeDeliveriesBefore(time) {
      const { numDeletedRows } = await executor.deleteFrom('webhook_deliveries').where('created_at', '<', time).executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },
  };
}

async function listDeliveries(executor: Executor, query: DeliveryQuery): Promise<readonly WebhookDelivery[]> {
  const { tenantId, endpointId, state, limit, after } = query;
  let rows = executor.selectFrom('webhook_deliveries').selectAll().where('tenant_id', '=', tenantId).limit(limit);
  if (endpointId !== undefined) rows = rows.where('endpoint_id', '=', endpointId);
  if (state !== undefined) rows = rows.where('state', '=', state);
  if (after !== undefined) rows = rows.where(sql<boolean>`(created_at, id) < (${after.createdAt}, ${after.id})`);
  return (await rows.orderBy('created_at', 'desc').orderBy('id', 'desc').execute()).map(toDelivery);
}

function toEndpointRow(endpoint: WebhookEndpoint) {
  return {
    id: endpoint.id,
    tenant_id: endpoint.tenantId,
    url: endpoint.url,
    events: [...endpoint.events],
    description: endpoint.description,
    secrets: JSON.stringify(endpoint.secrets),
    disabled: endpoint.disabled,
    created_at: endpoint.createdAt,
    last_delivered_at: endpoint.lastDeliveredAt,
  };
}

function toEndpointOrNull(row: Selectable<WebhookTables['webhook_endpoints']> | undefined): WebhookEndpoint | null {
  return row ? toEndpoint(row) : null;
}

function toEndpoint(row: Selectable<WebhookTables['webhook_endpoints']>): WebhookEndpoint {
  return {
    id: row.id,
    tenantId: row.tenant_id,
    url: row.url,
    events: row.events,
    description: row.description,
    secrets: row.secrets.map(({ value, until }) => ({ value, until: until === null ? null : new Date(until) })),
    disabled: row.disabled,
    createdAt: row.created_at,
    lastDeliveredAt: row.last_delivered_at,
  };
}

function toDeliveryRow(delivery: WebhookDelivery) {
  return {
    id: delivery.id,
    endpoint_id: delivery.endpointId,
    tenant_id: delivery.tenantId,
    event: delivery.event,
    body: delivery.body,
    created_at: delivery.createdAt,
    state: delivery.state,
    attempts: JSON.stringify(delivery.attempts),
    attempts_before: delivery.attemptsBefore,
  };
}

function toDelivery(row: Selectable<WebhookTables['webhook_deliveries']>): WebhookDelivery {
  return {
    id: row.id,
    endpointId: row.endpoint_id,
    tenantId: row.tenant_id,
    event: row.event,
    body: row.body,
    createdAt: row.created_at,
    state: row.state,
    attempts: row.attempts.map(({ at, status, problem, milliseconds }) => ({ at: new Date(at), status, problem, milliseconds })),
    attemptsBefore: row.attempts_before,
  };
}
