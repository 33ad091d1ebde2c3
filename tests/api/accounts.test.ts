import { enrolmentSchema, identificationSchema, petListSchema, problemSchema } from '@snout/contract';
import type { TenantId } from '@snout/core/accounts';
import { createGallery } from '@snout/postgres';
import { createKeyRates } from '@snout/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { createService, form } from './service.ts';
import { testPhoto } from './test-photo.ts';
import { idIn, json, PASSWORD, signUp, type Visitor, visitorWith, withAccounts } from './with-accounts.ts';

const codeOf = async (response: Response | Promise<Response>) => problemSchema.parse(await (await response).json()).code;

describe('accounts and tenants, over HTTP', () => {
  const opened = withAccounts();
  let ada: Visitor;
  let bob: Visitor;
  beforeAll(async () => {
    await signUp(opened(), 'Operator');
    ada = await signUp(opened(), 'Ada');
    bob = await signUp(opened(), 'Bob');
  }, 300_000);

  /** The same accounts, with three requests a minute for a key. */
  const slowed = () => {
    const { accounts, apiKeys, database } = opened();
    const signIn = { handle: () => Promise.reject(new Error('Not here.')), sessionOf: async () => null };
    const service = createService(createGallery(database), { signIn, accounts, apiKeys, keyRates: createKeyRates(3) });
    return { service, apiKeys };
  };
  const enrol = async (who: Visitor, animal: string, headers: Record<string, string> = {}) => {
    const body = form([await testPhoto({ animal, view: 1 })], { name: animal, allowDuplicate: 'true' });
    return enrolmentSchema.parse(await (await who.ask('/api/pets', { method: 'POST', body, headers })).json()).pet;
  };
  const names = async (response: Response | Promise<Response>) =>
    petListSchema.parse(await (await response).json()).pets.map(({ name }) => name);
  const makeOrganisation = (who: Visitor, name: string) => idIn(who.tell('/api/organisations', { kind: 'shelter', name }));

  it('shows a pet to its tenant alone, by whatever address', async () => {
    const rex = await enrol(ada, 'rex');
    expect(await names(ada.ask('/api/pets'))).toEqual(['rex']);
    expect(await names(bob.ask('/api/pets'))).toEqual([]);
    for (const path of [`/api/pets/${rex.id}`, rex.portraitUrl, rex.photos[0]?.url ?? '', rex.photos[0]?.cropUrl ?? '']) {
      expect((await ada.ask(path)).status).toBe(200);
      expect([path, (await bob.ask(path)).status]).toEqual([path, 404]);
    }
    expect((await bob.ask(`/api/pets/${rex.id}`, { method: 'DELETE' })).status).toBe(404);
    const photos = form([await testPhoto({ animal: 'rex', view: 2 })]);
    expect((await bob.ask(`/api/pets/${rex.id}/photos`, { method: 'POST', body: photos })).status).toBe(404);
    expect((await bob.ask(`/api/pets/${rex.id}/verify`, { method: 'POST', body: photos })).status).toBe(404);
  });

  it('finds in a photo only pets of the own tenants', async () => {
    await enrol(ada, 'luna');
    const look = async (who: Visitor) => {
      const body = form([await testPhoto({ animal: 'luna', view: 3 })]);
      const answer = identificationSchema.parse(await (await who.ask('/api/identify', { method: 'POST', body })).json());
      return answer.photos.map((photo) => (photo.kind === 'identified' ? photo.heads[0]?.verdict.kind : photo.kind));
    };
    expect(await look(ada)).toEqual(['match']);
    expect(await look(bob)).toEqual(['unknown']);
  });

  it('takes the same Idempotency-Key of two tenants for two requests', async () => {
    const headers = { 'idempotency-key': 'the-same-key' };
    const [one, again, other] = [await enrol(ada, 'otto', headers), await enrol(ada, 'otto', headers), await enrol(bob, 'otto', headers)];
    expect(again.id).toBe(one.id);
    expect(other.id).not.toBe(one.id);
  });

  it('acts in the name of an organisation for those who say so', async () => {
    const shelter = await makeOrganisation(ada, 'Paws');
    await enrol(ada, 'stray', { 'snout-tenant': shelter });
    expect(await names(ada.ask('/api/pets', { headers: { 'snout-tenant': shelter } }))).toEqual(['stray']);
    expect(await names(ada.ask('/api/pets'))).toContain('stray');
    expect(await codeOf(bob.ask('/api/pets', { headers: { 'snout-tenant': shelter } }))).toBe('tenant-not-found');
  });

  it('serves a key what its scope allows, until it is revoked', async () => {
    const shelter = await makeOrganisation(ada, 'Keys');
    const made = await (await ada.tell(`/api/tenants/${shelter}/api-keys`, { name: 'feed', scopes: ['pets:read'] })).json();
    const { secret, key } = made as { secret: string; key: { id: string } };
    const asKey = (path: string, init: RequestInit = {}) =>
      opened().service.request(path, { ...init, headers: { authorization: `Bearer ${secret}` } });
    await enrol(ada, 'kept', { 'snout-tenant': shelter });
    expect(await names(asKey('/api/pets'))).toEqual(['kept']);
    expect(await codeOf(asKey('/api/pets/none', { method: 'DELETE' }))).toBe('scope-lacking');
    const listed = await (await ada.ask(`/api/tenants/${shelter}/api-keys`)).text();
    expect(listed).not.toContain(secret);
    expect((await bob.ask(`/api/tenants/${shelter}/api-keys/${key.id}`, { method: 'DELETE' })).status).toBe(404);
    expect((await ada.ask(`/api/tenants/${shelter}/api-keys/${key.id}`, { method: 'DELETE' })).status).toBe(204);
    expect(await codeOf(asKey('/api/pets'))).toBe('sign-in-required');
    // Nor is it made good by the session of somebody who is signed in.
    expect(await codeOf(ada.ask('/api/pets', { headers: { authorization: `Bearer ${secret}` } }))).toBe('sign-in-required');
  });

  it('slows a key down that asks too often, and no other', async () => {
    const { service, apiKeys } = slowed();
    const keys = await Promise.all(
      ['a', 'b'].map((name) =>
        apiKeys.add({ tenant: ada.id as TenantId, name, scopes: ['pets:read'], expiresAt: null, createdBy: ada.id }),
      ),
    );
    const ask = (index: number) => service.request('/api/pets', { headers: { authorization: `Bearer ${keys[index]?.secret}` } });
    for (let count = 0; count < 3; count++) expect((await ask(0)).status).toBe(200);
    const refused = await ask(0);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await codeOf(refused)).toBe('too-many-requests');
    expect((await ask(1)).status).toBe(200);
  });

  it('makes somebody a member by invitation, to the invited address alone, and keeps an owner', async () => {
    const clinic = await makeOrganisation(ada, 'Clinic');
    const path = `/api/organisations/${clinic}`;
    const invitation = await idIn(ada.tell(`${path}/invitations`, { email: 'Bob@example.org', role: 'admin' }));
    expect(opened().mails.at(-1)).toMatchObject({ to: 'bob@example.org', kind: 'invitation' });
    const carol = await signUp(opened(), 'Carol');
    expect(await codeOf(carol.ask(`/api/me/invitations/${invitation}/accept`, { method: 'POST' }))).toBe('invitation-not-found');
    expect((await bob.ask(`/api/me/invitations/${invitation}/accept`, { method: 'POST' })).status).toBe(204);
    expect(await codeOf(bob.tell(`${path}/members/${ada.id}`, { role: 'viewer' }, 'PUT'))).toBe('role-lacking');
    expect(await codeOf(bob.tell(`${path}/members/${bob.id}`, { role: 'owner' }, 'PUT'))).toBe('role-lacking');
    expect(await codeOf(ada.ask(`${path}/members/${ada.id}`, { method: 'DELETE' }))).toBe('last-owner');
    expect((await ada.tell(`${path}/members/${bob.id}`, { role: 'owner' }, 'PUT')).status).toBe(204);
    expect((await ada.ask(`${path}/members/${ada.id}`, { method: 'DELETE' })).status).toBe(204);
    expect(await codeOf(ada.ask(`${path}/members`))).toBe('tenant-not-found');
  });

  it('invites nobody into a personal tenant', async () => {
    const invited = ada.tell(`/api/organisations/${ada.id}/invitations`, { email: 'eve@example.org', role: 'owner' });
    expect(await codeOf(invited)).toBe('tenant-not-found');
  });

  it('lists sessions and ends one at once', async () => {
    const { service } = opened();
    const signedIn = await service.request('/api/auth/sign-in/email', json({ email: 'bob@example.org', password: PASSWORD }));
    const elsewhere = visitorWith(
      service,
      signedIn.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; '),
    );
    const { sessions } = (await (await bob.ask('/api/me/sessions')).json()) as { sessions: { id: string; isThis: boolean }[] };
    const other = sessions.find(({ isThis }) => !isThis);
    expect(sessions).toHaveLength(2);
    expect((await elsewhere.ask('/api/me')).status).toBe(200);
    expect((await ada.ask(`/api/me/sessions/${other?.id}`, { method: 'DELETE' })).status).toBe(404);
    expect((await bob.ask(`/api/me/sessions/${other?.id}`, { method: 'DELETE' })).status).toBe(204);
    expect(await codeOf(elsewhere.ask('/api/me'))).toBe('sign-in-required');
  });

  it('tells nobody who signs up or in whether there is an account, only the address itself', async () => {
    const { service, mails } = opened();
    const post = (path: string, body: unknown) => service.request(`/api/auth/${path}`, json(body));
    const signUpAs = async (email: string) => {
      const response = await post('sign-up/email', { name: 'Eve', email, password: 'what eve would like' });
      const { user, ...body } = (await response.json()) as { user: object };
      return { status: response.status, cookies: response.headers.getSetCookie(), ...body, fields: Object.keys(user).sort() };
    };
    expect(await signUpAs('ada@example.org')).toEqual(await signUpAs('new@example.org'));
    expect(mails.slice(-2).map(({ to, kind }) => [to, kind])).toEqual([
      ['ada@example.org', 'already-registered'],
      ['new@example.org', 'verify-address'],
    ]);
    const signInAs = async (email: string) => {
      const response = await post('sign-in/email', { email, password: 'what eve would like' });
      return { status: response.status, body: { ...((await response.json()) as object), requestId: null } };
    };
    expect(await signInAs('ada@example.org')).toEqual(await signInAs('new@example.org'));
    expect(await signInAs('nobody@example.org')).toEqual(await signInAs('new@example.org'));
  });

  it('says why signing up or in did not work, as problems', async () => {
    const { service } = opened();
    const post = (path: string, body: unknown) => service.request(`/api/auth/${path}`, json(body));
    expect(await codeOf(post('sign-in/email', { email: 'ada@example.org', password: 'wrong password' }))).toBe('sign-in-failed');
    expect(await codeOf(post('sign-up/email', { name: 'Eve', email: 'eve@example.org', password: 'short' }))).toBe('invalid-request');
    const elsewhere = { email: 'ada@example.org', callbackURL: 'https://evil.example' };
    expect(await codeOf(post('sign-in/magic-link', elsewhere))).toBe('invalid-request');
    expect((await service.request('/api/auth/organization/list')).status).toBe(404);
    const large = { email: 'ada@example.org', password: 'x'.repeat(100_000) };
    expect(await codeOf(post('sign-in/email', large))).toBe('request-too-large');
  });
});
