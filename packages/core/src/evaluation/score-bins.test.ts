import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupByIndividual, type LabelledPhoto } from './labelled-photo.ts';
import { compareAll } from './pair-scores.ts';
import { BINS, binCentre, binnedRates, binOf, binPairs, countWeighted, sampleWeights } from './score-bins.ts';
import { resampleWeights, seededRandom } from './seeded-random.ts';
import { arbitraryPhotos } from './testing/labelled-photos.ts';
import { cosine, type NaiveScores, naiveAuc, naiveEer, naiveFmr, naiveFnmr } from './testing/naive-evaluation.ts';

test('every similarity falls into the bin around it, the ends included', () => {
  fc.assert(
    fc.property(fc.double({ min: -1, max: 1, noNaN: true }), (score) => {
      expect(Math.abs(binCentre(binOf(score)) - score)).toBeLessThanOrEqual(1.01 / BINS);
    }),
  );
  expect(binOf(1.0000001)).toBe(BINS - 1);
  expect(binOf(-1.0000001)).toBe(0);
});

test('a resample is counted as if every drawn individual stood there as often as it was drawn', () => {
  fc.assert(
    fc.property(arbitraryPhotos, fc.integer(), (photos, seed) => {
      const group = groupByIndividual(photos);
      const weights = resampleWeights(group.individuals.length, seededRandom(seed));
      const counts = countWeighted(group, binPairs(compareAll(group)), sampleWeights(group, weights));

      const naive = resampledScores(group.photos, (individual) => weights[group.individuals.indexOf(individual)] ?? 0);
      expect(counts.mated.reduce((a, b) => a + b)).toBe(naive.mated.length);
      expect(counts.nonMated.reduce((a, b) => a + b)).toBe(naive.nonMated.length);

      const rates = binnedRates(counts, [0.1]);
      if (naive.mated.length === 0 || naive.nonMated.length === 0) {
        expect(rates.eer).toBeNaN();
        return;
      }
      expect(rates.eer).toBeCloseTo(naiveEer(naive), 9);
      expect(rates.auc).toBeCloseTo(naiveAuc(naive), 9);
      const thresholds = [2, ...new Set([...naive.mated, ...naive.nonMated])].filter((t) => naiveFmr(naive, t) <= 0.1);
      expect(rates.fnmr[0]).toBeCloseTo(naiveFnmr(naive, Math.min(...thresholds)), 9);
    }),
    { numRuns: 60 },
  );
});

/** Copies of one individual are the same animal: no comparison between them. */
function resampledScores(photos: readonly LabelledPhoto[], drawn: (individual: string) => number): NaiveScores {
  const mated: number[] = [];
  const nonMated: number[] = [];
  for (const [index, a] of photos.entries()) {
    for (const b of photos.slice(index + 1)) {
      const score = binCentre(binOf(cosine(a.vector, b.vector)));
      const same = a.individual === b.individual;
      const copies = same ? drawn(a.individual) : drawn(a.individual) * drawn(b.individual);
      for (let copy = 0; copy < copies; copy++) (same ? mated : nonMated).push(score);
    }
  }
  return { mated, nonMated };
}
