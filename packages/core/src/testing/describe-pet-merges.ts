import { describe, expect, it } from 'vitest';
import {
  acceptInvitation,
  addPetPhotos,
  editPet,
  erasePet,
  eraseTenantPets,
  invite,
  listCarers,
  listMerges,
  mergePets,
  setArchived,
  showRecord,
  undoMerge,
} from '../pets/index.ts';
import type { PetId } from '../recognition/index.ts';
import { closeUpOf } from './in-memory-deps.ts';
import { type CreatePets, filesOf, petActor, usePets } from './use-pets.ts';

const [ann, bob] = [petActor('ann'), petActor('bob')];

/** Merging and erasing pets on some stores: every implementation of PetsUnitOfWork passes them. */
export function describePetMerges(name: string, create: CreatePets): void {
  describe(`merging and erasing pets: ${name}`, () => {
    const { deps, photo, register, namesOf, kindsOf } = usePets(create);

    describe('a merge', () => {
      const twice = async () => {
        const keep = await register(ann, 'Mia', { profile: { sex: 'female', microchips: ['276098101234567'] } });
        const merge = await register(ann, 'Mini', {
          photos: [photo('Mia')],
          allowDuplicate: true,
          profile: { sex: 'male', marks: 'kinked tail', microchips: ['276098101234568'], medicalNotes: 'diabetes' },
        });
        return { keep, merge };
      };
      const shown = async (id: PetId) => {
        const { record, photos } = await showRecord(deps(), ann, id);
        return { profile: record.profile, mergedInto: record.mergedInto, photos: photos.map((one) => one.id) };
      };

      it('brings close-ups of the nose, and gives them back when it is undone', async () => {
        const { keep, merge } = await twice();
        await addPetPhotos(deps(), ann, { petId: merge.id, photos: [closeUpOf({ animal: 'Mia' })] });
        const counts = async () => [
          (await deps().gallery.noseCloseUps(keep.id)).length,
          (await deps().gallery.noseCloseUps(merge.id)).length,
        ];
        const done = await mergePets(deps(), ann, { keep: keep.id, merge: merge.id });
        expect(await counts()).toEqual([1, 0]);
        await undoMerge(deps(), ann, done.merge.id);
        expect(await counts()).toEqual([0, 1]);
      });

      it('brings photos, carers and what was not known to the kept pet', async () => {
        const { keep, merge } = await twice();
        await acceptInvitation(deps(), bob, (await invite(deps(), ann, { petId: merge.id, kind: 'carer' })).token);
        await mergePets(deps(), ann, { keep: keep.id, merge: merge.id });
        expect(await shown(keep.id)).toMatchObject({
          profile: { name: 'Mia', sex: 'female', marks: 'kinked tail', microchips: ['276098101234567', '276098101234568'] },
          photos: [{}, {}, {}].map(() => expect.any(String)),
        });
        expect([await namesOf(ann), await namesOf(bob)]).toEqual([['Mia'], ['Mia']]);
      });

      it('undone puts everything back as it was', async () => {
        const { keep, merge } = await twice();
        await acceptInvitation(deps(), bob, (await invite(deps(), ann, { petId: merge.id, kind: 'carer' })).token);
        const before = [
          await shown(keep.id),
          await shown(merge.id),
          await listCarers(deps(), ann, keep.id),
          await listCarers(deps(), ann, merge.id),
        ];
        const done = await mergePets(deps(), ann, { keep: keep.id, merge: merge.id });
        expect(await listMerges(deps(), ann, keep.id)).toMatchObject([{ id: done.merge.id }]);
        await undoMerge(deps(), ann, done.merge.id);
        expect([
          await shown(keep.id),
          await shown(merge.id),
          await listCarers(deps(), ann, keep.id),
          await listCarers(deps(), ann, merge.id),
        ]).toEqual(before);
        expect(await namesOf(ann)).toEqual(['Mia', 'Mini']);
        await expect(undoMerge(deps(), ann, done.merge.id)).rejects.toMatchObject({ code: 'merge-stays' });
      });

      it('undone leaves to the kept pet what came since', async () => {
        const { keep, merge } = await twice();
        const done = await mergePets(deps(), ann, { keep: keep.id, merge: merge.id });
        await editPet(deps(), ann, { petId: keep.id, patch: { marks: 'white paw' } });
        await addPetPhotos(deps(), ann, { petId: keep.id, photos: [photo('Mia')] });
        await undoMerge(deps(), ann, done.merge.id);
        expect(await shown(keep.id)).toMatchObject({ profile: { marks: 'white paw', microchips: ['276098101234567'], medicalNotes: '' } });
        expect((await shown(keep.id)).photos).toHaveLength(3);
      });

      it('is refused for what cannot be one animal, and for pets of others', async () => {
        const { keep, merge } = await twice();
        const rex = await register(ann, 'Rex', { photos: [photo({ animal: 'Rex', species: 'dog' })] });
        const chips = await register(ann, 'Tom', { profile: { microchips: ['276098101234569', '276098101234570'] } });
        const foreign = await register(bob, 'Max');
        for (const [a, b, code] of [
          [keep, keep, 'merge-impossible'],
          [keep, rex, 'merge-impossible'],
          [keep, chips, 'merge-impossible'],
          [keep, foreign, 'pet-not-found'],
          [foreign, keep, 'pet-not-found'],
        ] as const) {
          await expect((async () => mergePets(deps(), ann, { keep: a.id, merge: b.id }))()).rejects.toMatchObject({ code });
        }
        const done = await mergePets(deps(), ann, { keep: keep.id, merge: merge.id });
        await expect(undoMerge(deps(), bob, done.merge.id)).rejects.toMatchObject({ code: 'merge-not-found' });
      });

      it('stays when the kept pet has another owner or went into a third', async () => {
        const { keep, merge } = await twice();
        const done = await mergePets(deps(), ann, { keep: keep.id, merge: merge.id });
        await acceptInvitation(deps(), bob, (await invite(deps(), ann, { petId: keep.id, kind: 'transfer' })).token);
        await expect(undoMerge(deps(), bob, done.merge.id)).rejects.toMatchObject({ code: 'merge-stays' });
      });
    });

    describe('erasure', () => {
      it('takes the pet, those merged into it and their files', async () => {
        const keep = await register(ann, 'Mia');
        const merge = await register(ann, 'Mini', { photos: [photo('Mia')], allowDuplicate: true });
        await mergePets(deps(), ann, { keep: keep.id, merge: merge.id });
        await expect(erasePet(deps(), bob, keep.id)).rejects.toMatchObject({ code: 'pet-not-found' });
        expect((await erasePet(deps(), ann, keep.id)).pets.toSorted()).toEqual([keep.id, merge.id].toSorted());
        expect(await filesOf(deps().photos)).toEqual([]);
        await expect(showRecord(deps(), ann, merge.id)).rejects.toMatchObject({ code: 'pet-not-found' });
      });

      it("of a tenant leaves nothing of it, and others' pets with nobody in their history", async () => {
        await register(ann, 'Mia');
        const archived = await register(ann, 'Tom');
        await setArchived(deps(), ann, { petId: archived.id, archived: true });
        const max = await register(bob, 'Max');
        await acceptInvitation(deps(), ann, (await invite(deps(), bob, { petId: max.id, kind: 'carer' })).token);
        await editPet(deps(), ann, { petId: max.id, patch: { marks: 'white paw' } });
        expect(await eraseTenantPets(deps(), ann.tenant)).toEqual({ pets: 2, files: 4, filesLeft: 0, rowsLeft: 0 });
        expect((await filesOf(deps().photos)).length).toBe(2);
        expect(await namesOf(ann)).toEqual([]);
        expect(await kindsOf(bob, max.id)).toEqual([
          ['changed', null],
          ['carer-joined', null],
          ['registered', 'user-bob'],
        ]);
        expect(await eraseTenantPets(deps(), ann.tenant)).toEqual({ pets: 0, files: 0, filesLeft: 0, rowsLeft: 0 });
      });
    });
  });
}
