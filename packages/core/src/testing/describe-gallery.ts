import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LOCAL_TENANT, type TenantId } from '../accounts/index.ts';
import { comparePet, type Gallery, type PetId, type PhotoId, poolTemplates, type Template } from '../recognition/index.ts';
import { describeMarks } from './describe-gallery-marks.ts';
import { describeNoses } from './describe-gallery-noses.ts';
import { petFixture as pet, photoFixture as photo, templateFixture } from './enrolled-photo-fixture.ts';

/** What a gallery under test hands over: a fresh, empty gallery that knows the tenants of GALLERY_TENANTS, and how to be rid of it. */
export interface GalleryUnderTest {
  readonly gallery: Gallery;
  close(): Promise<void>;
}

/** Tenants that a gallery under test must know beside "local". */
export const GALLERY_TENANTS = ['ada', 'shelter'] as readonly string[] as readonly TenantId[];

/** The contract of the Gallery port: every implementation passes it. */
export function describeGallery(name: string, create: () => Promise<GalleryUnderTest>): void {
  describe(`gallery: ${name}`, () => {
    let subject: GalleryUnderTest;
    let gallery: Gallery;
    beforeEach(async () => {
      subject = await create();
      gallery = subject.gallery;
    });
    afterEach(() => subject.close());
    const current = () => gallery;

    describePets(current);
    describePhotos(current);
    describeSearch(current);
    describeRenewal(current);
    describeTenants(current);
    describeMarks(current, GALLERY_TENANTS as readonly [TenantId, TenantId]);
    describeNoses(current, GALLERY_TENANTS as readonly [TenantId, TenantId]);
  });
}

function describeTenants(gallery: () => Gallery): void {
  const [ada, shelter] = GALLERY_TENANTS as readonly [TenantId, TenantId];

  /** One pet each, all with the same photo file and template. */
  const fill = async () => {
    const same = { sha256: 'same', template: templateFixture('same') };
    for (const [id, owner] of [
      ['of-ada', gallery().visibleTo([ada, shelter])],
      ['of-shelter', gallery().visibleTo([shelter])],
      ['of-operator', gallery()],
    ] as const) {
      await owner.addPet(pet(id), [photo(`p-${id}`, pet(id), same)]);
    }
  };
  const probe = { ...templateFixture('same'), species: 'cat', limit: 1 } as const;

  it('shows each tenant its own pets, and the service all of them', async () => {
    await fill();
    const ids = async (seen: Gallery) => (await seen.listPets({ limit: 9 })).map(({ id }) => id);
    expect(await ids(gallery().visibleTo([ada]))).toEqual(['of-ada']);
    expect(await ids(gallery().visibleTo([shelter]))).toEqual(['of-shelter']);
    expect(await ids(gallery().visibleTo([shelter, ada]))).toEqual(['of-ada', 'of-shelter']);
    expect(await ids(gallery().visibleTo([LOCAL_TENANT]))).toEqual(['of-operator']);
    expect(await ids(gallery().visibleTo([]))).toEqual([]);
    expect(await ids(gallery())).toEqual(['of-ada', 'of-operator', 'of-shelter']);
  });

  it('searches only among the pets of the tenants, before it takes the best', async () => {
    await fill();
    for (const [tenant, id] of [
      [ada, 'of-ada'],
      [shelter, 'of-shelter'],
    ] as const) {
      const { hits, searched } = await gallery().visibleTo([tenant]).search(probe);
      expect(hits.map((hit) => hit.pet.id)).toEqual([id]);
      expect(searched).toBe(1);
    }
    expect(await gallery().visibleTo([]).search(probe)).toEqual({ hits: [], searched: 0 });
    expect((await gallery().search(probe)).searched).toBe(3);
  });

  it('knows nothing of pets and photos of other tenants, whatever is asked', async () => {
    await fill();
    const seen = gallery().visibleTo([ada]);
    const other = 'of-shelter' as PetId;
    expect(await seen.findPet(other)).toBeNull();
    expect(await seen.findPhoto('p-of-shelter' as PhotoId)).toBeNull();
    expect(await seen.namesOf([other, 'of-ada' as PetId, 'nobody' as PetId])).toEqual(new Map([['of-ada', 'Pet of-ada']]));
    expect(await seen.namesOf([])).toEqual(new Map());
    expect((await seen.findPhotosBySha256('same')).map(({ petId }) => petId)).toEqual(['of-ada']);
    expect(await seen.addPhotos(other, [photo('new', pet(other))])).toBe(false);
    expect(await seen.removePet(other)).toBeNull();
    await seen.replaceTemplate({ ...photo('p-of-shelter', pet(other)), headScore: 0.1 });
    expect((await gallery().findPhoto('p-of-shelter' as PhotoId))?.headScore).toBe(0.875);
    expect(await seen.blobKeys()).toEqual(new Set(['photos/p-of-ada.jpg']));
    const maker = { model: 'newer', pipeline: 'newer' };
    expect(await seen.countPhotosNotMadeBy(maker)).toBe(1);
    expect((await seen.photosNotMadeBy(maker, { limit: 9 })).map(({ id }) => id)).toEqual(['p-of-ada']);
  });

  it('lets a tenant change and remove what is its own', async () => {
    await fill();
    const seen = gallery().visibleTo([ada]);
    expect(await seen.addPhotos('of-ada' as PetId, [photo('second', pet('of-ada'))])).toBe(true);
    expect([...((await seen.removePet('of-ada' as PetId)) ?? [])].sort()).toEqual(['photos/p-of-ada.jpg', 'photos/second.jpg']);
    expect((await seen.search(probe)).searched).toBe(0);
  });
}

