import { expect, it } from 'vitest';
import type { TenantId } from '../accounts/index.ts';
import { randomMarks, toMarks } from '../matching/testing/made-up-marks.ts';
import type { Gallery, PhotoId } from '../recognition/index.ts';
import { petFixture as pet, photoFixture as photo } from './enrolled-photo-fixture.ts';

const P1 = 'p1' as PhotoId;
const P2 = 'p2' as PhotoId;

/** Part of the contract of the Gallery port: the marks of stored photos. Vectors are kept nearly as they were, so that counts are compared. */
export function describeMarks(gallery: () => Gallery, [ada, shelter]: readonly [TenantId, TenantId]): void {
  const first = toMarks(randomMarks(70, 1), 'marks-1');
  const second = toMarks(randomMarks(80, 2), 'marks-2');

  const addMia = async () => {
    const mia = pet('mia');
    await gallery()
      .visibleTo([ada])
      .addPet(mia, [photo('p1', mia), photo('p2', mia)]);
    return mia;
  };
  const counts = async (model: string, seen = gallery()) =>
    new Map([...(await seen.marksOf([P1, P2], model))].map(([id, marks]) => [id, marks.count]));

  it('keeps the marks of a photo, and gives those of the network that is asked for', async () => {
    await addMia();
    expect(await counts('marks-1')).toEqual(new Map());
    await gallery().keepMarks(P1, first);
    const kept = (await gallery().marksOf([P1], 'marks-1')).get(P1);
    expect(kept).toMatchObject({ model: 'marks-1', side: 320, dimensions: 64, count: 70 });
    expect(kept?.inCrop[5]).toBeCloseTo(first.inCrop[5] ?? 0, 1);
    expect(await counts('marks-2')).toEqual(new Map());
    expect(await gallery().marksOf([], 'marks-1')).toEqual(new Map());
  });

  it('replaces the marks of a former network', async () => {
    await addMia();
    await gallery().keepMarks(P1, first);
    await gallery().keepMarks(P1, second);
    expect(await counts('marks-1')).toEqual(new Map());
    expect(await counts('marks-2')).toEqual(new Map([['p1', 80]]));
  });

  it('forgets marks when the head is found anew, and when the photo goes', async () => {
    const mia = await addMia();
    await gallery().keepMarks(P1, first);
    await gallery().keepMarks(P2, first);
    await gallery().replaceTemplate(photo('p1', mia));
    expect(await counts('marks-1')).toEqual(new Map([['p2', 70]]));
    await gallery().removePet(mia.id);
    await addMia();
    expect(await counts('marks-1')).toEqual(new Map());
  });

  it('keeps nothing for photos that are gone or of other tenants, and shows those of others to nobody', async () => {
    await addMia();
    await gallery().keepMarks('gone' as PhotoId, first);
    expect(await gallery().marksOf(['gone' as PhotoId], 'marks-1')).toEqual(new Map());
    await gallery().visibleTo([shelter]).keepMarks(P1, first);
    expect(await counts('marks-1')).toEqual(new Map());
    await gallery().visibleTo([ada]).keepMarks(P1, first);
    expect(await counts('marks-1', gallery().visibleTo([ada]))).toEqual(new Map([['p1', 70]]));
    expect(await counts('marks-1', gallery().visibleTo([shelter]))).toEqual(new Map());
  });
}
