import { describe, expect, it } from 'vitest';
import {
  acceptInvitation,
  editPet,
  endShare,
  erasePet,
  invite,
  openShare,
  SHARED_FIELDS,
  setArchived,
  sharePet,
  showShare,
} from '../pets/index.ts';
import { type CreatePets, petActor, usePets } from './use-pets.ts';

const [ann, bob] = [petActor('ann'), petActor('bob')];
const PROFILE = {
  breed: 'siamese',
  sex: 'female',
  birth: { date: '2024-05-17', estimated: true },
  colours: ['cream'],
  marks: 'kinked tail',
  microchips: ['276098101234567'],
  medicalNotes: 'diabetes',
  contactNotes: 'Ann, +49 170 1234567',
} as const;

/** Links that show a pet, on some stores: every implementation of PetsUnitOfWork passes them. */
export function describeSharing(name: string, create: CreatePets): void {
  describe(`shared pets: ${name}`, () => {
    const { deps, register, kindsOf } = usePets(create);
    const mia = () => register(ann, 'Mia', { species: 'cat', profile: PROFILE });

    it('show what the owner chose, and never contacts, medical notes, the day of birth or a whole chip number', async () => {
      const pet = await mia();
      const all = await sharePet(deps(), ann, { petId: pet.id, fields: SHARED_FIELDS });
      const shown = await openShare(deps(), all.token);
      expect(shown).toMatchObject({ name: 'Mia', breed: 'siamese', sex: 'female', birth: { date: '2024-05' }, microchips: ['4567'] });
      expect(shown.photos).toHaveLength(2);
      expect(JSON.stringify({ ...shown, photos: [] })).not.toMatch(/diabetes|\+49|27609810|2024-05-17|tenant|id-/);
      const less = await sharePet(deps(), ann, { petId: pet.id, fields: ['coat'] });
      expect(less).toMatchObject({ token: all.token, fields: ['coat'] });
      expect(await openShare(deps(), less.token)).toEqual({
        species: 'cat',
        name: null,
        breed: null,
        sex: 'unknown',
        neutered: 'unknown',
        birth: null,
        colours: ['cream'],
        pattern: null,
        marks: '',
        microchips: [],
        photos: [],
      });
    });

    it('are opened by the link alone, until the owner ends it; the next link is another', async () => {
      const pet = await mia();
      const { token } = await sharePet(deps(), ann, { petId: pet.id, fields: ['name'] });
      expect(await showShare(deps(), ann, pet.id)).toMatchObject({ token });
      await expect(openShare(deps(), pet.id)).rejects.toMatchObject({ code: 'share-not-found' });
      await endShare(deps(), ann, pet.id);
      await endShare(deps(), ann, pet.id);
      await expect(openShare(deps(), token)).rejects.toMatchObject({ code: 'share-not-found' });
      expect(await showShare(deps(), ann, pet.id)).toBe(null);
      expect((await sharePet(deps(), ann, { petId: pet.id, fields: [] })).token).not.toBe(token);
      expect((await kindsOf(ann, pet.id)).map(([kind]) => kind)).toEqual(['shared', 'share-ended', 'shared', 'registered']);
    });

    it("are the owner's to share: a carer cannot, and to others the pet does not exist", async () => {
      const pet = await mia();
      await expect(sharePet(deps(), bob, { petId: pet.id, fields: ['name'] })).rejects.toMatchObject({ code: 'pet-not-found' });
      await acceptInvitation(deps(), bob, (await invite(deps(), ann, { petId: pet.id, kind: 'carer' })).token);
      for (const ask of [
        () => sharePet(deps(), bob, { petId: pet.id, fields: ['name'] }),
        () => endShare(deps(), bob, pet.id),
        () => showShare(deps(), bob, pet.id),
      ]) {
        await expect(ask()).rejects.toMatchObject({ code: 'owner-only' });
      }
    });

    it('show changes at once, nothing while archived, and nothing any more with a new owner or when erased', async () => {
      const pet = await mia();
      const { token } = await sharePet(deps(), ann, { petId: pet.id, fields: ['name'] });
      await editPet(deps(), ann, { petId: pet.id, patch: { name: 'Mimi' } });
      expect(await openShare(deps(), token)).toMatchObject({ name: 'Mimi' });
      await setArchived(deps(), ann, { petId: pet.id, archived: true });
      await expect(openShare(deps(), token)).rejects.toMatchObject({ code: 'share-not-found' });
      await setArchived(deps(), ann, { petId: pet.id, archived: false });
      expect(await openShare(deps(), token)).toMatchObject({ name: 'Mimi' });
      await acceptInvitation(deps(), bob, (await invite(deps(), ann, { petId: pet.id, kind: 'transfer' })).token);
      await expect(openShare(deps(), token)).rejects.toMatchObject({ code: 'share-not-found' });
      const again = await sharePet(deps(), bob, { petId: pet.id, fields: ['name'] });
      await erasePet(deps(), bob, pet.id);
      await expect(openShare(deps(), again.token)).rejects.toMatchObject({ code: 'share-not-found' });
    });
  });
}