function describePets(gallery: () => Gallery): void {
  it('gives back a pet with its photos as they were added', async () => {
    const mia = pet('mia', { name: 'Mia 米娅' });
    const photos = [
      photo('p1', mia),
      photo('p2', mia, { takenAt: '2025-12-24T18:00:00', landmarks: { leftEye: null, rightEye: null, nose: [5, 6] } }),
    ];
    await gallery().addPet(mia, photos);
    expect(await gallery().findPet(mia.id)).toEqual({ pet: mia, photos });
    expect(await gallery().findPhoto('p2' as PhotoId)).toEqual(photos[1]);
  });

  it('finds nothing under ids never used', async () => {
    expect(await gallery().findPet('nobody' as PetId)).toBeNull();
    expect(await gallery().findPhoto('nothing' as PhotoId)).toBeNull();
  });

  it('adds a pet wholly or not at all', async () => {
    const mia = pet('mia');
    const max = pet('max');
    await gallery().addPet(mia, [photo('p1', mia)]);
    await expect(gallery().addPet(max, [photo('p2', max), photo('p1', max)])).rejects.toThrow();
    expect(await gallery().findPet(max.id)).toBeNull();
    expect(await gallery().findPhoto('p2' as PhotoId)).toBeNull();
    await expect(gallery().addPet(mia, [])).rejects.toThrow();
  });

  it('lists pets by name, then id, page by page, with their number of photos', async () => {
    for (const [id, name] of [
      ['c', 'Mia'],
      ['a', 'Mia'],
      ['d', 'Zoe'],
      ['b', 'Ärmel'],
      ['e', 'adam'],
      ['f', 'Ada'],
    ] as const) {
      const one = pet(id, { name });
      await gallery().addPet(one, id === 'a' ? [photo('p1', one), photo('p2', one)] : [photo(`p-${id}`, one)]);
    }
    const first = await gallery().listPets({ limit: 4 });
    expect(first.map(({ id, photoCount }) => [id, photoCount])).toEqual([
      ['f', 1],
      ['a', 2],
      ['c', 1],
      ['d', 1],
    ]);
    const second = await gallery().listPets({ limit: 4, after: { name: 'Zoe', id: 'd' as PetId } });
    expect(second.map(({ id }) => id)).toEqual(['e', 'b']);
  });

  it('goes on after a pet that was removed meanwhile', async () => {
    for (const id of ['a', 'b', 'c']) await gallery().addPet(pet(id, { name: id }), [photo(`p-${id}`, pet(id))]);
    await gallery().removePet('b' as PetId);
    expect((await gallery().listPets({ limit: 9, after: { name: 'b', id: 'b' as PetId } })).map(({ id }) => id)).toEqual(['c']);
  });

  it('removes a pet with its photos and names the files that are free now', async () => {
    const mia = pet('mia');
    await gallery().addPet(mia, [photo('p1', mia), photo('p2', mia)]);
    expect([...((await gallery().removePet(mia.id)) ?? [])].sort()).toEqual(['photos/p1.jpg', 'photos/p2.jpg']);
    expect(await gallery().removePet(mia.id)).toBeNull();
    expect(await gallery().findPhoto('p1' as PhotoId)).toBeNull();
    expect(await gallery().blobKeys()).toEqual(new Set());
    expect((await gallery().search({ ...templateFixture('p1'), species: 'cat', limit: 5 })).hits).toEqual([]);
  });
}

