import { madeInvitationSchema } from '@snout/contract';
import type { TenantId } from '@snout/core/accounts';
import { issuePolicy, type PolicyToIssue } from '@snout/core/insurance';
import { SEND_MAIL } from '@snout/core/notifications';
import { decidedOn, EXAMPLE_OFFER, eventsOf, policyToIssue } from '@snout/core/testing';
import { createInsuranceDeps, createPaymentUnits } from '@snout/postgres';
import { sql } from 'kysely';
import { expect } from 'vitest';
import { form } from './service.ts';
import { testPhoto } from './test-photo.ts';
import type { WholeService } from './whole-service.ts';
import { idIn, json, type Visitor } from './with-accounts.ts';

/** Stands in the names of everything that is Ada's. */
export const MARKER = 'Markerade';

export async function enrol(who: Visitor, animal: string, more: Readonly<Record<string, string>> = {}, headers = {}): Promise<string> {
  const photos = [await testPhoto({ animal, view: 1 }), await testPhoto({ animal, view: 2 })];
  const response = await who.ask('/api/pets', { method: 'POST', body: form(photos, { name: animal, ...more }), headers });
  expect(response.status).toBe(201);
  return response.headers.get('location')?.split('/').at(-1) ?? '';
}

/** Ada does everything there is, so that every table has something of hers, and Bob shares some of it. */
export async function fillEveryTable(
  whole: WholeService,
  ada: Visitor,
  bob: Visitor,
): Promise<{ readonly pets: readonly string[]; readonly insured: string }> {
  const tell = async (who: Visitor, path: string, body: unknown, method: 'POST' | 'PUT' = 'POST') => {
    const response = await who.tell(path, body, method);
    expect([path, response.ok]).toEqual([path, true]);
    return response;
  };
  await tell(ada, `/api/tenants/${ada.id}/webhooks`, { url: `https://hooks.example/${MARKER}`, events: [], description: MARKER });
  await tell(ada, `/api/tenants/${ada.id}/api-keys`, { name: MARKER, scopes: ['pets:read'] });

  const first = await enrol(ada, `${MARKER}-1`, {}, { 'idempotency-key': 'a-key-of-ada' });
  const twin = await enrol(ada, `${MARKER}-2`, { allowDuplicate: 'true' });
  await patch(ada, first, { marks: `${MARKER} paw`, medicalNotes: MARKER, microchips: ['276098101234567'] });
  const merged = await ada.tell(`/api/pets/${first}/merges`, { petId: twin });
  expect(merged.ok).toBe(true);
  const other = await enrol(ada, `${MARKER}-3`);

  const hand = async (from: Visitor, petId: string, to: Visitor) => {
    const made = await (await tell(from, `/api/pets/${petId}/invitations`, { kind: 'carer' })).json();
    await tell(to, '/api/pet-invitations/accept', { token: madeInvitationSchema.parse(made).token });
  };
  await hand(ada, other, bob);
  await tell(ada, `/api/pets/${first}/invitations`, { kind: 'transfer' });
  const bobs = await enrol(bob, 'Max');
  await hand(bob, bobs, ada);
  await patch(ada, bobs, { marks: 'white paw' });
  const kept = await enrol(bob, 'Maxi', { allowDuplicate: 'true' });
  await tell(bob, `/api/pets/${kept}/merges`, { petId: bobs });

  const shelter = await idIn(tell(bob, '/api/organisations', { kind: 'shelter', name: 'Paws' }));
  const joining = await idIn(tell(bob, `/api/organisations/${shelter}/invitations`, { email: `${MARKER}@example.org`, role: 'admin' }));
  await tell(ada, `/api/me/invitations/${joining}/accept`, {});
  const asShelter = { 'snout-tenant': shelter };
  const stray = await enrol(bob, 'stray', {}, asShelter);
  await patch(ada, stray, { marks: 'torn ear' }, asShelter);
  const offer = { ...json({ kind: 'transfer' }), headers: { ...json({}).headers, ...asShelter } };
  expect((await ada.ask(`/api/pets/${stray}/invitations`, offer)).ok).toBe(true);
  await tell(ada, `/api/organisations/${shelter}/invitations`, { email: 'carol@example.org', role: 'viewer' });
  const clinic = await idIn(tell(bob, '/api/organisations', { kind: 'clinic', name: 'Vets' }));
  await tell(bob, `/api/organisations/${clinic}/invitations`, { email: `${MARKER}@example.org`, role: 'staff' });

  const insurer = await idIn(tell(bob, '/api/organisations', { kind: 'insurer', name: 'Paw Mutual' }));
  await insure(whole, { tenant: insurer as TenantId, petId: first, holder: ada.id });

  await tell(ada, '/api/me/mails/photo-reminder', { isWanted: false }, 'PUT');
  const keys = { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) };
  await tell(ada, '/api/me/push-subscription', { endpoint: 'https://push.example/ada', keys }, 'PUT');
  const email = `${MARKER.toLowerCase()}@example.org`;
  for (const path of ['sign-in/magic-link', 'request-password-reset']) {
    expect((await whole.service.request(`/api/auth/${path}`, json({ email }))).ok).toBe(true);
  }
  await whole.service.request('/api/auth/sign-in/email', json({ email, password: 'a wrong password' }));
  await sql`
    insert into passkeys (id, name, public_key, user_id, credential_id, counter, device_type, backed_up)
    values ('passkey', ${MARKER}, 'key', ${ada.id}, 'credential', 0, 'singleDevice', false)
  `.execute(whole.database.db);
  await importList(ada);
  await whole.jobs.runUntilEmpty();
  // This one still waits when everything is erased, with its file.
  await importList(ada);
  const waiting = { to: email, kind: 'photo-reminder', locale: 'en', subject: MARKER, text: MARKER } as const;
  await whole.jobs.enqueue(SEND_MAIL, waiting, { startAfter: new Date(Date.now() + 3_600_000) });
  return { pets: [first, twin, other], insured: first };
}

