import type { WebhookDelivery, WebhookEndpoint, WebhookStore } from '../webhooks/index.ts';

export function createInMemoryWebhooks(): WebhookStore {
  const endpoints = new Map<string, WebhookEndpoint>();
  const deliveries = new Map<string, WebhookDelivery>();
  const ofTenant = (tenantId: string) => [...endpoints.values()].filter((endpoint) => endpoint.tenantId === tenantId);
  const findEndpoint = async (tenantId: string, id: string) => ofTenant(tenantId).find((endpoint) => endpoint.id === id) ?? null;
  const removeEndpoint = async (tenantId: string, id: string) => {
    if ((await findEndpoint(tenantId, id)) === null) return;
    endpoints.delete(id);
    for (const delivery of deliveries.values()) if (delivery.endpointId === id) deliveries.delete(delivery.id);
  };
  const change = (id: string, changed: (delivery: WebhookDelivery) => WebhookDelivery) => {
    const delivery = deliveries.get(id);
    if (delivery) deliveries.set(id, changed(delivery));
  };

  return {
    async addEndpoint(endpoint) {
      endpoints.set(endpoint.id, structuredClone(endpoint));
    },
    async listEndpoints(tenantId) {
      return ofTenant(tenantId).sort(byTime);
    },
    findEndpoint,
    lockEndpoint: findEndpoint,
    async updateEndpoint(endpoint) {
      if (endpoints.has(endpoint.id)) endpoints.set(endpoint.id, structuredClone(endpoint));
    },
    removeEndpoint,
    async endpointsFor(tenantId, event) {
      const wants = ({ disabled, events }: WebhookEndpoint) => disabled === null && (events.length === 0 || events.includes(event));
      return ofTenant(tenantId).filter(wants).sort(byTime);
    },
    async addDelivery(delivery) {
      deliveries.set(delivery.id, structuredClone(delivery));
    },
    async findDelivery(tenantId, id) {
      const delivery = deliveries.get(id);
      return delivery?.tenantId === tenantId ? delivery : null;
    },
    async listDeliveries({ tenantId, endpointId, state, limit, after }) {
      return [...deliveries.values()]
        .filter((delivery) => delivery.tenantId === tenantId)
        .filter((delivery) => endpointId === undefined || delivery.endpointId === endpointId)
        .filter((delivery) => state === undefined || delivery.state === state)
        .sort((a, b) => byTime(b, a))
        .filter((delivery) => after === undefined || byTime(delivery, after) < 0)
        .slice(0, limit);
    },
    async waitingDeliveries({ limit, after }) {
      return [...deliveries.values()]
        .filter(({ id, state }) => state === 'waiting' && (after === null || id > after))
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .slice(0, limit);
    },
    async addAttempt(id, attempt, state) {
      change(id, (delivery) => ({ ...delivery, state, attempts: [...delivery.attempts, attempt] }));
    },
    async beginAgain(id) {
      change(id, (delivery) => ({ ...delivery, state: 'waiting', attemptsBefore: delivery.attempts.length }));
    },
    async removeDeliveriesBefore(time) {
      const old = [...deliveries.values()].filter(({ createdAt }) => createdAt < time);
      for (const { id } of old) deliveries.delete(id);
      return old.length;
    },
    async forgetTenant(tenantId) {
      for (const { id } of ofTenant(tenantId)) await removeEndpoint(tenantId, id);
    },
  };
}

type Timed = { readonly createdAt: Date; readonly id: string };

function byTime(a: Timed, b: Timed): number {
  return a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