function describePhotos(gallery: () => Gallery): void {
  it('adds photos to a pet, all or none, and says when there is no such pet', async () => {
    const mia = pet('mia');
    await gallery().addPet(mia, [photo('p1', mia)]);
    expect(await gallery().addPhotos(mia.id, [photo('p2', mia), photo('p3', mia)])).toBe(true);
    await expect(gallery().addPhotos(mia.id, [photo('p4', mia), photo('p1', mia)])).rejects.toThrow();
    expect((await gallery().findPet(mia.id))?.photos.map(({ id }) => id)).toEqual(['p1', 'p2', 'p3']);
    expect(await gallery().addPhotos('nobody' as PetId, [photo('p5', pet('nobody'))])).toBe(false);
    expect(await gallery().findPhoto('p5' as PhotoId)).toBeNull();
  });

  it('finds the same file again, for whichever pet it was stored', async () => {
    const [mia, max] = [pet('mia'), pet('max')];
    await gallery().addPet(mia, [photo('p1', mia, { sha256: 'same' })]);
    await gallery().addPet(max, [photo('p2', max, { sha256: 'same' }), photo('p3', max)]);
    expect((await gallery().findPhotosBySha256('same')).map(({ id }) => id)).toEqual(['p1', 'p2']);
    expect(await gallery().findPhotosBySha256('other')).toEqual([]);
  });

  it('finds copies of a photo by their hash, the nearest first', async () => {
    const mia = pet('mia');
    const hashed = (id: string, hash: string, method = 'm-1') => photo(id, mia, { trace: { method, hash, screen: 0.25 } });
    const stored = [
      hashed('p1', '00000000000000ff'),
      hashed('p2', 'f000000000000000'),
      hashed('p3', 'f000000000000001'),
      hashed('p4', 'f000000000000001', 'm-2'),
      photo('p5', mia),
    ];
    await gallery().addPet(mia, stored);
    const find = async (most: number) =>
      (await gallery().findPhotoCopies({ method: 'm-1', hash: 'f000000000000001', screen: 0 }, most)).map(({ photo: found, distance }) => [
        found.id,
        distance,
      ]);
    expect(await find(0)).toEqual([['p3', 0]]);
    expect(await find(1)).toEqual([
      ['p3', 0],
      ['p2', 1],
    ]);
    expect(await find(64)).toHaveLength(3);
    expect(await gallery().findPhoto('p1' as PhotoId)).toEqual(stored[0]);
  });

  it('hands photos over to another pet, whose templates they are from then on', async () => {
    const [mia, max] = [pet('mia'), pet('max')];
    await gallery().addPet(mia, [photo('p1', mia), photo('p2', mia)]);
    await gallery().addPet(max, [photo('p3', max)]);
    await gallery().movePhotos(['p2' as PhotoId, 'gone' as PhotoId], max.id);
    expect((await gallery().findPet(mia.id))?.photos.map(({ id }) => id)).toEqual(['p1']);
    expect((await gallery().findPet(max.id))?.photos.map(({ id }) => id)).toEqual(['p2', 'p3']);
    const { hits } = await gallery().search({ ...templateFixture('p2'), species: 'cat', limit: 5 });
    const alike = [photo('p2', max), photo('p3', max)].map(({ template, quality: { score } }) => ({ template, quality: score }));
    expect(hits[0]).toMatchObject({ pet: max, photoId: 'p2' });
    expect(hits[0]?.similarity).toBeCloseTo(comparePet(templateFixture('p2'), alike).similarity, 5);
  });

  it('names every file that is referred to', async () => {
    const mia = pet('mia');
    await gallery().addPet(mia, [photo('p1', mia)]);
    await gallery().addPhotos(mia.id, [photo('p2', mia)]);
    expect(await gallery().blobKeys()).toEqual(new Set(['photos/p1.jpg', 'photos/p2.jpg']));
  });
}

