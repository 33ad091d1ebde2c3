import type { EnrolledPhoto, NoseCloseUp, Pet, PetId, PhotoId, Species, Template } from '../recognition/index.ts';
import { direction, fakeModels } from './fake-recogniser.ts';

export function petFixture(id: string, fields: { readonly name?: string; readonly species?: Species } = {}): Pet {
  return { id: id as PetId, name: fields.name ?? `Pet ${id}`, species: fields.species ?? 'cat', enrolledAt: '2026-01-02T03:04:05.678Z' };
}

/** A template in a direction of its own, made by the given version of the fake recogniser. */
export function templateFixture(words: string, version = 1): Template {
  const { embedder, pipeline } = fakeModels(version);
  return { vector: direction(words), model: embedder, pipeline };
}

/** A photo of `pet` whose template is in the direction of its id. */
export function photoFixture(id: string, pet: Pick<Pet, 'id'>, fields: Partial<EnrolledPhoto> = {}): EnrolledPhoto {
  return {
    id: id as PhotoId,
    petId: pet.id,
    sha256: `sha-of-${id}`,
    blobKey: `photos/${id}.jpg`,
    width: 1280,
    height: 960,
    takenAt: null,
    box: [10.5, 20.25, 210.5, 220.75],
    landmarks: { leftEye: [60.5, 80], rightEye: [150, 81.25], nose: null },
    headScore: 0.875,
    quality: { score: 72, reasons: ['move-closer', 'more-light'], model: 'fake-quality-1' },
    template: templateFixture(id),
    trace: null,
    ...fields,
  };
}

/** A close-up of the nose of `pet`. */
export function closeUpFixture(id: string, pet: Pick<Pet, 'id'>, fields: Partial<NoseCloseUp> = {}): NoseCloseUp {
  return {
    id: id as PhotoId,
    petId: pet.id,
    sha256: `sha-of-${id}`,
    blobKey: `photos/${id}.jpg`,
    width: 1280,
    height: 960,
    takenAt: null,
    nose: {
      leather: [400.5, 300, 900, 700.25],
      nostrils: [
        [520, 510.5],
        [780, 505],
      ],
      tilt: -1.5,
      presence: 0.95,
      quality: { score: 64, reasons: ['avoid-shine', 'hold-still'] },
    },
    foundBy: 'fake-noses-1',
    trace: { method: 'fake-1', hash: '00ff00ff00ff00ff', screen: 0 },
    ...fields,
  };
}
