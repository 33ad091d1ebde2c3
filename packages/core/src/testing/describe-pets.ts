import { describe, expect, it } from 'vitest';
import {
  acceptInvitation,
  addPetPhotos,
  declineInvitation,
  editPet,
  erasePet,
  INVITATION_MS,
  invite,
  listCarers,
  listInvitations,
  listRecords,
  type PetActor,
  removeCarer,
  setArchived,
  showHistory,
  showInvitation,
  showRecord,
  withdrawInvitation,
} from '../pets/index.ts';
import { identify, type PetId } from '../recognition/index.ts';
import { type FakeHead, fakePhoto } from './fake-recogniser.ts';
import { type CreatePets, filesOf, petActor, usePets } from './use-pets.ts';

const [ann, bob, cem] = [petActor('ann'), petActor('bob'), petActor('cem')];

/** The use cases of pets on some stores: every implementation of PetsUnitOfWork passes them. */
export function describePets(name: string, create: CreatePets): void {
  describe(`pets of tenants: ${name}`, () => {
    const { deps, photo, offer, register, namesOf, kindsOf } = usePets(create);

    describe('registering', () => {
      it('stores the pet with its profile for its owner alone', async () => {
        const mia = await register(ann, 'Mia', { species: 'cat', profile: { breed: 'siamese', microchips: ['276 098 101 234 567'] } });
        expect(mia).toMatchObject({
          tenant: ann.tenant,
          version: 1,
          profile: { name: 'Mia', breed: 'siamese', microchips: ['276098101234567'] },
        });
        expect(await showRecord(deps(), ann, mia.id)).toMatchObject({ record: mia, role: 'owner', photos: [{}, {}] });
        await expect(showRecord(deps(), bob, mia.id)).rejects.toMatchObject({ code: 'pet-not-found' });
        expect([await namesOf(ann), await namesOf(bob)]).toEqual([['Mia'], []]);
      });

      it('stores nothing when the profile is wrong', async () => {
        await expect(offer(ann, 'Mia', { profile: { birth: { date: '2099', estimated: false } } })).rejects.toMatchObject({
          code: 'profile-invalid',
          faults: [{ field: 'birth' }],
        });
        await expect(offer(ann, 'Mia', { profile: { breed: 'poodle' } })).rejects.toMatchObject({ faults: [{ field: 'breed' }] });
        expect((await deps().gallery.listPets({ limit: 5 })).length).toBe(0);
        expect((await filesOf(deps().photos)).length).toBe(0);
      });

      it("shows the owner's own look-alike, and of another's only that there is one", async () => {
        const mia = await register(ann, 'Mia');
        expect(await offer(ann, 'Mia')).toMatchObject({
          kind: 'possible-duplicate',
          own: [{ why: 'looks-alike', pet: { id: mia.id } }],
          elsewhere: [],
        });
        const asked = await offer(bob, 'Mia');
        expect(asked).toEqual({ kind: 'possible-duplicate', own: [], elsewhere: [{ why: 'looks-alike' }], skipped: [] });
        expect(await offer(bob, 'Mia', { allowDuplicate: true })).toMatchObject({ kind: 'registered' });
      });

      it('tells that a photo was used before, as it is or as a copy, never for whom', async () => {
        const head: FakeHead = { animal: 'Mia' };
        const original = { name: 'a.jpg', bytes: fakePhoto({ heads: [head], hash: 'ffff0000ffff0000' }) };
        await register(ann, 'Mia', { photos: [original] });
        const copy = { name: 'b.jpg', bytes: fakePhoto({ heads: [{ animal: 'Max' }], hash: 'ffff0000ffff0007' }) };
        const elsewhere = async (file: typeof copy) => {
          const result = await offer(bob, 'Max', { photos: [file] });
          return result.kind === 'possible-duplicate' ? result.elsewhere : result.kind;
        };
        expect(await elsewhere(copy)).toEqual([{ why: 'same-photo', photo: 'b.jpg' }]);
        expect(await elsewhere({ ...original, name: 'c.jpg' })).toContainEqual({ why: 'same-file', photo: 'c.jpg' });
        const other = { name: 'd.jpg', bytes: fakePhoto({ heads: [{ animal: 'Max' }], hash: '0000ffff0000ffff' }) };
        expect(await elsewhere(other)).toBe('registered');
      });

      it('asks when the microchip is known, without saying whose it is', async () => {
        const chip = { profile: { microchips: ['276098101234567'] } };
        const mia = await register(ann, 'Mia', chip);
        expect(await offer(bob, 'Max', chip)).toMatchObject({
          kind: 'possible-duplicate',
          own: [],
          elsewhere: [{ why: 'same-microchip' }],
        });
        expect(await offer(ann, 'Max', chip)).toMatchObject({ own: [{ why: 'same-microchip', pet: { id: mia.id } }], elsewhere: [] });
        const short = { profile: { microchips: ['123456789'] } };
        await register(ann, 'Tom', short);
        await register(bob, 'Kim', short);
      });
    });

    describe('photos', () => {
      it('are added by those who care for the pet', async () => {
        const mia = await register(ann, 'Mia');
        expect(await addPetPhotos(deps(), ann, { petId: mia.id, photos: [photo('Mia')] })).toMatchObject({ kind: 'added' });
        await expect(addPetPhotos(deps(), bob, { petId: mia.id, photos: [photo('Mia')] })).rejects.toMatchObject({ code: 'pet-not-found' });
        expect(await kindsOf(ann, mia.id)).toEqual([
          ['photos-added', 'user-ann'],
          ['registered', 'user-ann'],
        ]);
      });

      it("that are stored for another's pet are refused without its name", async () => {
        const shared = photo('Mia');
        await register(ann, 'Mia', { photos: [shared] });
        const max = await register(bob, 'Max');
        const result = await addPetPhotos(deps(), bob, { petId: max.id, photos: [shared] });
        expect(result).toMatchObject({
          kind: 'rejected',
          problems: expect.arrayContaining([{ kind: 'file-of-another-pet', photo: shared.name, pet: null, message: expect.any(String) }]),
        });
        expect(JSON.stringify(result)).not.toContain('Mia');
      });
    });

    describe('the profile', () => {
      it('is changed by owner and carers, with a history', async () => {
        const mia = await register(ann, 'Mia');
        const changed = await editPet(deps(), ann, { petId: mia.id, patch: { name: 'Mina', medicalNotes: 'diabetes' }, version: 1 });
        expect(changed).toMatchObject({ version: 2, profile: { name: 'Mina' } });
        expect(await namesOf(ann)).toEqual(['Mina']);
        const { entries } = await showHistory(deps(), ann, { petId: mia.id, limit: 1 });
        expect(entries).toMatchObject([
          { kind: 'changed', changes: [{ field: 'name', from: 'Mia', to: 'Mina' }, { field: 'medicalNotes' }] },
        ]);
      });

      it('is not changed from an older state, nor by strangers, and no change leaves no trace', async () => {
        const mia = await register(ann, 'Mia');
        await editPet(deps(), ann, { petId: mia.id, patch: { sex: 'female' } });
        const late = { petId: mia.id, patch: { sex: 'male' as const }, version: 1 };
        await expect(editPet(deps(), ann, late)).rejects.toMatchObject({ code: 'pet-changed' });
        await expect(editPet(deps(), bob, { petId: mia.id, patch: {} })).rejects.toMatchObject({ code: 'pet-not-found' });
        expect(await editPet(deps(), ann, { petId: mia.id, patch: { sex: 'female' } })).toMatchObject({ version: 2 });
      });

      it('has a history in pages', async () => {
        const mia = await register(ann, 'Mia');
        for (const name of ['A', 'B', 'C']) await editPet(deps(), ann, { petId: mia.id, patch: { name } });
        const first = await showHistory(deps(), ann, { petId: mia.id, limit: 3 });
        expect(first.entries).toHaveLength(3);
        const second = await showHistory(deps(), ann, { petId: mia.id, limit: 3, before: first.next ?? 0 });
        expect(second).toMatchObject({ entries: [{ kind: 'registered' }], next: null });
      });
    });

    it('of several tenants are shown to who acts for them, the own ones as an owner', async () => {
      const mia = await register(ann, 'Mia');
      const max = await register(bob, 'Max');
      await acceptInvitation(deps(), bob, (await invite(deps(), ann, { petId: mia.id, kind: 'carer' })).token);
      const both: PetActor = { kind: 'person', user: 'user-dee', tenants: [bob.tenant, ann.tenant] };
      const { pets } = await listRecords(deps(), both, { limit: 9 });
      expect(pets.map(({ record, role }) => [record.id, role])).toEqual([
        [max.id, 'owner'],
        [mia.id, 'owner'],
      ]);
      await setArchived(deps(), both, { petId: mia.id, archived: true });
      expect(await kindsOf(ann, mia.id)).toContainEqual(['archived', 'user-dee']);
    });

    it('are found in photos by those alone who may see them, while they are not put away', async () => {
      const mia = await register(ann, 'Mia');
      const find = async (who: PetActor) => {
        const [found] = (
          await identify(
            { ...deps(), gallery: deps().gallery.visibleTo(who.tenants) },
            { photos: [photo('Mia')], use: 'identify', limit: 3 },
          )
        ).photos;
        return found?.kind === 'identified' ? found.heads.map(({ decision }) => [decision.kind, decision.basis.searched]) : found;
      };
      expect([await find(ann), await find(bob)]).toEqual([[['match', 1]], [['unknown', 0]]]);
      await acceptInvitation(deps(), bob, (await invite(deps(), ann, { petId: mia.id, kind: 'carer' })).token);
      expect(await find(bob)).toEqual([['match', 1]]);
      await setArchived(deps(), ann, { petId: mia.id, archived: true });
      expect(await find(ann)).toEqual([['unknown', 0]]);
    });

    it('archived are kept out of the list and come back', async () => {
      const mia = await register(ann, 'Mia');
      await setArchived(deps(), ann, { petId: mia.id, archived: true });
      expect(await namesOf(ann)).toEqual([]);
      expect((await listRecords(deps(), ann, { limit: 9, archived: true })).pets).toHaveLength(1);
      await setArchived(deps(), ann, { petId: mia.id, archived: false });
      expect(await namesOf(ann)).toEqual(['Mia']);
    });

    describe('carers', () => {
      const join = async (petId: PetId, who: PetActor) => {
        const { token } = await invite(deps(), ann, { petId, kind: 'carer' });
        await acceptInvitation(deps(), who, token);
      };

      it('see and change the pet, but give nothing away', async () => {
        const mia = await register(ann, 'Mia');
        await join(mia.id, bob);
        expect(await namesOf(bob)).toEqual(['Mia']);
        await editPet(deps(), bob, { petId: mia.id, patch: { marks: 'kinked tail' } });
        for (const refused of [
          () => invite(deps(), bob, { petId: mia.id, kind: 'transfer' }),
          () => setArchived(deps(), bob, { petId: mia.id, archived: true }),
          () => erasePet(deps(), bob, mia.id),
          () => removeCarer(deps(), bob, { petId: mia.id, tenant: ann.tenant }),
        ]) {
          await expect(refused()).rejects.toMatchObject({ code: 'owner-only' });
        }
        expect((await listCarers(deps(), bob, mia.id)).map(({ role }) => role)).toEqual(['owner', 'carer']);
      });

      it('leave by themselves or are sent away', async () => {
        const mia = await register(ann, 'Mia');
        await join(mia.id, bob);
        await removeCarer(deps(), bob, { petId: mia.id, tenant: bob.tenant });
        await expect(showRecord(deps(), bob, mia.id)).rejects.toMatchObject({ code: 'pet-not-found' });
        await join(mia.id, bob);
        await removeCarer(deps(), ann, { petId: mia.id, tenant: bob.tenant });
        expect(await namesOf(bob)).toEqual([]);
      });

      it('are invited with a secret that is good once and not for the owner', async () => {
        const mia = await register(ann, 'Mia');
        const { token } = await invite(deps(), ann, { petId: mia.id, kind: 'carer' });
        await expect(acceptInvitation(deps(), ann, token)).rejects.toMatchObject({ code: 'own-invitation' });
        await acceptInvitation(deps(), bob, token);
        await expect(acceptInvitation(deps(), cem, token)).rejects.toMatchObject({ code: 'invitation-over' });
        await expect(acceptInvitation(deps(), cem, 'guessed')).rejects.toMatchObject({ code: 'invitation-not-found' });
      });
    });

    describe('a transfer', () => {
      const offerMia = async () => {
        const mia = await register(ann, 'Mia', { profile: { contactNotes: 'Ann, +49 170 1234567', medicalNotes: 'diabetes' } });
        return { mia, ...(await invite(deps(), ann, { petId: mia.id, kind: 'transfer' })) };
      };

      it('shows what is offered, not by whom', async () => {
        const { mia, token } = await offerMia();
        const shown = await showInvitation(deps(), token);
        expect(shown).toMatchObject({ kind: 'transfer', pet: { id: mia.id, name: 'Mia', species: 'cat' } });
        expect(JSON.stringify(shown)).not.toMatch(/ann|\+49/i);
      });

      it('gives the pet to the one who accepts: history stays, contacts, carers and other invitations go', async () => {
        const { mia, token } = await offerMia();
        const carer = await invite(deps(), ann, { petId: mia.id, kind: 'carer' });
        await acceptInvitation(deps(), cem, carer.token);
        const late = await invite(deps(), ann, { petId: mia.id, kind: 'carer' });
        await acceptInvitation(deps(), bob, token);
        expect([await namesOf(ann), await namesOf(bob), await namesOf(cem)]).toEqual([[], ['Mia'], []]);
        const shown = await showRecord(deps(), bob, mia.id);
        expect(shown).toMatchObject({
          role: 'owner',
          photos: [{}, {}],
          record: { profile: { contactNotes: '', medicalNotes: 'diabetes' } },
        });
        expect(await kindsOf(bob, mia.id)).toEqual([
          ['transferred', 'user-bob'],
          ['carer-joined', null],
          ['registered', null],
        ]);
        expect(JSON.stringify([shown, await showHistory(deps(), bob, { petId: mia.id, limit: 9 })])).not.toMatch(/\+49|user-ann/);
        await expect(acceptInvitation(deps(), cem, late.token)).rejects.toMatchObject({ code: 'invitation-over' });
      });

      it('makes a carer the owner', async () => {
        const { mia, token } = await offerMia();
        await acceptInvitation(deps(), bob, (await invite(deps(), ann, { petId: mia.id, kind: 'carer' })).token);
        await acceptInvitation(deps(), bob, token);
        expect(await listCarers(deps(), bob, mia.id)).toMatchObject([{ tenant: bob.tenant, role: 'owner' }]);
      });

      it('is over when it expires, is declined, withdrawn or offered anew', async () => {
        const { mia, token: first } = await offerMia();
        const { token: second } = await invite(deps(), ann, { petId: mia.id, kind: 'transfer' });
        await expect(acceptInvitation(deps(), bob, first)).rejects.toMatchObject({ code: 'invitation-over' });
        await declineInvitation(deps(), second);
        await expect(acceptInvitation(deps(), bob, second)).rejects.toMatchObject({ code: 'invitation-over' });
        const { token: third, invitation } = await invite(deps(), ann, { petId: mia.id, kind: 'transfer' });
        expect(await listInvitations(deps(), ann, mia.id)).toHaveLength(1);
        await withdrawInvitation(deps(), ann, { petId: mia.id, invitationId: invitation.id });
        await expect(acceptInvitation(deps(), bob, third)).rejects.toMatchObject({ code: 'invitation-over' });
        const { token: fourth } = await invite(deps(), ann, { petId: mia.id, kind: 'transfer' });
        deps().clock.advance(INVITATION_MS);
        await expect(acceptInvitation(deps(), bob, fourth)).rejects.toMatchObject({ code: 'invitation-over' });
        expect(await listInvitations(deps(), ann, mia.id)).toEqual([]);
      });
    });
  });
}
