import { beforeEach, describe, expect, it } from 'vitest';
import { importFiles } from '../imports/index.ts';
import { createFakeRecogniser } from '../testing/fake-recogniser.ts';
import { createInMemoryDeps, createPhotographer } from '../testing/in-memory-deps.ts';
import { addPhotos } from './add-photos.ts';
import { type EnrolPet, enrolPet } from './enrol-pet.ts';
import type { PetId } from './gallery.port.ts';
import { identify } from './identify.ts';
import { forgetPet, listPets, readOriginalPhoto, showPet } from './pets.ts';
import type { PhotoFile } from './photo-file.ts';
import { reembed } from './reembed.ts';
import { sweepOrphanPhotos } from './sweep-orphan-photos.ts';
import { verify } from './verify.ts';

let deps: ReturnType<typeof createInMemoryDeps>;
beforeEach(() => {
  deps = createInMemoryDeps();
});

const photo = createPhotographer();
const broken: PhotoFile = { name: 'broken.jpg', bytes: new Uint8Array([1, 2, 3]) };

async function enrol(name: string, request: Partial<EnrolPet> = {}) {
  const result = await enrolPet(deps, { name, photos: [photo(name), photo(name)], ...request });
  if (result.kind !== 'enrolled') throw new Error(`${name} was not enrolled: ${JSON.stringify(result)}`);
  return result;
}

async function storedKeys() {
  const keys: string[] = [];
  for await (const { key } of deps.photos.list()) keys.push(key);
  return keys.sort();
}

describe('adding photos', () => {
  it('adds to the pet, and picks its head out of a crowd', async () => {
    const { pet } = await enrol('Mia');
    expect(await addPhotos(deps, { petId: pet.id, photos: [photo('Max', 'Mia')] })).toMatchObject({
      kind: 'added',
      photos: [{ box: [300, 100, 450, 250] }],
    });
    expect((await showPet(deps, pet.id)).photos).toHaveLength(3);
  });

  it('refuses a photo of another animal, unless told that it is the same', async () => {
    const { pet } = await enrol('Mia');
    const photos = [photo('Max')];
    expect(await addPhotos(deps, { petId: pet.id, photos })).toMatchObject({ kind: 'rejected', problems: [{ kind: 'other-animal' }] });
    expect(await addPhotos(deps, { petId: pet.id, photos, sameAnimal: true })).toMatchObject({ kind: 'added' });
  });

  it('does not add a file twice', async () => {
    const same = photo('Mia');
    const { pet } = await enrol('Mia', { photos: [same] });
    expect(await addPhotos(deps, { petId: pet.id, photos: [same] })).toMatchObject({ kind: 'rejected', problems: [{ kind: 'same-file' }] });
    expect(await addPhotos(deps, { petId: pet.id, photos: [same, photo('Mia')] })).toMatchObject({
      kind: 'added',
      skipped: [{ kind: 'same-file' }],
    });
    expect((await showPet(deps, pet.id)).photos).toHaveLength(2);
  });

  it('asks when the very file is stored for another pet', async () => {
    const same = photo('Max');
    const { pet: max } = await enrol('Max', { photos: [same] });
    const { pet: mia } = await enrol('Mia');
    const result = await addPhotos(deps, { petId: mia.id, photos: [same] });
    expect(result).toMatchObject({ kind: 'rejected' });
    expect(result).toHaveProperty('problems', expect.arrayContaining([expect.objectContaining({ kind: 'file-of-another-pet', pet: max })]));
  });

  it('needs a pet', async () => {
    await expect(addPhotos(deps, { petId: 'nobody' as PetId, photos: [photo('Mia')] })).rejects.toMatchObject({ code: 'pet-not-found' });
  });
});

