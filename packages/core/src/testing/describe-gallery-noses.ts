import { expect, it } from 'vitest';
import type { TenantId } from '../accounts/index.ts';
import { randomMarks, toMarks } from '../matching/testing/made-up-marks.ts';
import type { Gallery, PhotoId } from '../recognition/index.ts';
import { closeUpFixture, petFixture as pet, photoFixture as photo, templateFixture } from './enrolled-photo-fixture.ts';

/** Part of the contract of the Gallery port: close-ups of noses. */
export function describeNoses(gallery: () => Gallery, [ada, shelter]: readonly [TenantId, TenantId]): void {
  const mia = pet('mia');
  const first = closeUpFixture('n1', mia);
  const second = closeUpFixture('n2', mia, { takenAt: '2026-01-02T03:04:05' });

  it('keeps close-ups as they are, apart from the photos of the face', async () => {
    await gallery().addPet(mia, [photo('p1', mia), second]);
    expect(await gallery().addPhotos(mia.id, [first])).toBe(true);
    expect(await gallery().noseCloseUps(mia.id)).toEqual([first, second]);
    expect((await gallery().findPet(mia.id))?.photos.map(({ id }) => id)).toEqual(['p1']);
    expect(await gallery().findPhoto(first.id)).toBeNull();
    expect(await gallery().findPhotosBySha256(first.sha256)).toEqual([first]);
    expect(await gallery().noseCloseUps(pet('tom').id)).toEqual([]);
  });

  it('counts them among the photos, and leaves them out of searches and of the work of re-embedding', async () => {
    await gallery().addPet(mia, [photo('p1', mia), first, second]);
    const { model, pipeline, vector } = templateFixture('p1');
    const query = { vector, model, pipeline, species: mia.species, limit: 9 };
    expect(await gallery().search(query)).toMatchObject({ searched: 1, hits: [{ photoId: 'p1' }] });
    expect((await gallery().listPets({ limit: 9 })).map(({ photoCount }) => photoCount)).toEqual([3]);
    expect(await gallery().countPhotosNotMadeBy({ model: 'newer', pipeline })).toBe(1);
    expect(await gallery().findPhotoCopies({ method: 'fake-1', hash: '00ff00ff00ff00ff', screen: 0 }, 3)).toEqual([]);
  });

  it('gives their files away with the pet, marks too', async () => {
    await gallery().addPet(mia, [photo('p1', mia), first]);
    await gallery().keepMarks(first.id, toMarks(randomMarks(60, 1), 'marks-1'));
    expect((await gallery().marksOf([first.id], 'marks-1')).get(first.id)?.count).toBe(60);
    expect(await gallery().blobKeys()).toEqual(new Set(['photos/p1.jpg', 'photos/n1.jpg']));
    expect([...((await gallery().removePet(mia.id)) ?? [])].sort()).toEqual(['photos/n1.jpg', 'photos/p1.jpg']);
    expect(await gallery().noseCloseUps(mia.id)).toEqual([]);
    expect(await gallery().marksOf([first.id], 'marks-1')).toEqual(new Map());
  });

  it('hands them over to another pet', async () => {
    const tom = pet('tom');
    await gallery().addPet(mia, [photo('p1', mia), first]);
    await gallery().addPet(tom, [photo('p2', tom)]);
    await gallery().movePhotos([first.id], tom.id);
    expect([await gallery().noseCloseUps(mia.id), await gallery().noseCloseUps(tom.id)]).toEqual([[], [{ ...first, petId: tom.id }]]);
  });

  it('shows them to those who see the pet, and to nobody else', async () => {
    await gallery()
      .visibleTo([ada])
      .addPet(mia, [photo('p1', mia), first]);
    expect(await gallery().visibleTo([ada]).noseCloseUps(mia.id)).toHaveLength(1);
    expect(await gallery().visibleTo([shelter]).noseCloseUps(mia.id)).toEqual([]);
    expect(await gallery().visibleTo([shelter]).addPhotos(mia.id, [second])).toBe(false);
    await gallery()
      .visibleTo([shelter])
      .keepMarks(first.id, toMarks(randomMarks(60, 1), 'marks-1'));
    expect(await gallery().marksOf(['n1' as PhotoId], 'marks-1')).toEqual(new Map());
  });
}
