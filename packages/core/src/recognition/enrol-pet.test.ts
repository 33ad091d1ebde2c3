import { beforeEach, describe, expect, it } from 'vitest';
import { createFakeRecogniser, type FakeHead } from '../testing/fake-recogniser.ts';
import { createInMemoryDeps, createPhotographer } from '../testing/in-memory-deps.ts';
import { type EnrolPet, enrolPet } from './enrol-pet.ts';
import type { Gallery } from './gallery.port.ts';
import { listPets, readOriginalPhoto, showPet } from './pets.ts';
import type { PhotoFile } from './photo-file.ts';

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

describe('enrolling', () => {
  it('stores the pet, its photos as given, and a template for each', async () => {
    const photos = [photo('Mia'), photo('Mia'), photo('Mia')];
    const { pet, skipped } = await enrol(' Mia ', { photos });
    expect(pet).toMatchObject({ name: 'Mia', species: 'cat', enrolledAt: '2026-01-01T00:00:00.000Z' });
    expect(skipped).toEqual([]);
    const shown = await showPet(deps, pet.id);
    expect(shown.photos).toHaveLength(3);
    expect(await storedKeys()).toEqual(shown.photos.map(({ blobKey }) => blobKey).sort());
    const [first] = shown.photos;
    expect(first && (await readOriginalPhoto(deps, first))).toEqual(photos[0]?.bytes);
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
