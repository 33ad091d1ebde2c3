import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Template } from '../recognition/photo-analysis.ts';
import { toUnitVector } from '../recognition/photo-analysis.ts';
import { comparePet, poolTemplates, templateSimilarity } from '../recognition/templates.ts';
import { groupByIndividual } from './labelled-photo.ts';
import { compareAll } from './pair-scores.ts';
import { photoToPet, pooledToPooled, poolPhotos } from './pooled-similarity.ts';
import { labelledPhotos } from './testing/labelled-photos.ts';

test('what is evaluated is what the product does: pooled templates and the comparison with a pet', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const group = groupByIndividual(labelledPhotos({ seed, photosEach: [4, 4], dimensions: 256, noise: 0.8 }));
      const pairs = compareAll(group);
      const templates = group.photos.map(({ vector, quality }) => {
        const template: Template = { vector: toUnitVector(vector), model: 'm', pipeline: 'p' };
        return { template, quality };
      });
      const [a, b] = [
        [0, 1, 2],
        [4, 6, 7],
      ].map((photos) => ({ pooled: poolPhotos(group, 0, photos), weighed: templates.filter((_, index) => photos.includes(index)) }));
      const probe = templates[5]?.template;
      if (a === undefined || b === undefined || probe === undefined) throw new Error('Eight photos are expected.');
      const expected = templateSimilarity(poolTemplates(a.weighed), poolTemplates(b.weighed));
      expect(pooledToPooled(pairs, a.pooled, b.pooled)).toBeCloseTo(expected, 5);
      expect(photoToPet(pairs, 5, b.pooled)).toBeCloseTo(comparePet(probe, b.weighed).similarity, 5);
    }),
    { numRuns: 30 },
  );
});
