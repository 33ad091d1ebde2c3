import { beforeEach, describe, expect, it } from 'vitest';
import { describeNose } from '../matching/index.ts';
import { createFakeMarkFinder } from '../testing/fake-mark-finder.ts';
import { fakePhoto } from '../testing/fake-recogniser.ts';
import { closeUpOf, createInMemoryDeps, createPhotographer } from '../testing/in-memory-deps.ts';
import { addPhotos } from './add-photos.ts';
import { describeDecision } from './describe-decision.ts';
import { enrolPet } from './enrol-pet.ts';
import type { Box } from './photo-analysis.ts';
import type { PhotoFile } from './photo-file.ts';
import type { Recogniser } from './recogniser.port.ts';
import { showEvidence } from './show-evidence.ts';
import { verify } from './verify.ts';

let deps: ReturnType<typeof createInMemoryDeps>;
let photo: ReturnType<typeof createPhotographer>;
beforeEach(() => {
  deps = createInMemoryDeps();
  photo = createPhotographer();
});

const nose = (view: number, quality = 80) => closeUpOf({ animal: 'Mia', view, quality });

async function enrol(...photos: readonly PhotoFile[]) {
  const result = await enrolPet(deps, { name: 'Mia', photos });
  if (result.kind !== 'enrolled') throw new Error(`Not enrolled: ${JSON.stringify(result)}`);
  return result;
}

async function verified(petId: Parameters<typeof verify>[1]['petId'], ...photos: readonly PhotoFile[]) {
  const result = await verify(deps, { petId, photos, use: 'claim' });
  if (result.kind !== 'verified') throw new Error('The photos were rejected.');
  return result;
}