type Insured = Pick<PolicyToIssue, 'tenant' | 'petId' | 'holder'>;

async function insure(whole: WholeService, insured: Insured): Promise<void> {
  const { products, policies } = createInsuranceDeps(whole.database, { clock: { now: () => new Date() }, ids: { next: () => 'unused' } });
  const { productId, terms, publishedAt } = EXAMPLE_OFFER;
  const draft = { terms, savedAt: publishedAt };
  await products.add({ id: productId, tenant: insured.tenant, createdAt: publishedAt, draft });
  await products.publish(insured.tenant, productId, EXAMPLE_OFFER);
  const added = await policies.add('policy', eventsOf(issuePolicy(policyToIssue(insured), decidedOn('2027-02-10'))));
  expect(added.kind).toBe('added');
  await sql`
    insert into insurance_applications (id, tenant_id, applicant_user_id, own_pet_id, product_id, product_version, cover, accepted, state, reasons, policy_id, created_at)
    values ('application', ${insured.tenant}, ${insured.holder}, ${insured.petId}, ${productId}, ${EXAMPLE_OFFER.version}, '{}', '{}', 'accepted', '[]', 'policy', now())
  `.execute(whole.database.db);
  const payment = { id: 'payment', tenant: insured.tenant, payable: { kind: 'policy', id: 'policy', term: 1 }, amount: 48_250 } as const;
  const asked = {
    currency: 'USD',
    description: 'Policy',
    returnUrl: 'https://snout.example',
    provider: 'fake',
    state: 'beginning',
  } as const;
  const times = { createdAt: publishedAt, askedAt: publishedAt, endedAt: null, reference: null, payUrl: null, refunds: [] };
  await createPaymentUnits(whole.database).payments.add({ ...payment, ...asked, ...times });
}

async function importList(who: Visitor): Promise<void> {
  const body = new FormData();
  body.set('file', new File([JSON.stringify({ name: MARKER, photos: ['none.jpg'] })], `${MARKER}.ndjson`));
  expect((await who.ask('/api/imports', { method: 'POST', body })).status).toBe(202);
}

async function patch(who: Visitor, petId: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<void> {
  const init = { method: 'PATCH', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } };
  const response = await who.ask(`/api/pets/${petId}/profile`, init);
  expect([await response.text(), response.status]).toEqual([expect.any(String), 200]);
}