describe('identifying', () => {
  it('says which pet it is', async () => {
    await enrol('Max');
    const { pet } = await enrol('Mia');
    const { photos, together } = await identify(deps, { photos: [photo('Mia')], use: 'identify', limit: 5 });
    expect(photos).toMatchObject([{ kind: 'identified', heads: [{ decision: { kind: 'match', best: { pet }, basis: { searched: 2 } } }] }]);
    expect(together).toBeNull();
  });

  it('says that it is none of them', async () => {
    await enrol('Mia');
    const { photos } = await identify(deps, { photos: [photo('Stranger')], use: 'identify', limit: 5 });
    expect(photos).toMatchObject([{ heads: [{ decision: { kind: 'unknown', why: ['below-threshold'] } }] }]);
  });

  it('never gives two heads of a photo the same pet', async () => {
    await enrol('Mia');
    const { photos } = await identify(deps, {
      photos: [photo({ animal: 'Mia', noise: 0.2 }, { animal: 'Mia', noise: 0.9 })],
      use: 'identify',
      limit: 5,
    });
    expect(photos).toMatchObject([{ heads: [{ decision: { kind: 'match' } }, { decision: { kind: 'unknown', candidates: [] } }] }]);
  });

  it('names the bad photos and identifies the good ones', async () => {
    await enrol('Mia');
    const { photos } = await identify(deps, { photos: [broken, photo('Mia'), photo()], use: 'identify', limit: 5 });
    expect(photos.map(({ kind }) => kind)).toEqual(['problem', 'identified', 'problem']);
  });

  it('takes several photos of one animal together', async () => {
    const { pet } = await enrol('Mia', { photos: [photo('Mia'), photo('Mia'), photo('Mia')] });
    const blurred = Array.from({ length: 4 }, () => photo({ animal: 'Mia', noise: 1.2 }));
    const { together, photos } = await identify(deps, { photos: blurred, use: 'claim', limit: 5 });
    expect(together).toMatchObject({ kind: 'match', best: { pet } });
    const single = photos.map((one) => (one.kind === 'identified' ? one.heads[0]?.decision.candidates[0]?.probability : 0));
    expect(together?.candidates[0]?.probability).toBeGreaterThan(Math.max(...single.map((value) => value ?? 0)));
  });

  it('does not take photos of two animals together', async () => {
    await enrol('Mia');
    expect((await identify(deps, { photos: [photo('Mia'), photo('Max')], use: 'identify', limit: 5 })).together).toBeNull();
  });

  it('looks only at the species asked for', async () => {
    await enrol('Mia');
    const { photos } = await identify(deps, {
      photos: [photo('Mia', { animal: 'Rex', species: 'dog' })],
      use: 'identify',
      limit: 5,
      species: 'dog',
    });
    expect(photos).toMatchObject([{ heads: [{ head: { species: 'dog' }, decision: { kind: 'unknown', why: ['empty-gallery'] } }] }]);
  });
});

describe('verifying', () => {
  it('confirms the pet and refuses another', async () => {
    const { pet } = await enrol('Mia');
    expect(await verify(deps, { petId: pet.id, photos: [photo('Mia'), broken], use: 'claim' })).toMatchObject({
      kind: 'verified',
      decision: { kind: 'match', best: { pet } },
      skipped: [{ photo: 'broken.jpg' }],
    });
    expect(await verify(deps, { petId: pet.id, photos: [photo('Max')], use: 'claim' })).toMatchObject({
      kind: 'verified',
      decision: { kind: 'unknown' },
    });
  });

  it('takes the head that is most like the pet', async () => {
    const { pet } = await enrol('Mia');
    const result = await verify(deps, { petId: pet.id, photos: [photo('Max', 'Mia', { animal: 'Rex', species: 'dog' })], use: 'identify' });
    expect(result).toMatchObject({ decision: { kind: 'match', basis: { searched: 2 } }, heads: [{ head: { box: [300, 100, 450, 250] } }] });
  });

  it('does not compare with templates of an older model', async () => {
    const { pet } = await enrol('Mia');
    deps = { ...deps, recogniser: createFakeRecogniser(2) };
    await expect(verify(deps, { petId: pet.id, photos: [photo('Mia')], use: 'claim' })).rejects.toMatchObject({
      code: 'templates-outdated',
    });
  });

  it('is refused when no photo is of use', async () => {
    const { pet } = await enrol('Mia');
    expect(await verify(deps, { petId: pet.id, photos: [broken], use: 'claim' })).toMatchObject({
      kind: 'rejected',
      problems: [{ kind: 'unreadable' }],
    });
  });
});

