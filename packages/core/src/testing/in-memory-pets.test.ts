import { expect, it } from 'vitest';
import { acceptInvitation, editPet, erasePet, invite, registerPet } from '../pets/index.ts';
import { createInMemoryDeps, createPhotographer } from './in-memory-deps.ts';
import { createInMemoryPets } from './in-memory-pets.ts';
import { describeFoundPets, describePetMerges, describePets, describeSharing } from './suites.ts';
import { petActor } from './use-pets.ts';

describePets('in memory', async () => createInMemoryPets());
describePetMerges('in memory', async () => createInMemoryPets());
describeSharing('in memory', async () => createInMemoryPets());
describeFoundPets('in memory', async () => createInMemoryPets());

it('each change of a pet is audited and told to the webhooks of its owner, with fields but without what they say', async () => {
  const stores = createInMemoryPets();
  const deps = { ...createInMemoryDeps(), ...stores };
  const [ann, bob] = [petActor('ann'), petActor('bob')];
  const result = await registerPet(deps, ann, { name: 'Mia', photos: [createPhotographer()('Mia')] });
  if (result.kind !== 'registered') throw new Error(result.kind);
  const petId = result.record.id;
  await editPet(deps, ann, { petId, patch: { contactNotes: '+49 170 1234567' } });
  await acceptInvitation(deps, bob, (await invite(deps, ann, { petId, kind: 'transfer' })).token);
  await erasePet(deps, bob, petId);
  expect(stores.events.map(({ tenantId, event }) => [tenantId, event])).toEqual([
    [ann.tenant, 'pet.enrolled'],
    [ann.tenant, 'pet.updated'],
    [ann.tenant, 'pet.transferred'],
    [bob.tenant, 'pet.transferred'],
    [bob.tenant, 'pet.erased'],
  ]);
  const entries = await stores.audit.list({ limit: 9, record: { kind: 'pet', id: petId } });
  expect(entries.map(({ action, tenantId, actor }) => [action, tenantId, actor.id])).toEqual([
    ['erased', bob.tenant, 'user-bob'],
    ['transferred', bob.tenant, 'user-bob'],
    ['given-away', ann.tenant, null],
    ['changed', ann.tenant, 'user-ann'],
    ['registered', ann.tenant, 'user-ann'],
  ]);
  expect(JSON.stringify([stores.events, entries])).not.toContain('+49');
});

it('an invitation is mailed with the pet, the name of who invites and the secret, and only when it was stored', async () => {
  const stores = createInMemoryPets();
  const deps = { ...createInMemoryDeps(), ...stores };
  const [ann, bob] = [petActor('ann'), petActor('bob')];
  const result = await registerPet(deps, ann, { name: 'Mia', photos: [createPhotographer()('Mia')] });
  if (result.kind !== 'registered') throw new Error(result.kind);
  const petId = result.record.id;
  const mail = { to: 'bob@example.org', from: 'Ann', locale: 'en' as const, linkOf: (token: string) => `https://snout.example/i#${token}` };
  await expect(invite(deps, bob, { petId, kind: 'transfer', mail })).rejects.toMatchObject({ code: 'pet-not-found' });
  expect(stores.mails()).toEqual([]);
  for (const [kind, as] of [
    ['transfer', 'transfer-offer'],
    ['carer', 'carer-invitation'],
  ] as const) {
    const { token } = await invite(deps, ann, { petId, kind, mail });
    expect(stores.mails().at(-1)).toMatchObject({ kind: as, to: 'bob@example.org', text: expect.stringContaining(`/i#${token}`) });
  }
  expect(stores.mails()[0]?.text).toMatch(/Ann .*Mia/);
});
