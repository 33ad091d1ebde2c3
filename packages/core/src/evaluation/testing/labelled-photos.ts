import fc from 'fast-check';
import type { LabelledPhoto } from '../labelled-photo.ts';
import { type Random, seededRandom } from '../seeded-random.ts';

export interface PhotoSetShape {
  readonly seed: number;
  /** Photos of each individual. */
  readonly photosEach: readonly number[];
  readonly dimensions: number;
  /** 0: photos of an individual are equal; large: individuals are lost in noise. */
  readonly noise: number;
}

/** Individuals as random directions, photos as those with noise; quality falls as noise grows. */
export function labelledPhotos({ seed, photosEach, dimensions, noise }: PhotoSetShape): LabelledPhoto[] {
  const random = seededRandom(seed);
  const direction = () => Array.from({ length: dimensions }, () => gaussian(random));
  return photosEach.flatMap((photos, individual) => {
    const centre = direction();
    return Array.from({ length: photos }, (_, photo) => {
      const own = noise * random() * 2;
      const raw = centre.map((value) => value + own * gaussian(random));
      const length = Math.hypot(...raw);
      const vector = Float32Array.from(raw, (value) => value / length);
      return { individual: `pet-${individual}`, name: `pet-${individual}/${photo}.jpg`, vector, quality: 100 / (1 + own) };
    });
  });
}

/** Small sets, in which ties and individuals with one photo are frequent. */
export const arbitraryPhotos: fc.Arbitrary<LabelledPhoto[]> = fc
  .record({
    seed: fc.integer({ min: 0, max: 2 ** 31 }),
    photosEach: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 2, maxLength: 9 }),
    dimensions: fc.constantFrom(2, 3, 8),
    noise: fc.constantFrom(0, 0.3, 1, 3),
  })
  .filter(({ photosEach }) => photosEach.some((photos) => photos >= 2))
  .map(labelledPhotos);

function gaussian(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
