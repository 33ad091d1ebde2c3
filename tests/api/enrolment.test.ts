import { enrolmentSchema } from '@snout/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerOf, form } from './service.ts';
import { testPhoto } from './test-photo.ts';
import { idIn, signUp, type Visitor, withAccounts } from './with-accounts.ts';

describe('pets that come and go over HTTP', () => {
  const opened = withAccounts();
  let ada: Visitor;
  let bob: Visitor;
  let tenant: string;
  let webhook: string;
  beforeAll(async () => {
    [ada, bob] = [await signUp(opened(), 'Ada'), await signUp(opened(), 'Bob')];
    // The first account is the operator's and has the tenant of before there were accounts; an organisation is only its own.
    tenant = await idIn(ada.tell('/api/organisations', { kind: 'shelter', name: 'Paws' }));
    const made = await ada.tell(`/api/tenants/${tenant}/webhooks`, { url: 'https://receiver.example/', events: [] });
    webhook = ((await made.json()) as { webhook: { id: string } }).webhook.id;
  }, 300_000);

  const asPaws = (path: string, init: RequestInit = {}) =>
    ada.ask(path, { ...init, headers: { ...Object.fromEntries(new Headers(init.headers)), 'snout-tenant': tenant } });
  const post = (body: FormData, path = '/api/pets') => ({ path, init: { method: 'POST', body } });
  const enrolled = async (animal: string) => {
    const { path, init } = post(form([await testPhoto({ animal })], { name: animal }));
    const response = await asPaws(path, init);
    expect(response.status).toBe(201);
    return enrolmentSchema.parse(await response.json()).pet.id;
  };

  it('are in the audit log and told to webhooks, from the first photo to the erasure', async () => {
    const id = await enrolled('rex');
    const more = post(form([await testPhoto({ animal: 'rex', view: 1 })]), `/api/pets/${id}/photos`);
    expect((await asPaws(more.path, more.init)).status).toBe(200);
    expect((await asPaws(`/api/pets/${id}`, { method: 'DELETE' })).status).toBe(204);

    const { entries } = (await (await ada.ask(`/api/tenants/${tenant}/audit?recordKind=pet&recordId=${id}`)).json()) as {
      entries: { action: string; actor: unknown }[];
    };
    const actor = { kind: 'person', id: ada.id };
    expect(entries.map(({ action, actor: by }) => ({ action, actor: by }))).toEqual([
      { action: 'erased', actor },
      { action: 'photos-added', actor },
      { action: 'registered', actor },
    ]);
    const sent = await answerOf(ada.ask(`/api/tenants/${tenant}/webhooks/${webhook}/deliveries`));
    const { deliveries } = sent.body as { deliveries: { event: string }[] };
    expect(deliveries.map(({ event }) => event)).toEqual(['pet.erased', 'pet.photos-added', 'pet.enrolled']);
  });

  it('have a record from the start: a profile with a version, and a history', async () => {
    const id = await enrolled('mia');
    expect(await answerOf(asPaws(`/api/pets/${id}/profile`))).toMatchObject({ body: { version: 1, role: 'owner', name: 'mia' } });
    expect(await answerOf(asPaws(`/api/pets/${id}/history`))).toMatchObject({ body: { entries: [{ kind: 'registered', by: ada.id }] } });
  });

  it('are found again by somebody else, who learns nothing but that', async () => {
    const secret = await enrolled('Secret of Paws');
    const animal = { animal: 'Secret of Paws' };
    const like = post(form([await testPhoto({ ...animal, view: 3 })], { name: 'Mine' }));
    const answer = await answerOf(bob.ask(like.path, like.init));
    expect(answer).toMatchObject({ status: 409, body: { code: 'possible-duplicate', pets: [], elsewhere: [{ why: 'looks-alike' }] } });
    expect(JSON.stringify(answer.body)).not.toContain(secret);
    expect(JSON.stringify(answer.body)).not.toContain('Secret of Paws');
    const same = post(form([await testPhoto(animal)], { name: 'Mine' }));
    expect((await answerOf(bob.ask(same.path, same.init))).body).toMatchObject({
      pets: [],
      elsewhere: [{ why: 'same-file', photo: 'a.jpg' }, { why: 'looks-alike' }],
    });
  });

  it('of others neither take photos nor go', async () => {
    const id = await enrolled('tom');
    const photos = post(form([await testPhoto({ animal: 'tom', view: 1 })]), `/api/pets/${id}/photos`);
    expect(await answerOf(bob.ask(photos.path, photos.init))).toMatchObject({ status: 404, body: { code: 'pet-not-found' } });
    expect(await answerOf(bob.ask(`/api/pets/${id}`, { method: 'DELETE' }))).toMatchObject({ status: 404 });
    expect((await asPaws(`/api/pets/${id}`)).status).toBe(200);
  });
});
