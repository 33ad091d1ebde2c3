import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { direction } from '../testing/fake-recogniser.ts';
import { DomainError } from './domain-error.ts';
import type { Template } from './photo-analysis.ts';
import { comparePet, dotProduct, poolingShares, poolTemplates, templateSimilarity } from './templates.ts';

const template = (words: string, maker: Partial<Template> = {}): Template => ({
  vector: direction(words),
  model: 'm',
  pipeline: 'p',
  ...maker,
});
const photo = (words: string, quality = 80) => ({ template: template(words), quality });

describe('pooling', () => {
  it('of one photo is that photo', () => {
    const pooled = poolTemplates([photo('a')]);
    expect(templateSimilarity(pooled, template('a'))).toBeCloseTo(1, 5);
  });

  it('lies between the photos, nearer to the better ones', () => {
    const pooled = poolTemplates([photo('good', 90), photo('bad', 30)]);
    expect(templateSimilarity(pooled, template('good'))).toBeGreaterThan(templateSimilarity(pooled, template('bad')));
    expect(templateSimilarity(pooled, template('bad'))).toBeGreaterThan(0.1);
  });

  it('lets a useless photo count a little, and no photo for nothing', () => {
    const shares = poolingShares([photo('a', 100), photo('b', 0)]);
    expect((shares[1] ?? 0) / (shares[0] ?? 1)).toBeCloseTo(0.1);
  });

  it('has shares that give the similarity with the pooled template without making it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string(), fc.integer({ min: 0, max: 100 })), { minLength: 1, maxLength: 6 }),
        fc.string(),
        (words, probe) => {
          const photos = words.map(([word, quality]) => photo(word, quality));
          const shares = poolingShares(photos);
          const bySum = photos.reduce(
            (sum, { template: { vector } }, i) => sum + (shares[i] ?? 0) * dotProduct(vector, direction(probe)),
            0,
          );
          expect(bySum).toBeCloseTo(templateSimilarity(poolTemplates(photos), template(probe)), 4);
        },
      ),
    );
  });

  it('does not depend on the order of the photos', () => {
    const photos = [photo('a', 10), photo('b', 50), photo('c', 90)];
    expect(templateSimilarity(poolTemplates(photos), poolTemplates(photos.toReversed()))).toBeCloseTo(1, 5);
  });

  it('of nothing is refused', () => {
    expect(() => poolTemplates([])).toThrow(RangeError);
    expect(() => comparePet(template('a'), [])).toThrow(RangeError);
  });
});

describe('comparing', () => {
  it('finds the photo most like the probe, and counts it half', () => {
    const photos = [photo('a'), photo('b'), photo('c')];
    const { similarity, mostAlike } = comparePet(template('b'), photos);
    expect(mostAlike).toBe(photos[1]);
    expect(similarity).toBeCloseTo((1 + templateSimilarity(poolTemplates(photos), template('b'))) / 2, 5);
  });

  it.each([{ model: 'other' }, { pipeline: 'other' }])('refuses vectors of different makers: %j', (other) => {
    const different = { template: template('a', other), quality: 80 };
    const refusal = expect.objectContaining({ code: 'templates-not-comparable' });
    expect(() => templateSimilarity(template('a'), different.template)).toThrow(DomainError);
    expect(() => poolTemplates([photo('a'), different])).toThrow(refusal);
    expect(() => comparePet(template('a'), [different])).toThrow(refusal);
  });
});
