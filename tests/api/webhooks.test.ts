import { problemSchema, webhookDeliveryListSchema, webhookListSchema, webhookWithSecretSchema } from '@snout/contract';
import type { TenantId } from '@snout/core/accounts';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { idIn, json, signUp, type Visitor, withAccounts } from './with-accounts.ts';

const HOOK = { url: 'https://hooks.example/in', events: ['pet.enrolled'], description: 'Clinic' };
const codeOf = async (response: Response | Promise<Response>) => problemSchema.parse(await (await response).json()).code;

describe('webhooks over HTTP', () => {
  const opened = withAccounts();
  let ada: Visitor;
  let bob: Visitor;
  let staff: Visitor;
  let shelter: TenantId;
  let clinic: TenantId;
  beforeAll(async () => {
    ada = await signUp(opened(), 'Ada');
    bob = await signUp(opened(), 'Bob');
    staff = await signUp(opened(), 'Staff');
    shelter = (await idIn(ada.tell('/api/organisations', { kind: 'shelter', name: 'Paws' }))) as TenantId;
    clinic = (await idIn(bob.tell('/api/organisations', { kind: 'clinic', name: 'Vets' }))) as TenantId;
    const id = await idIn(ada.tell(`/api/organisations/${shelter}/invitations`, { email: 'staff@example.org', role: 'staff' }));
    expect((await staff.ask(`/api/me/invitations/${id}/accept`, { method: 'POST' })).status).toBe(204);
  }, 300_000);

  const of = (tenant: string, rest = '') => `/api/tenants/${tenant}/webhooks${rest}`;
  const post = { method: 'POST' };
  const add = async (changes: object = {}) => {
    const response = await ada.tell(of(shelter), { ...HOOK, ...changes });
    expect([response.status, response.headers.get('cache-control')]).toEqual([201, 'no-store']);
    return webhookWithSecretSchema.parse(await response.json());
  };
  const deliveries = async (id: string, query = '') =>
    webhookDeliveryListSchema.parse(await (await ada.ask(of(shelter, `/${id}/deliveries${query}`))).json());

  it('show the secret once, and again only as a new one', async () => {
    const { webhook, secret } = await add();
    expect(webhook).toMatchObject({ ...HOOK, isOn: true, disabled: null, lastDeliveredAt: null });
    const listed = await (await ada.ask(of(shelter))).text();
    expect(listed).not.toContain(secret);
    expect(webhookListSchema.parse(JSON.parse(listed)).webhooks).toContainEqual(webhook);
    const rotated = webhookWithSecretSchema.parse(await (await ada.ask(of(shelter, `/${webhook.id}/rotate-secret`), post)).json());
    expect(rotated.secret).toMatch(/^whsec_/);
    expect(rotated.secret).not.toBe(secret);
  });

  it('can be changed, switched off and on, and removed', async () => {
    const { webhook } = await add();
    const change = async (body: object) => (await ada.ask(of(shelter, `/${webhook.id}`), { ...json(body), method: 'PATCH' })).json();
    expect(await change({ url: 'https://new.example/', events: [] })).toEqual({ ...webhook, url: 'https://new.example/', events: [] });
    expect(await change({ isOn: false })).toMatchObject({ url: 'https://new.example/', isOn: false, disabled: 'person' });
    expect(await change({ isOn: true })).toMatchObject({ isOn: true, disabled: null });
    expect((await ada.ask(of(shelter, `/${webhook.id}`), { method: 'DELETE' })).status).toBe(204);
    expect(await codeOf(ada.ask(of(shelter, `/${webhook.id}`), { method: 'DELETE' }))).toBe('webhook-not-found');
  });

  it('refuse addresses that are not called, and events that do not exist', async () => {
    expect(await codeOf(ada.tell(of(shelter), { ...HOOK, url: 'http://hooks.example/' }))).toBe('webhook-url-refused');
    expect(await codeOf(ada.tell(of(shelter), { ...HOOK, events: ['pet.sold'] }))).toBe('invalid-request');
    const { webhook } = await add();
    const change = { ...json({ url: 'ftp://hooks.example' }), method: 'PATCH' };
    expect(await codeOf(ada.ask(of(shelter, `/${webhook.id}`), change))).toBe('webhook-url-refused');
  });

  it('tell page by page what was sent, and send it again', async () => {
    const { webhook } = await add();
    const sent: string[] = [];
    for (let i = 0; i < 3; i++) {
      const response = await ada.ask(of(shelter, `/${webhook.id}/test`), post);
      expect(response.status).toBe(202);
      sent.push(z.object({ deliveryId: z.string() }).parse(await response.json()).deliveryId);
    }
    expect((await deliveries(webhook.id, '?state=waiting')).deliveries).toHaveLength(3);
    await opened().jobs.runUntilEmpty();
    const first = await deliveries(webhook.id, '?limit=2');
    const second = await deliveries(webhook.id, `?limit=2&after=${first.next}`);
    expect([first.deliveries.length, second.deliveries.length, second.next]).toEqual([2, 1, null]);
    const all = [...first.deliveries, ...second.deliveries];
    expect(all.map(({ id }) => id).sort()).toEqual([...sent].sort());
    expect(all[0]).toMatchObject({ webhookId: webhook.id, event: 'webhook.test', state: 'delivered', attempts: [{ status: 200 }] });

    const replay = `/api/tenants/${shelter}/webhook-deliveries/${sent[0]}/replay`;
    expect(await (await ada.ask(replay, post)).json()).toMatchObject({ id: sent[0], state: 'waiting' });
    await opened().jobs.runUntilEmpty();
    expect((await deliveries(webhook.id)).deliveries.find(({ id }) => id === sent[0])?.attempts).toHaveLength(2);
    expect(await codeOf(ada.ask(of(shelter, `/${webhook.id}/deliveries?after=nonsense`)))).toBe('invalid-request');
  });

  it("are not there for others, neither by their own tenant's address nor by this one", async () => {
    const { webhook } = await add();
    const { deliveryId } = z
      .object({ deliveryId: z.string() })
      .parse(await (await ada.ask(of(shelter, `/${webhook.id}/test`), post)).json());
    for (const [path, init] of [
      [`/${webhook.id}`, { ...json({ isOn: false }), method: 'PATCH' }],
      [`/${webhook.id}`, { method: 'DELETE' }],
      [`/${webhook.id}/rotate-secret`, post],
      [`/${webhook.id}/test`, post],
      [`/${webhook.id}/deliveries`, {}],
    ] as const) {
      expect([path, await codeOf(bob.ask(of(clinic, path), init))]).toEqual([path, 'webhook-not-found']);
      expect([path, await codeOf(bob.ask(of(shelter, path), init))]).toEqual([path, 'tenant-not-found']);
    }
    expect(await codeOf(bob.ask(`/api/tenants/${clinic}/webhook-deliveries/${deliveryId}/replay`, post))).toBe('delivery-not-found');
    expect(await (await bob.ask(of(clinic))).json()).toEqual({ webhooks: [] });
  });

  it('are for owners, admins, and keys with their scope', async () => {
    expect(await codeOf(staff.ask(of(shelter)))).toBe('role-lacking');
    expect(await codeOf(staff.tell(of(shelter), HOOK))).toBe('role-lacking');
    const asKey = async (scope: 'webhooks' | 'pets:write') => {
      const key = { tenant: shelter, name: scope, scopes: [scope], expiresAt: null, createdBy: ada.id };
      const { secret } = await opened().apiKeys.add(key);
      return opened().service.request(of(shelter), { headers: { authorization: `Bearer ${secret}` } });
    };
    expect((await asKey('webhooks')).status).toBe(200);
    expect(await codeOf(asKey('pets:write'))).toBe('scope-lacking');
  });
});
