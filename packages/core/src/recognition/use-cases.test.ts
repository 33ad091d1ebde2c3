import { beforeEach, describe, expect, it } from 'vitest';
import { createFakeRecogniser, type FakeHead, fakePhoto } from '../testing/fake-recogniser.ts';
import { createCountingIds, createFixedClock } from '../testing/fixed-clock-and-ids.ts';
import { createInMemoryGallery } from '../testing/in-memory-gallery.ts';
import { createInMemoryPhotoStore } from '../testing/in-memory-photo-store.ts';
import { addPhotos } from './add-photos.ts';
import { type EnrolPet, enrolPet } from './enrol-pet.ts';
import type { Gallery, PetId, PhotoId } from './gallery.port.ts';
import { identify } from './identify.ts';
import { forgetPet, listPets, readOriginalPhoto, showPet } from './pets.ts';
import type { PhotoFile } from './photo-file.ts';
import type { RecognitionDeps } from './recognition-deps.ts';
import { reembed } from './reembed.ts';
import { sweepOrphanPhotos } from './sweep-orphan-photos.ts';
import { verify } from './verify.ts';

let deps: RecognitionDeps & { readonly clock: ReturnType<typeof createFixedClock> };
beforeEach(() => {
  const clock = createFixedClock();
  deps = {
    gallery: createInMemoryGallery(),
    photos: createInMemoryPhotoStore(clock),
    recogniser: createFakeRecogniser(),
    clock,
    ids: createCountingIds(),
  };
});

let lastView = 0;
/** A view never taken before of each animal. */
function photo(...animals: readonly (string | FakeHead)[]): PhotoFile {
  lastView++;
  const heads = animals.map((animal) => ({ view: lastView, ...(typeof animal === 'string' ? { animal } : animal) }));
  return { name: `photo-${lastView}.jpg`, bytes: fakePhoto({ heads }) };
}

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

