import { describe, expect, it } from 'vitest';
import { closeUpOf } from '../testing/in-memory-deps.ts';
import { createInMemoryPets } from '../testing/in-memory-pets.ts';
import { petActor, usePets } from '../testing/use-pets.ts';
import { addPetPhotos, type ExportedFile, editPet, exportPets, mergePets, setArchived } from './index.ts';

describe('an export of pets', () => {
  const pets = usePets(async () => createInMemoryPets());
  const ada = petActor('ada');
  const bob = petActor('bob');

  const filesOf = async (...asked: Parameters<typeof exportPets>) => {
    const files = new Map<string, ExportedFile['content']>();
    for await (const { name, content } of exportPets(...asked)) files.set(name, content);
    return files;
  };
  const json = (files: ReadonlyMap<string, ExportedFile['content']>, name: string) => JSON.parse(String(files.get(name)));

  it('has every photo as it was stored, with what is known of it', async () => {
    const { id } = await pets.register(ada, 'mia');
    const files = await filesOf(pets.deps(), ada);
    const told = json(files, `pets/${id}/pet.json`);
    const stored = (await pets.deps().gallery.findPet(id))?.photos ?? [];
    expect(stored).toHaveLength(2);
    expect(told.photos.map((photo: { sha256: string }) => photo.sha256).sort()).toEqual(stored.map(({ sha256 }) => sha256).sort());
    for (const photo of stored) {
      const { file, template } = told.photos.find((one: { id: string }) => one.id === photo.id);
      expect(files.get(`pets/${id}/${file}`)).toEqual(await pets.deps().photos.get(photo.blobKey));
      expect(template).toEqual({ ...photo.template, vector: [...photo.template.vector] });
    }
  });

  it('has close-ups of the nose as they were stored', async () => {
    const { id } = await pets.register(ada, 'mia', { photos: [pets.photo('mia'), closeUpOf({ animal: 'mia' })] });
    const files = await filesOf(pets.deps(), ada);
    const [told] = json(files, `pets/${id}/pet.json`).noses;
    expect(files.get(`pets/${id}/${told.file}`)).toEqual(closeUpOf({ animal: 'mia' }).bytes);
    expect(told).toMatchObject({ foundBy: 'fake-noses-1', nose: { quality: { score: 80 } } });
    expect(json(files, 'pets.json').pets).toMatchObject([{ id, photos: 2, missing: 0 }]);
  });

  it('has profile and whole history, private notes too', async () => {
    const { id } = await pets.register(ada, 'mia');
    for (let i = 0; i < 120; i++) await editPet(pets.deps(), ada, { petId: id, patch: { marks: `mark ${i}` } });
    await editPet(pets.deps(), ada, { petId: id, patch: { medicalNotes: 'Allergic to fish' } });
    const told = json(await filesOf(pets.deps(), ada), `pets/${id}/pet.json`);
    expect(told).toMatchObject({ role: 'owner', profile: { name: 'mia', marks: 'mark 119', medicalNotes: 'Allergic to fish' } });
    expect(told.history).toHaveLength(122);
    expect(told.history.at(-1)).toMatchObject({ kind: 'registered', by: ada.user });
    expect(told.people).toMatchObject([{ tenant: ada.tenant, role: 'owner' }]);
  });

  it('has archived and merged pets and those cared for, and no others', async () => {
    const [kept, merged] = [await pets.register(ada, 'mia'), await pets.register(ada, 'tom')];
    await mergePets(pets.deps(), ada, { keep: kept.id, merge: merged.id });
    const archived = await pets.register(ada, 'old');
    await setArchived(pets.deps(), ada, { petId: archived.id, archived: true });
    const cared = await pets.register(bob, 'rex');
    await pets.deps().petsUnitOfWork.run((stores) => stores.pets.addCarer(cared.id, ada.tenant, '2026-01-01T00:00:00.000Z'));
    const foreign = await pets.register(bob, 'zoe');
    const files = await filesOf(pets.deps(), ada);
    const listed = json(files, 'pets.json').pets.map(({ id, role }: { id: string; role: string }) => `${id} ${role}`);
    expect(listed.sort()).toEqual([`${kept.id} owner`, `${merged.id} owner`, `${archived.id} owner`, `${cared.id} carer`].sort());
    expect(json(files, `pets/${cared.id}/pet.json`).history).toMatchObject([{ kind: 'registered', by: null }]);
    expect([...files.keys()].filter((name) => name.includes(foreign.id))).toEqual([]);
  });

  it('says which file is missing, and goes on', async () => {
    const { id } = await pets.register(ada, 'mia');
    await addPetPhotos(pets.deps(), ada, { petId: id, photos: [pets.photo('mia')] });
    const [first] = (await pets.deps().gallery.findPet(id))?.photos ?? [];
    await pets.deps().photos.delete(first?.blobKey ?? '');
    const files = await filesOf(pets.deps(), ada);
    expect(json(files, 'pets.json').pets).toMatchObject([{ photos: 3, missing: 1 }]);
    const { photos } = json(files, `pets/${id}/pet.json`);
    expect(photos.find((photo: { id: string }) => photo.id === first?.id)).toMatchObject({ file: null });
    expect([...files.keys()].filter((name) => name.startsWith(`pets/${id}/photos/`))).toHaveLength(2);
  });

  it('is a list without pets for who has none', async () => {
    expect([...(await filesOf(pets.deps(), ada))]).toEqual([['pets.json', '{\n  "pets": []\n}\n']]);
  });
});