function describeSearch(gallery: () => Gallery): void {
  it('finds nothing in an empty gallery', async () => {
    expect(await gallery().search({ ...templateFixture('x'), species: 'dog', limit: 5 })).toEqual({ hits: [], searched: 0 });
  });

  it('compares by the rule of comparePet: pets of one photo and of several, good and bad ones', async () => {
    const mia = pet('mia');
    const max = pet('max');
    const miasPhotos = [
      photo('p1', mia, { quality: quality(90) }),
      photo('p2', mia, { quality: quality(30) }),
      photo('p3', mia, { quality: quality(2) }),
    ];
    await gallery().addPet(mia, miasPhotos.slice(0, 2));
    await gallery().addPhotos(mia.id, miasPhotos.slice(2));
    await gallery().addPet(max, [photo('p4', max)]);
    const probe = mixture('p2', 'p3', 'p4');
    const { hits, searched } = await gallery().search({ ...probe, species: 'cat', limit: 5 });
    expect(searched).toBe(2);
    const expected = new Map([
      [
        'mia',
        comparePet(
          probe,
          miasPhotos.map(({ template, quality: { score } }) => ({ template, quality: score })),
        ).similarity,
      ],
      ['max', comparePet(probe, [{ template: templateFixture('p4'), quality: 72 }]).similarity],
    ]);
    for (const hit of hits) expect(hit.similarity).toBeCloseTo(expected.get(hit.pet.id) ?? Number.NaN, 5);
    expect(hits.map(({ pet: { id } }) => id)).toEqual([...expected].sort(([, a], [, b]) => b - a).map(([id]) => id));
  });

  it('names the pet and its photo most like the probe', async () => {
    const mia = pet('mia');
    await gallery().addPet(mia, [photo('p1', mia), photo('p2', mia)]);
    const { hits } = await gallery().search({ ...templateFixture('p2'), species: 'cat', limit: 5 });
    expect(hits).toMatchObject([{ pet: mia, photoId: 'p2' }]);
  });

  it('looks only among the species, the model and the pipeline asked for, before it takes the best', async () => {
    const probe = templateFixture('probe');
    const near = { template: probe };
    const [dog, oldModel, oldPipeline, cat] = [pet('dog', { species: 'dog' }), pet('old-model'), pet('old-pipeline'), pet('cat')];
    await gallery().addPet(dog, [photo('p1', dog, near)]);
    await gallery().addPet(oldModel, [photo('p2', oldModel, { template: { ...probe, model: 'older' } })]);
    await gallery().addPet(oldPipeline, [photo('p3', oldPipeline, { template: { ...probe, pipeline: 'older' } })]);
    await gallery().addPet(cat, [photo('p4', cat)]);
    const { hits, searched } = await gallery().search({ ...probe, species: 'cat', limit: 1 });
    expect(hits.map(({ pet: { id } }) => id)).toEqual(['cat']);
    expect(searched).toBe(1);
  });

  it('gives no more hits than asked for, and says how many pets were searched', async () => {
    for (let i = 0; i < 7; i++) await gallery().addPet(pet(`pet-${i}`), [photo(`p-${i}`, pet(`pet-${i}`))]);
    const { hits, searched } = await gallery().search({ ...templateFixture('p-3'), species: 'cat', limit: 3 });
    expect(hits).toHaveLength(3);
    expect(hits[0]?.pet.id).toBe('pet-3');
    expect(hits[0]?.similarity).toBeCloseTo(1, 5);
    expect(searched).toBe(7);
  });
}

function describeRenewal(gallery: () => Gallery): void {
  it('lists page by page the photos that another model or pipeline made', async () => {
    const mia = pet('mia');
    const made = templateFixture('x', 2);
    await gallery().addPet(mia, [
      photo('p1', mia),
      photo('p2', mia, { template: made }),
      photo('p3', mia, { template: { ...made, pipeline: 'fake-1' } }),
      photo('p4', mia),
    ]);
    const ids = async (after?: string) =>
      (await gallery().photosNotMadeBy(made, after ? { limit: 2, after: after as PhotoId } : { limit: 2 })).map(({ id }) => id);
    expect(await ids()).toEqual(['p1', 'p3']);
    expect(await ids('p3')).toEqual(['p4']);
    expect(await gallery().countPhotosNotMadeBy(made)).toBe(3);
  });

  it('searches a renewed template among those of its maker, pooled with them alone', async () => {
    const mia = pet('mia');
    await gallery().addPet(mia, [photo('p1', mia), photo('p2', mia)]);
    const renewed = templateFixture('p1 anew', 2);
    await gallery().replaceTemplate({ ...photo('p1', mia), headScore: 0.5, template: renewed, quality: quality(50) });
    const after = await gallery().search({ ...renewed, species: 'cat', limit: 5 });
    expect(after.hits).toMatchObject([{ photoId: 'p1' }]);
    expect(after.hits[0]?.similarity).toBeCloseTo(1, 5);
    const before = await gallery().search({ ...templateFixture('p2'), species: 'cat', limit: 5 });
    expect(before.hits[0]?.similarity).toBeCloseTo(1, 5);
    expect(await gallery().findPhoto('p1' as PhotoId)).toEqual(
      photo('p1', mia, { headScore: 0.5, template: renewed, quality: quality(50) }),
    );
  });

  it('lets a template be renewed whose photo is gone', async () => {
    await gallery().replaceTemplate(photo('gone', pet('gone')));
    expect(await gallery().findPhoto('gone' as PhotoId)).toBeNull();
  });
}

function quality(score: number) {
  return { score, reasons: [], model: 'fake-quality-1' };
}

function mixture(...words: readonly string[]): Template {
  return poolTemplates(words.map((word, index) => ({ template: templateFixture(word), quality: 20 + 10 * index })));
}
