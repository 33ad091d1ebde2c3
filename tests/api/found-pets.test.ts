import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { form } from './service.ts';
import { testPhoto } from './test-photo.ts';
import { idIn, json, signUp, type Visitor, withAccounts } from './with-accounts.ts';

const answerSchema = z.object({ kind: z.string(), ticket: z.string().nullable(), expiresAt: z.string().nullable() }).strict();

describe('a found animal, by somebody without an account', () => {
  const opened = withAccounts();
  let finders = 0;
  /** Each test's finder sits at another address. */
  const finderAt = () => ({ 'x-finder': `192.0.2.${++finders}` });

  const enrolled = async (owner: Visitor, name: string) => {
    const body = form([await testPhoto({ animal: name, species: 'cat' })], { name });
    const response = await owner.ask('/api/pets', { method: 'POST', body });
    expect(response.status).toBe(201);
    return response.headers.get('location')?.split('/').at(-1) ?? '';
  };
  const search = async (animal: string, headers: Record<string, string>, view = 7) =>
    opened().service.request('/api/found-pets', {
      method: 'POST',
      body: form([await testPhoto({ animal, species: 'cat', view })]),
      headers,
    });
  const answer = async (response: Response) => answerSchema.parse(await response.json());
  const leave = (body: unknown, headers: Record<string, string>) => {
    const sent = json(body);
    return opened().service.request('/api/found-pets/messages', { ...sent, headers: { ...sent.headers, ...headers } });
  };

  it('learns whether there likely is such a pet, and can write to its owner without either learning who the other is', async () => {
    const owner = await signUp(opened(), 'Olga');
    const id = await enrolled(owner, 'Minka');
    const finder = finderAt();
    const response = await search('Minka', finder);
    const text = await response.clone().text();
    for (const secret of ['Minka', 'Olga', 'olga@', id, owner.id]) expect(text).not.toContain(secret);
    const { kind, ticket } = await answer(response);
    expect(kind).toBe('likely');
    expect(await answer(await search('Nobody', finder))).toEqual({ kind: 'none', ticket: null, expiresAt: null });

    const message = { ticket, message: 'At the mill.', contact: 'finder@example.com' };
    const key = { ...finder, 'idempotency-key': 'found-minka-1' };
    expect([(await leave(message, key)).status, (await leave(message, key)).status]).toEqual([204, 204]);
    expect((await leave(message, finder)).status).toBe(409);
    await opened().jobs.runUntilEmpty();
    const mails = opened().mails.filter((mail) => mail.kind === 'found-pet');
    expect(mails).toMatchObject([{ to: 'olga@example.org', text: expect.stringContaining('finder@example.com') }]);
  });

  it('finds nothing where the owner does not want to be found, and the profile says so', async () => {
    const owner = await signUp(opened(), 'Paula');
    const id = await enrolled(owner, 'Felix');
    expect(await (await owner.ask(`/api/pets/${id}/profile`)).json()).toMatchObject({ findable: true });
    expect(await (await owner.tell(`/api/pets/${id}/findable`, { findable: false }, 'PUT')).json()).toMatchObject({ findable: false });
    expect(await answer(await search('Felix', finderAt()))).toMatchObject({ kind: 'none', ticket: null });
  });

  it('finds pets of an organisation only when it says so', async () => {
    const owner = await signUp(opened(), 'Quinn');
    const tenant = await idIn(owner.tell('/api/organisations', { kind: 'shelter', name: 'Paws' }));
    const body = form([await testPhoto({ animal: 'Tiger', species: 'cat' })], { name: 'Tiger' });
    const made = await owner.ask('/api/pets', { method: 'POST', body, headers: { 'snout-tenant': tenant } });
    const id = made.headers.get('location')?.split('/').at(-1) ?? '';
    expect(await answer(await search('Tiger', finderAt()))).toMatchObject({ kind: 'none' });
    await owner.tell(`/api/pets/${id}/findable`, { findable: true }, 'PUT');
    expect(await answer(await search('Tiger', finderAt()))).toMatchObject({ kind: 'likely' });
  });

  it('is told what to do about photos of no use, and about too many of them', async () => {
    const { service } = opened();
    const nobody = await service.request('/api/found-pets', { method: 'POST', body: form([await testPhoto()]), headers: finderAt() });
    expect([nobody.status, await nobody.json()]).toMatchObject([422, { code: 'photos-unusable', photos: [{ kind: 'no-head' }] }]);
    const four = await Promise.all([1, 2, 3, 4].map((view) => testPhoto({ animal: 'Minka', view })));
    expect((await service.request('/api/found-pets', { method: 'POST', body: form(four), headers: finderAt() })).status).toBe(400);
    const large = new Uint8Array(6 * 1024 * 1024);
    expect((await service.request('/api/found-pets', { method: 'POST', body: form([large]), headers: finderAt() })).status).toBe(413);
  });

  it('does not ask without end from one address, while others go on', async () => {
    const headers = finderAt();
    for (let asked = 0; asked < 10; asked++) expect((await search('Nobody', headers)).status).toBe(200);
    const refused = await search('Nobody', headers);
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect((await search('Nobody', finderAt())).status).toBe(200);
  });

  it('that is a program filling in every field is thanked, and nobody hears of it', async () => {
    const before = opened().mails.length;
    const trapped = await leave({ ticket: 'any', message: 'Buy!', website: 'https://spam.example' }, finderAt());
    await opened().jobs.runUntilEmpty();
    expect([trapped.status, opened().mails.length]).toEqual([204, before]);
    expect((await leave({ ticket: 'any', message: 'x'.repeat(1001) }, finderAt())).status).toBe(400);
    expect((await leave({ ticket: 'any', message: 'https://only.example/a-link' }, finderAt())).status).toBe(400);
  });
});