describe('enrolling', () => {
  it('stores the pet, its photos as given, and a template for each', async () => {
    const photos = [photo('Mia'), photo('Mia'), photo('Mia')];
    const { pet, skipped } = await enrol(' Mia ', { photos });
    expect(pet).toMatchObject({ name: 'Mia', species: 'cat', enrolledAt: '2026-01-01T00:00:00.000Z' });
    expect(skipped).toEqual([]);
    const shown = await showPet(deps, pet.id);
    expect(shown.photos).toHaveLength(3);
    expect(await storedKeys()).toEqual(shown.photos.map(({ blobKey }) => blobKey).sort());
    const { bytes } = await readOriginalPhoto(deps, shown.photos[0]?.id ?? ('' as PhotoId));
    expect(bytes).toEqual(photos[0]?.bytes);
  });

  it('takes the good photos and names the others', async () => {
    const first = photo('Mia');
    const { photos, skipped } = await enrol('Mia', { photos: [first, broken, photo(), { ...first, name: 'copy.jpg' }, photo('Mia')] });
    expect(photos).toHaveLength(2);
    expect(skipped).toMatchObject([
      { kind: 'unreadable', photo: 'broken.jpg', reason: 'not-an-image' },
      { kind: 'no-head' },
      { kind: 'same-file', photo: 'copy.jpg', of: first.name },
    ]);
  });

  it('is refused when no photo is of use, and stores nothing', async () => {
    expect(await enrolPet(deps, { name: 'Mia', photos: [broken, photo()] })).toMatchObject({
      kind: 'rejected',
      problems: [{ kind: 'unreadable' }, { kind: 'no-head' }],
    });
    expect(await storedKeys()).toEqual([]);
    expect((await listPets(deps, { limit: 5 })).pets).toEqual([]);
  });

  it.each([
    [{ name: '  ', photos: [broken] }, 'name-missing'],
    [{ name: 'Mia', photos: [] }, 'no-photos'],
  ])('refuses what makes no sense (%#)', async (request, code) => {
    await expect(enrolPet(deps, request)).rejects.toMatchObject({ code });
  });

  it('asks whose head it is when several are in the photo and nothing tells', async () => {
    const crowd = photo('Mia', 'Max');
    const result = await enrolPet(deps, { name: 'Mia', photos: [crowd] });
    expect(result).toMatchObject({ kind: 'rejected', problems: [{ kind: 'several-heads', photo: crowd.name, boxes: [{}, {}] }] });
  });

  it('knows the head in a crowd from the photos that show the pet alone', async () => {
    const { photos } = await enrol('Mia', { photos: [photo('Max', 'Mia'), photo('Mia'), photo('Mia')] });
    expect(photos[0]?.box).toEqual([300, 100, 450, 250]);
  });

  it('still asks when two heads in the crowd look like the pet', async () => {
    const twin: FakeHead = { animal: 'Minou', like: { animal: 'Mia', share: 0.9 }, noise: 0.2 };
    const result = await enrolPet(deps, { name: 'Mia', photos: [photo({ animal: 'Mia', noise: 0.2 }, twin), photo('Mia')] });
    expect(result).toMatchObject({ kind: 'rejected', problems: [{ kind: 'several-heads' }] });
  });

  it('takes the head in the box drawn by hand', async () => {
    const { photos } = await enrol('Mia', { photos: [{ ...photo('Max', 'Mia'), box: [300, 100, 450, 250] }] });
    expect(photos).toHaveLength(1);
    expect(photos[0]?.box).toEqual([300, 100, 450, 250]);
  });

  it('asks when a photo shows another species', async () => {
    const dog = photo({ animal: 'Rex', species: 'dog' });
    expect(await enrolPet(deps, { name: 'Mia', photos: [photo('Mia'), photo('Mia'), dog] })).toMatchObject({
      kind: 'rejected',
      problems: [{ kind: 'species-mismatch', photo: dog.name, found: 'dog', expected: 'cat' }],
    });
    expect(await enrolPet(deps, { name: 'Mia', species: 'dog', photos: [photo('Mia')] })).toMatchObject({
      kind: 'rejected',
      problems: [{ kind: 'species-mismatch', found: 'cat', expected: 'dog' }],
    });
  });

  it('asks when one photo shows another animal than the rest, unless told that all are the same', async () => {
    const photos = [photo('Mia'), photo('Mia'), photo('Max')];
    expect(await enrolPet(deps, { name: 'Mia', photos })).toMatchObject({
      kind: 'rejected',
      problems: [{ kind: 'other-animal', photo: photos[2]?.name }],
    });
    expect((await enrol('Mia', { photos, sameAnimal: true })).photos).toHaveLength(3);
  });

  it('blames both of two photos that disagree', async () => {
    expect(await enrolPet(deps, { name: 'Mia', photos: [photo('Mia'), photo('Max')] })).toMatchObject({
      kind: 'rejected',
      problems: [{ kind: 'other-animal' }, { kind: 'other-animal' }],
    });
  });

  it('shows the pet that is enrolled already, and enrols another only when told to', async () => {
    const { pet } = await enrol('Mia');
    const again = { name: 'Minou', photos: [photo('Mia'), photo('Mia')] };
    expect(await enrolPet(deps, again)).toMatchObject({ kind: 'possible-duplicate', pets: [{ why: 'looks-alike', pet }] });
    expect((await listPets(deps, { limit: 5 })).pets).toHaveLength(1);
    await enrol('Minou', { ...again, allowDuplicate: true });
    expect((await listPets(deps, { limit: 5 })).pets).toHaveLength(2);
  });

  it('shows the pet that has the very same photo file, even when its templates are outdated', async () => {
    const same = photo('Mia');
    const { pet } = await enrol('Mia', { photos: [same] });
    deps = { ...deps, recogniser: createFakeRecogniser(2) };
    expect(await enrolPet(deps, { name: 'Minou', photos: [same] })).toMatchObject({
      kind: 'possible-duplicate',
      pets: [{ why: 'same-file', pet, photo: same.name }],
    });
  });

  it('takes the files away again when the rows cannot be written', async () => {
    const gallery: Gallery = { ...deps.gallery, addPet: () => Promise.reject(new Error('disk full')) };
    await expect(enrolPet({ ...deps, gallery }, { name: 'Mia', photos: [photo('Mia')] })).rejects.toThrow('disk full');
    expect(await storedKeys()).toEqual([]);
  });

  it('names three bad files among a hundred', async () => {
    const good = Array.from({ length: 97 }, () => photo('Mia'));
    const photos = [
      ...good.slice(0, 10),
      broken,
      ...good.slice(10, 50),
      photo(),
      ...good.slice(50),
      { name: 'empty.png', bytes: new Uint8Array() },
    ];
    const result = await enrol('Mia', { photos });
    expect(result.photos).toHaveLength(97);
    expect(result.skipped.map(({ kind }) => kind)).toEqual(['unreadable', 'no-head', 'unreadable']);
  });
});

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
    await expect(readOriginalPhoto(deps, first.id)).rejects.toMatchObject({ code: 'photo-file-missing' });
    await expect(readOriginalPhoto(deps, 'none' as PhotoId)).rejects.toMatchObject({ code: 'photo-not-found' });
  });

  it('sweeps files that no row refers to, once they are old enough', async () => {
    await enrol('Mia');
    const kept = await storedKeys();
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
