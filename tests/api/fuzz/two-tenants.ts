import { enrolmentSchema } from '@snout/contract';
import { API_SCOPES, ROLES, type TenantId } from '@snout/core/accounts';
import { strToU8, zipSync } from 'fflate';
import { expect } from 'vitest';
import { form } from '../service.ts';
import { testPhoto } from '../test-photo.ts';
import { idIn, type ServiceWithAccounts, signUp, type Visitor } from '../with-accounts.ts';

/** Stands in everything that tenant B has written. */
export const MARKER = 'Zyzzogeton';

/** Somebody who asks. Nobody of these belongs to tenant B. */
export interface Caller {
  readonly name: string;
  ask(path: string, init: RequestInit): Promise<Response>;
}

export interface TwoTenants {
  readonly callers: readonly Caller[];
  /** Of things of both tenants, and of none. */
  readonly ids: readonly string[];
  readonly idsFor: Readonly<Record<string, readonly string[]>>;
  /** What tenant B sees of itself: holds the marker. */
  seenByB(): Promise<string>;
  readonly photos: readonly Uint8Array<ArrayBuffer>[];
  readonly files: readonly Uint8Array<ArrayBuffer>[];
}

/** Tenant A with a person in each role and a key for each scope, and tenant B, which has something of everything. */
export async function makeTwoTenants(opened: ServiceWithAccounts): Promise<TwoTenants> {
  await signUp(opened, 'Operator');
  const people = new Map<string, Visitor>();
  for (const role of ROLES) people.set(role, await signUp(opened, `${role}-of-a`));
  const owner = people.get('owner') as Visitor;
  const tenantA = await idIn(owner.tell('/api/organisations', { kind: 'shelter', name: 'Tenant A' }));
  for (const role of ROLES.slice(1)) {
    const id = await idIn(owner.tell(`/api/organisations/${tenantA}/invitations`, { email: `${role}-of-a@example.org`, role }));
    expect((await people.get(role)?.ask(`/api/me/invitations/${id}/accept`, { method: 'POST' }))?.status).toBe(204);
  }
  const alone = await signUp(opened, 'alone');
  const rex = await testPhoto({ animal: 'rex of A', species: 'dog' });
  const secret = await testPhoto({ animal: 'secret of B', species: 'cat' });
  const petA = await enrol(owner, rex, 'Rex', tenantA);
  const { ids: ofB, owner: ownerOfB } = await makeB(opened, secret);
  const callers: Caller[] = [
    { name: 'nobody', ask: async (path, init) => opened.service.request(path, init) },
    { name: 'a person of no organisation', ask: alone.ask },
    ...[...people].map(([role, visitor]) => ({ name: `${role} of A`, ask: visitor.ask })),
    ...(await keysOf(opened, { tenant: tenantA as TenantId, createdBy: owner.id })),
  ];
  const photos = [
    rex,
    secret,
    await testPhoto({ animal: 'secret of B', species: 'cat', view: 4 }),
    await testPhoto({ animal: 'rex of A', species: 'dog', view: 2 }),
    await testPhoto({ animal: 'another' }, { animal: 'rex of A' }),
    await testPhoto(),
    new Uint8Array(),
    Uint8Array.from({ length: 300 }, (_, index) => (index * 7919) % 256),
  ];
  const list = strToU8('name,photos\nRex,a.jpg\nMia,none.jpg');
  const files = [zipSync({ 'pets.csv': list, 'a.jpg': rex }), list, strToU8('{"name":"Tom","photos":["https://10.0.0.1/a.jpg"]}'), rex];
  const ids = [...Object.values(ofB), petA, tenantA, alone.id, 'none', 'local', '0', '00000000-0000-4000-8000-000000000000'];
  const idsFor = {
    petId: [petA, ofB['pet'] ?? ''],
    tenantId: [tenantA, ofB['tenant'] ?? ''],
    importId: [ofB['import'] ?? ''],
    webhookId: [ofB['webhook'] ?? ''],
    photoId: [ofB['photo'] ?? ''],
    deliveryId: [ofB['delivery'] ?? ''],
    keyId: [ofB['key'] ?? ''],
    mergeId: [ofB['merge'] ?? ''],
    invitationId: [ofB['petInvitation'] ?? '', ofB['memberInvitation'] ?? ''],
  };
  const seenByB = async () => (await ownerOfB.ask('/api/pets')).text();
  return { callers, ids, idsFor, seenByB, photos, files: [...files.map((bytes) => Uint8Array.from(bytes)), new Uint8Array()] };
}

