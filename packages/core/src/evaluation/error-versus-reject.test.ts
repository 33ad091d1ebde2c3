import fc from 'fast-check';
import { expect, test } from 'vitest';
import { errorVersusReject } from './error-versus-reject.ts';
import { groupByIndividual } from './labelled-photo.ts';
import { compareAll } from './pair-scores.ts';
import { binCentre, binOf, binPairs } from './score-bins.ts';
import { arbitraryPhotos, labelledPhotos } from './testing/labelled-photos.ts';
import { naiveEer, naiveFnmr, naiveScores } from './testing/naive-evaluation.ts';

test('agrees with throwing the worst photos away and starting anew', () => {
  fc.assert(
    fc.property(arbitraryPhotos, fc.constantFrom(0, 0.1, 0.3), (photos, share) => {
      const group = groupByIndividual(photos);
      const threshold = binCentre(binOf(0.5)) - 1 / 32768;
      const [point] = errorVersusReject(group, binPairs(compareAll(group)), { threshold, shares: [share] });
      const kept = group.photos
        .toSorted((a, b) => a.quality - b.quality)
        .slice(Math.floor(photos.length * share))
        .toSorted((a, b) => group.photos.indexOf(a) - group.photos.indexOf(b));
      const exact = naiveScores(kept);
      const binned = (scores: readonly number[]) => scores.map((score) => binCentre(binOf(score)));
      const naive = { mated: binned(exact.mated), nonMated: binned(exact.nonMated) };
      expect(point?.photos).toBe(kept.length);
      expect(point?.mated).toBe(naive.mated.length);
      if (naive.mated.length === 0 || naive.nonMated.length === 0) return;
      expect(point?.eer).toBeCloseTo(naiveEer(naive), 9);
      expect(point?.fnmr).toBeCloseTo(naiveFnmr(naive, threshold), 9);
    }),
    { numRuns: 60 },
  );
});

test('errors fall when quality predicts them', () => {
  const group = groupByIndividual(labelledPhotos({ seed: 5, photosEach: Array.from({ length: 40 }, () => 6), dimensions: 16, noise: 1 }));
  const points = errorVersusReject(group, binPairs(compareAll(group)), { threshold: 0.6, shares: [0, 0.1, 0.2, 0.3] });
  const rates = points.map((point) => point.fnmr);
  expect(rates).toEqual(rates.toSorted((a, b) => b - a));
});