describe('close-ups of the nose', () => {
  it('are kept with a pet beside the photos of its face, file and all', async () => {
    const { pet, photos, noses, skipped } = await enrol(photo('Mia'), nose(1), photo('Mia'));
    expect([photos.length, noses.length, skipped]).toEqual([2, 1, []]);
    expect(await deps.gallery.noseCloseUps(pet.id)).toEqual(noses);
    expect(noses[0]).toMatchObject({ foundBy: 'fake-noses-1', nose: { quality: { score: 80 } } });
    expect(await deps.photos.get(noses[0]?.blobKey ?? '')).toEqual(nose(1).bytes);
  });

  it('are not enough by themselves: whose nose it is, only a face can tell', async () => {
    expect(await enrolPet(deps, { name: 'Mia', photos: [nose(1)] })).toMatchObject({
      kind: 'rejected',
      problems: [{ kind: 'no-head', photo: 'nose-of-Mia-1.jpg', message: expect.stringContaining('Add a photo that shows the face') }],
    });
    const { pet } = await enrol(photo('Mia'));
    expect(await verify(deps, { petId: pet.id, photos: [nose(1)], use: 'claim' })).toMatchObject({
      kind: 'rejected',
      problems: [{ kind: 'no-head' }],
    });
  });

  it('are named when no nose is to be seen in them, and are faces when they show one', async () => {
    const nothing: PhotoFile = { ...photo(), view: 'nose' };
    const face: PhotoFile = { ...photo('Mia'), view: 'nose' };
    const { photos, noses, skipped } = await enrol(photo('Mia'), nothing, face);
    expect([photos.length, noses.length]).toEqual([2, 0]);
    expect(skipped).toMatchObject([{ kind: 'no-nose', photo: nothing.name, message: expect.stringContaining('both nostrils') }]);
  });

  it('are found in the middle, too, when what is taken for a head is none, and their evidence shows the same place', async () => {
    const real = deps.markFinder;
    // The head that is seen lies left of where the nose is.
    const atTheHead = ([, , right]: Box) => right < 400;
    const find: typeof real.find = async (bytes, region, options) =>
      region.kind === 'nose' && region.near.some((square) => atTheHead(square)) ? { kind: 'no-nose' } : real.find(bytes, region, options);
    const analyse: Recogniser['analyse'] = async (bytes, options) => {
      const result = await deps.recogniser.analyse(bytes, options);
      if (result.kind === 'rejected') return result;
      const heads = result.photo.heads.map((head) => ({ ...head, landmarks: { ...head.landmarks, nose: [175, 200] as const } }));
      return { kind: 'analysed', photo: { ...result.photo, heads } };
    };
    const nearNothing = { ...deps, markFinder: { ...real, find }, recogniser: { ...deps.recogniser, analyse } };
    const taken: PhotoFile = {
      name: 'so-near.jpg',
      bytes: fakePhoto({ heads: [{ animal: 'no head at all' }], nose: { animal: 'Mia' } }),
      view: 'nose',
    };
    const result = await enrolPet(nearNothing, { name: 'Mia', photos: [photo('Mia'), nose(1), taken] });
    if (result.kind !== 'enrolled') throw new Error(`Not enrolled: ${JSON.stringify(result)}`);
    expect([result.photos.length, result.noses.length, result.skipped]).toEqual([1, 2, []]);
    const again = { ...taken, bytes: fakePhoto({ heads: [{ animal: 'no head at all' }], nose: { animal: 'Mia', view: 5 } }) };
    const asked = { petId: result.pet.id, photos: [photo('Mia'), again], use: 'claim', of: 'nose', encode: null } as const;
    expect(await showEvidence(nearNothing, asked)).toMatchObject({ kind: 'shown', of: 'nose', finding: { photo: again.name } });
  });

  it('can be added later, once each', async () => {
    const { pet } = await enrol(photo('Mia'));
    expect(await addPhotos(deps, { petId: pet.id, photos: [nose(1)] })).toMatchObject({ kind: 'added', photos: [], noses: [{}] });
    const again = await addPhotos(deps, { petId: pet.id, photos: [nose(1), nose(2)] });
    expect(again).toMatchObject({ kind: 'added', noses: [{}], skipped: [{ kind: 'same-file' }] });
    expect(await deps.gallery.noseCloseUps(pet.id)).toHaveLength(2);
  });

  it('tell another pet that has the very same file', async () => {
    const { pet } = await enrol(photo('Mia'), nose(1));
    const offered = [photo('Tom'), nose(1)];
    expect(await enrolPet(deps, { name: 'Tom', photos: offered })).toMatchObject({
      kind: 'possible-duplicate',
      pets: [{ why: 'same-file', pet: { id: pet.id }, photo: 'nose-of-Mia-1.jpg' }],
    });
    const tom = await enrolPet(deps, { name: 'Tom', photos: [photo('Tom')] });
    if (tom.kind !== 'enrolled') throw new Error('Tom was not enrolled.');
    expect(await addPhotos(deps, { petId: tom.pet.id, photos: [nose(1)] })).toMatchObject({
      kind: 'rejected',
      problems: [{ kind: 'file-of-another-pet', pet: { id: pet.id } }],
    });
  });

  it('support a face that matches, in words that say how little is known of real noses', async () => {
    const { pet } = await enrol(photo('Mia'), nose(1), nose(2));
    const { decision, nose: finding } = await verified(pet.id, photo('Mia'), nose(3));
    expect(decision.kind).toBe('match');
    expect(finding).toMatchObject({ says: 'supports', compared: 2, judgement: { why: 'drawn-only' } });
    const words = finding === null ? [] : describeNose(finding).join(' ');
    expect(words).toMatch(/marks of the nose agree.*supports.*on drawn noses only.*never decide alone.*best of 2 stored close-ups/);
  });

  it('call a person when they speak against a face that matches, and refuse nobody', async () => {
    const { pet } = await enrol(photo('Mia'), nose(1));
    const { decision, nose: finding } = await verified(pet.id, photo('Mia'), closeUpOf({ animal: 'Tom', view: 1 }));
    expect(finding?.says).toBe('doubts');
    expect(decision).toMatchObject({ kind: 'review', why: ['marks-doubt'] });
    expect(describeDecision(decision, 'cat').join(' ')).toContain('person');
  });

  it.each([
    ['offered', 80, 30],
    ['stored', 30, 80],
  ])('raise no doubt when the one that is %s is poor', async (_, stored, offered) => {
    const { pet } = await enrol(photo('Mia'), nose(1, stored));
    const { decision, nose: finding } = await verified(pet.id, photo('Mia'), closeUpOf({ animal: 'Tom', view: 1, quality: offered }));
    expect([decision.kind, finding?.says]).toEqual(['match', 'silent']);
  });

  it('lift no face that does not match', async () => {
    const { pet } = await enrol(photo('Mia'), nose(1));
    const { decision, nose: finding } = await verified(pet.id, photo('Tom'), nose(2));
    expect([decision.kind, finding?.says]).toEqual(['unknown', 'supports']);
  });

  it('have their marks found once and kept, and again by a newer network', async () => {
    const { pet, noses } = await enrol(photo('Mia'), nose(1));
    const ids = noses.map(({ id }) => id);
    const kept = async () => [...(await deps.gallery.marksOf(ids, deps.markFinder.model.id)).keys()];
    expect(await kept()).toEqual([]);
    await verified(pet.id, photo('Mia'), nose(2));
    expect(await kept()).toEqual(ids);
    deps = { ...deps, markFinder: createFakeMarkFinder(2) };
    expect((await verified(pet.id, photo('Mia'), nose(3))).nose?.says).toBe('supports');
    expect(await kept()).toEqual(ids);
  });

  it('are left out when their file is gone, and say nothing where none is stored or none is sent', async () => {
    const { pet, noses } = await enrol(photo('Mia'), nose(1));
    expect((await verified(pet.id, photo('Mia'))).nose).toBeNull();
    await deps.photos.delete(noses[0]?.blobKey ?? '');
    expect((await verified(pet.id, photo('Mia'), nose(2))).nose).toBeNull();
    const other = await enrolPet(deps, { name: 'Tom', photos: [photo('Tom')] });
    if (other.kind === 'enrolled') expect((await verified(other.pet.id, photo('Tom'), nose(3))).nose).toBeNull();
  });
});
