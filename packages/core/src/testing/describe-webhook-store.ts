import { beforeEach, describe, expect, it } from 'vitest';
import type { WebhookDelivery, WebhookEndpoint, WebhookStore } from '../webhooks/index.ts';

/** The contract of the WebhookStore port: every implementation passes it. `create` gives an empty store that knows PLATFORM_TENANTS. */
export function describeWebhookStore(name: string, create: () => Promise<WebhookStore>): void {
  describe(`webhook store: ${name}`, () => {
    let store: WebhookStore;
    beforeEach(async () => {
      store = await create();
    });

    const at = (minute: number) => new Date(Date.UTC(2026, 2, 1, 10, minute));
    const endpoint = (id: string, changes: Partial<WebhookEndpoint> = {}): WebhookEndpoint => ({
      id,
      tenantId: 'shelter',
      url: `https://hooks.example/${id}`,
      events: [],
      description: 'for the website',
      secrets: [
        { value: 'whsec_new', until: null },
        { value: 'whsec_old', until: at(59) },
      ],
      disabled: null,
      createdAt: at(0),
      lastDeliveredAt: null,
      ...changes,
    });
    const delivery = (id: string, changes: Partial<WebhookDelivery> = {}): WebhookDelivery => ({
      id,
      endpointId: 'e',
      tenantId: 'shelter',
      event: 'pet.enrolled',
      body: '{"type":"pet.enrolled", "n": 1}',
      createdAt: at(1),
      state: 'waiting',
      attempts: [],
      attemptsBefore: 0,
      ...changes,
    });
    const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

    it('gives endpoints back whole, to their tenant only', async () => {
      await store.addEndpoint(endpoint('b', { createdAt: at(2) }));
      await store.addEndpoint(endpoint('a', { events: ['pet.updated', 'pet.enrolled'], lastDeliveredAt: at(3) }));
      await store.addEndpoint(endpoint('c', { tenantId: 'clinic' }));
      expect(await store.listEndpoints('shelter')).toEqual([
        endpoint('a', { events: ['pet.updated', 'pet.enrolled'], lastDeliveredAt: at(3) }),
        endpoint('b', { createdAt: at(2) }),
      ]);
      expect(await store.findEndpoint('shelter', 'a')).toMatchObject({ id: 'a' });
      expect(await store.findEndpoint('clinic', 'a')).toBeNull();
      expect(await store.lockEndpoint('clinic', 'a')).toBeNull();
      expect(await store.lockEndpoint('shelter', 'b')).toEqual(endpoint('b', { createdAt: at(2) }));
    });

    it('changes an endpoint', async () => {
      await store.addEndpoint(endpoint('a'));
      const changed = endpoint('a', { url: 'https://other.example', disabled: 'gone', secrets: [], events: ['pet.erased'] });
      await store.updateEndpoint(changed);
      await store.updateEndpoint(endpoint('none'));
      expect(await store.listEndpoints('shelter')).toEqual([changed]);
    });

    it('finds who is to be told of an event', async () => {
      await store.addEndpoint(endpoint('all'));
      await store.addEndpoint(endpoint('enrolled', { events: ['pet.enrolled'] }));
      await store.addEndpoint(endpoint('erased', { events: ['pet.erased'] }));
      await store.addEndpoint(endpoint('off', { disabled: 'person' }));
      await store.addEndpoint(endpoint('other', { tenantId: 'clinic' }));
      expect(ids(await store.endpointsFor('shelter', 'pet.enrolled'))).toEqual(['all', 'enrolled']);
    });

    it('keeps deliveries with their attempts', async () => {
      await store.addEndpoint(endpoint('e'));
      await store.addDelivery(delivery('d'));
      expect(await store.findDelivery('shelter', 'd')).toEqual(delivery('d'));
      expect(await store.findDelivery('clinic', 'd')).toBeNull();
      const first = { at: at(2), status: null, problem: 'no answer', milliseconds: 30 };
      const second = { at: at(3), status: 204, problem: null, milliseconds: 5 };
      await store.addAttempt('d', first, 'waiting');
      await store.addAttempt('d', second, 'delivered');
      expect(await store.findDelivery('shelter', 'd')).toEqual(delivery('d', { attempts: [first, second], state: 'delivered' }));
      await store.beginAgain('d');
      expect(await store.findDelivery('shelter', 'd')).toMatchObject({ state: 'waiting', attemptsBefore: 2 });
    });

    it('lists deliveries, the newest first, a page at a time', async () => {
      for (const id of ['e', 'f']) await store.addEndpoint(endpoint(id));
      await store.addEndpoint(endpoint('g', { tenantId: 'clinic' }));
      for (const [index, id] of ['d1', 'd2', 'd3'].entries()) await store.addDelivery(delivery(id, { createdAt: at(index) }));
      await store.addDelivery(delivery('same-time', { createdAt: at(2) }));
      await store.addDelivery(delivery('failed', { endpointId: 'f', state: 'failed' }));
      await store.addDelivery(delivery('foreign', { endpointId: 'g', tenantId: 'clinic' }));
      const page = await store.listDeliveries({ tenantId: 'shelter', limit: 2 });
      expect(ids(page)).toEqual(['same-time', 'd3']);
      const [, last] = page;
      if (last === undefined) throw new Error('There is a second one.');
      expect(ids(await store.listDeliveries({ tenantId: 'shelter', limit: 9, after: last }))).toEqual(['failed', 'd2', 'd1']);
      expect(ids(await store.listDeliveries({ tenantId: 'shelter', limit: 9, endpointId: 'f' }))).toEqual(['failed']);
      expect(ids(await store.listDeliveries({ tenantId: 'shelter', limit: 9, state: 'failed' }))).toEqual(['failed']);
    });

    it('lists deliveries that wait, of all tenants, by id', async () => {
      await store.addEndpoint(endpoint('e'));
      await store.addEndpoint(endpoint('g', { tenantId: 'clinic' }));
      for (const id of ['d2', 'd1']) await store.addDelivery(delivery(id));
      await store.addDelivery(delivery('d3', { endpointId: 'g', tenantId: 'clinic' }));
      await store.addDelivery(delivery('d0', { state: 'delivered' }));
      expect(ids(await store.waitingDeliveries({ limit: 2, after: null }))).toEqual(['d1', 'd2']);
      expect(ids(await store.waitingDeliveries({ limit: 2, after: 'd2' }))).toEqual(['d3']);
    });

    it('deletes old deliveries, those of a removed endpoint, and all of a tenant', async () => {
      for (const id of ['e', 'f']) await store.addEndpoint(endpoint(id));
      await store.addEndpoint(endpoint('g', { tenantId: 'clinic' }));
      await store.addDelivery(delivery('old', { createdAt: at(0) }));
      await store.addDelivery(delivery('new', { createdAt: at(5) }));
      await store.addDelivery(delivery('of-f', { endpointId: 'f', createdAt: at(5) }));
      await store.addDelivery(delivery('of-g', { endpointId: 'g', tenantId: 'clinic', createdAt: at(5) }));
      expect(await store.removeDeliveriesBefore(at(5))).toBe(1);
      await store.removeEndpoint('clinic', 'e');
      expect(ids(await store.listDeliveries({ tenantId: 'shelter', limit: 9 }))).toEqual(['of-f', 'new']);
      await store.removeEndpoint('shelter', 'f');
      expect(ids(await store.listDeliveries({ tenantId: 'shelter', limit: 9 }))).toEqual(['new']);
      await store.forgetTenant('shelter');
      expect(await store.listEndpoints('shelter')).toEqual([]);
      expect(await store.findDelivery('shelter', 'new')).toBeNull();
      expect(await store.findDelivery('clinic', 'of-g')).not.toBeNull();
    });
  });
}
