import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupByIndividual } from './labelled-photo.ts';
import { compareAll } from './pair-scores.ts';
import { photoToPooled, pooledToPooled, poolPhotos } from './pooled-similarity.ts';
import { labelledPhotos } from './testing/labelled-photos.ts';
import { cosine } from './testing/naive-evaluation.ts';

test('pooling by similarities alone is pooling the vectors', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const group = groupByIndividual(labelledPhotos({ seed, photosEach: [4, 4], dimensions: 12, noise: 0.8 }));
      const pairs = compareAll(group);
      const mean = (photos: readonly number[]) => {
        const sum = Array.from({ length: 12 }, (_, k) => photos.reduce((total, photo) => total + (group.photos[photo]?.vector[k] ?? 0), 0));
        const length = Math.hypot(...sum);
        return sum.map((value) => value / length);
      };
      const a = poolPhotos(pairs, 0, [0, 1, 2]);
      const b = poolPhotos(pairs, 1, [4, 6, 7]);
      expect(pooledToPooled(pairs, a, b)).toBeCloseTo(cosine(mean([0, 1, 2]), mean([4, 6, 7])), 5);
      expect(photoToPooled(pairs, 5, b)).toBeCloseTo(cosine(group.photos[5]?.vector ?? [], mean([4, 6, 7])), 5);
    }),
  );
});