describe('an invitation by mail', () => {
  const opened = withAccounts();

  it('goes to the address, in the name of who invites, and whoever follows it becomes the owner; the first has nothing left', async () => {
    const [ann, bob, eve] = [await signUp(opened(), 'Ann'), await signUp(opened(), 'Bob'), await signUp(opened(), 'Eve')];
    const body = form([await testPhoto({ animal: 'Mia', species: 'cat' })], { name: 'Mia' });
    const made = await ann.ask('/api/pets', { method: 'POST', body });
    const id = made.headers.get('location')?.split('/').at(-1) ?? '';
    const invited = await ann.tell(`/api/pets/${id}/invitations`, { kind: 'transfer', email: 'bob@example.org' });
    expect(invited.status).toBe(201);
    expect((await eve.tell(`/api/pets/${id}/invitations`, { kind: 'transfer', email: 'eve@example.org' })).status).toBe(404);
    await opened().jobs.runUntilEmpty();
    const mail = opened().mails.findLast(({ kind }) => kind === 'transfer-offer');
    expect(mail).toMatchObject({ to: 'bob@example.org', text: expect.stringContaining('Ann') });
    const token = decodeURIComponent(/\/pet-invitation#(\S+)/.exec(mail?.text ?? '')?.[1] ?? '');
    expect((await bob.tell('/api/pet-invitations/accept', { token })).status).toBe(200);
    expect((await ann.ask(`/api/pets/${id}/profile`)).status).toBe(404);
    expect((await ann.ask(`/api/pets/${id}/share`)).status).toBe(404);
    const carers = await (await bob.ask(`/api/pets/${id}/carers`)).json();
    expect(carers).toMatchObject({ carers: [{ name: 'Bob', role: 'owner', isMine: true }] });
    const history = await (await bob.ask(`/api/pets/${id}/history`)).json();
    expect(history).toMatchObject({
      entries: [
        { kind: 'transferred', byName: 'Bob' },
        { kind: 'registered', byName: null },
      ],
    });
    expect(JSON.stringify(history)).not.toContain('Ann');
  });

  it('is not sent to strangers without end', async () => {
    const ida = await signUp(opened(), 'Ida');
    const body = form([await testPhoto({ animal: 'Rex' })], { name: 'Rex' });
    const made = await ida.ask('/api/pets', { method: 'POST', body });
    const id = made.headers.get('location')?.split('/').at(-1) ?? '';
    const invite = (number: number) => ida.tell(`/api/pets/${id}/invitations`, { kind: 'carer', email: `stranger-${number}@example.org` });
    for (let number = 0; number < 20; number++) expect((await invite(number)).status).toBe(201);
    expect((await invite(20)).status).toBe(429);
    expect((await ida.tell(`/api/pets/${id}/invitations`, { kind: 'carer' })).status).toBe(201);
  });
});