async function enrol(who: Visitor, photo: Uint8Array<ArrayBuffer>, name: string, tenant: string): Promise<string> {
  const body = form([photo], { name, allowDuplicate: 'true' });
  const response = await who.ask('/api/pets', { method: 'POST', body, headers: { 'snout-tenant': tenant } });
  return enrolmentSchema.parse(await response.json()).pet.id;
}

/** What tenant B has: ids by name. */
async function makeB(
  opened: ServiceWithAccounts,
  photo: Uint8Array<ArrayBuffer>,
): Promise<{ readonly owner: Visitor; readonly ids: Readonly<Record<string, string>> }> {
  const owner = await signUp(opened, 'owner-of-b');
  const tenant = await idIn(owner.tell('/api/organisations', { kind: 'clinic', name: `${MARKER} clinic` }));
  const inItsName = { 'snout-tenant': tenant };
  const asB = (path: string, body: unknown, method = 'POST') => {
    const headers = { 'content-type': 'application/json', ...inItsName };
    return owner.ask(path, { method, body: JSON.stringify(body), headers });
  };
  const pet = await enrol(owner, photo, `${MARKER} the cat`, tenant);
  const twin = await enrol(owner, await testPhoto({ animal: 'twin of B', species: 'cat' }), `${MARKER} again`, tenant);
  const words = { marks: MARKER, medicalNotes: MARKER, contactNotes: MARKER };
  expect((await asB(`/api/pets/${pet}/profile`, words, 'PATCH')).status).toBe(200);
  const webhook = { url: `https://hooks.example/${MARKER}`, events: [], description: MARKER };
  const hook = (await (await asB(`/api/tenants/${tenant}/webhooks`, webhook)).json()) as { webhook: { id: string } };
  const key = (await (await asB(`/api/tenants/${tenant}/api-keys`, { name: MARKER, scopes: ['pets:read'] })).json()) as {
    key: { id: string };
  };
  const memberInvitation = await idIn(asB(`/api/organisations/${tenant}/invitations`, { email: `${MARKER}@example.org`, role: 'admin' }));
  const petInvitation = await idIn(asB(`/api/pets/${pet}/invitations`, { kind: 'carer' }));
  const merge = (await (await asB(`/api/pets/${pet}/merges`, { petId: twin })).json()) as { merge: { id: string } };
  const list = new FormData();
  list.set('file', new File([JSON.stringify({ name: MARKER, photos: ['none.jpg'] })], `${MARKER}.ndjson`));
  const madeImport = await idIn(owner.ask('/api/imports', { method: 'POST', body: list, headers: inItsName }));
  await opened.jobs.runUntilEmpty();
  const shown = (await (await owner.ask(`/api/pets/${pet}`)).json()) as { photos: { id: string }[] };
  const webhookDeliveries = (await (await owner.ask(`/api/tenants/${tenant}/webhooks/${hook.webhook.id}/deliveries`)).json()) as {
    deliveries: { id: string }[];
  };
  const ids = {
    tenant,
    owner: owner.id,
    pet,
    twin,
    memberInvitation,
    petInvitation,
    merge: merge.merge.id,
    import: madeImport,
    webhook: hook.webhook.id,
    key: key.key.id,
    photo: shown.photos[0]?.id ?? '',
    delivery: webhookDeliveries.deliveries[0]?.id ?? '',
  };
  for (const [name, id] of Object.entries(ids)) expect([name, id]).toEqual([name, expect.stringMatching(/./)]);
  return { owner, ids };
}

async function keysOf(
  { apiKeys, service }: ServiceWithAccounts,
  { tenant, createdBy }: { readonly tenant: TenantId; readonly createdBy: string },
): Promise<readonly Caller[]> {
  const callers: Caller[] = [];
  for (const scope of API_SCOPES) {
    const { secret } = await apiKeys.add({ tenant, name: scope, scopes: [scope], expiresAt: null, createdBy });
    callers.push({
      name: `a key of A for ${scope}`,
      ask: async (path, init) => {
        const headers = new Headers(init.headers);
        headers.set('authorization', `Bearer ${secret}`);
        return service.request(path, { ...init, headers });
      },
    });
  }
  return callers;
}