describe('keeping pets', () => {
  it('lists page by page', async () => {
    for (const name of ['Cleo', 'Ada', 'Bo']) await enrol(name);
    const first = await listPets(deps, { limit: 2 });
    expect(first.pets.map(({ name }) => name)).toEqual(['Ada', 'Bo']);
    const second = await listPets(deps, { limit: 2, ...(first.next ? { after: first.next } : {}) });
    expect(second).toMatchObject({ pets: [{ name: 'Cleo', photoCount: 2 }], next: null });
  });

  it('forgets a pet with its rows and files', async () => {
    const { pet } = await enrol('Mia');
    expect(await forgetPet(deps, pet.id)).toEqual({ pet, photos: 2 });
    expect(await storedKeys()).toEqual([]);
    await expect(showPet(deps, pet.id)).rejects.toMatchObject({ code: 'pet-not-found' });
    await expect(forgetPet(deps, pet.id)).rejects.toMatchObject({ code: 'pet-not-found' });
  });

  it('says which part of a photo is missing', async () => {
    const { photos } = await enrol('Mia');
    const [first] = photos;
    if (first === undefined) throw new Error('no photo');
    await deps.photos.delete(first.blobKey);
    await expect(readOriginalPhoto(deps, first)).rejects.toMatchObject({ code: 'photo-file-missing' });
  });

  it('sweeps files that no row refers to, once they are old enough, and leaves those of imports', async () => {
    await enrol('Mia');
    // Of an import that waits, however long.
    for (const key of Object.values(importFiles('import'))) await deps.photos.put(key, Uint8Array.of(1));
    const kept = await storedKeys();
    expect(kept).toEqual(expect.arrayContaining(Object.values(importFiles('import'))));
    await deps.photos.put('photos/or/orphan.jpg', Uint8Array.of(1));
    expect(await sweepOrphanPhotos(deps)).toEqual({ deleted: [] });
    deps.clock.advance(2 * 60 * 60 * 1000);
    await deps.photos.put('photos/or/young.jpg', Uint8Array.of(1));
    expect(await sweepOrphanPhotos(deps)).toEqual({ deleted: ['photos/or/orphan.jpg'] });
    expect(await storedKeys()).toEqual([...kept, 'photos/or/young.jpg'].sort());
  });
});

describe('re-embedding', () => {
  it('makes every outdated template anew, and then has nothing to do', async () => {
    const { pet } = await enrol('Mia');
    await enrol('Max');
    deps = { ...deps, recogniser: createFakeRecogniser(2) };
    const seen: string[] = [];
    expect(await reembed(deps, { onProgress: ({ done, total }) => seen.push(`${done}/${total}`) })).toEqual({
      renewed: 4,
      failed: [],
      cancelled: false,
    });
    expect(seen).toEqual(['1/4', '2/4', '3/4', '4/4']);
    expect(await reembed(deps)).toMatchObject({ renewed: 0 });
    expect(await verify(deps, { petId: pet.id, photos: [photo('Mia')], use: 'claim' })).toMatchObject({ decision: { kind: 'match' } });
  });

  it('keeps to the pet in a photo with several heads', async () => {
    const { pet } = await enrol('Mia', { photos: [{ ...photo('Max', 'Mia'), box: [300, 100, 450, 250] }] });
    deps = { ...deps, recogniser: createFakeRecogniser(2) };
    await reembed(deps);
    expect(await verify(deps, { petId: pet.id, photos: [photo('Mia')], use: 'claim' })).toMatchObject({ decision: { kind: 'match' } });
  });

  it('names the photos that cannot be renewed and does the rest', async () => {
    const { photos } = await enrol('Mia');
    await deps.photos.delete(photos[0]?.blobKey ?? '');
    deps = { ...deps, recogniser: createFakeRecogniser(2) };
    expect(await reembed(deps)).toMatchObject({
      renewed: 1,
      failed: [{ photo: { id: photos[0]?.id }, message: expect.stringContaining('missing') }],
    });
  });

  it('can be stopped and taken up again', async () => {
    await enrol('Mia');
    deps = { ...deps, recogniser: createFakeRecogniser(2) };
    const stop = new AbortController();
    expect(await reembed(deps, { signal: stop.signal, onProgress: () => stop.abort() })).toEqual({
      renewed: 1,
      failed: [],
      cancelled: true,
    });
    expect(await reembed(deps)).toMatchObject({ renewed: 1, cancelled: false });
  });
});
