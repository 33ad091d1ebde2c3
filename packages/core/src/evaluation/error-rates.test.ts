import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areaUnderCurve, detCurve, equalErrorRate, nextFloat32, ratesAt, thresholdAtFmr } from './error-rates.ts';
import { groupByIndividual } from './labelled-photo.ts';
import { compareAll } from './pair-scores.ts';
import { splitScores } from './split-scores.ts';
import { arbitraryPhotos } from './testing/labelled-photos.ts';
import { naiveAuc, naiveEer, naiveFmr, naiveFnmr, naiveScores } from './testing/naive-evaluation.ts';

/** Sorted scores of 32 bits. */
const scoresOf = (mated: number[], nonMated: number[]) => ({
  mated: Float32Array.from(mated).sort(),
  nonMated: Float32Array.from(nonMated).sort(),
});

describe('worked by hand', () => {
  // Mated 0.9 0.8 0.4, non-mated 0.7 0.5 0.3 0.1. Going down: at 0.8 FMR 0, FNMR 1/3; at 0.7 1/4, 1/3; at 0.5 2/4, 1/3.
  // Between the last two FNMR stays 1/3, so the diagonal is crossed at 1/3. Pairs won: 4 + 4 + 2 of 12.
  const scores = scoresOf([0.9, 0.8, 0.4], [0.7, 0.5, 0.3, 0.1]);

  test('the equal error rate is where the ROC crosses the diagonal', () => {
    expect(equalErrorRate(scores)).toBeCloseTo(1 / 3, 12);
  });
  test('the area is the share of pairs in which the mated score is higher', () => {
    expect(areaUnderCurve(scores)).toBeCloseTo(10 / 12, 12);
  });
  test('a tie counts half in the area and lies on a slanted line in the ROC', () => {
    // One tie of all: the ROC is the diagonal itself.
    const tied = scoresOf([0.5, 0.5], [0.5, 0.5, 0.5]);
    expect(areaUnderCurve(tied)).toBe(0.5);
    expect(equalErrorRate(tied)).toBe(0.5);
  });
  test('sides that do not overlap have no errors', () => {
    const apart = scoresOf([0.9, 0.8], [0.1, 0.2]);
    expect(equalErrorRate(apart)).toBe(0);
    expect(areaUnderCurve(apart)).toBe(1);
  });
  test('sides that are swapped are all errors', () => {
    expect(equalErrorRate(scoresOf([0.1], [0.9]))).toBe(1);
    expect(areaUnderCurve(scoresOf([0.1], [0.9]))).toBe(0);
  });
  test('the threshold at an FMR lies just above the first non-mated score that may not pass', () => {
    const threshold = thresholdAtFmr(scores.nonMated, 0.25);
    expect(threshold).toBe(nextFloat32(0.5));
    expect(ratesAt(scores, threshold)).toEqual({ threshold, fmr: 0.25, fnmr: 1 / 3 });
  });
  test('no evaluation of the other side is made up: an empty side has no equal error rate', () => {
    expect(equalErrorRate(scoresOf([], [0.1]))).toBeNaN();
  });
});

describe('agrees with the definitions', () => {
  const sides = fc.record({
    mated: fc.array(fc.integer({ min: -8, max: 8 }), { minLength: 1, maxLength: 40 }),
    nonMated: fc.array(fc.integer({ min: -8, max: 8 }), { minLength: 1, maxLength: 40 }),
  });

  test('equal error rate and area, with many ties', () => {
    fc.assert(
      fc.property(sides, ({ mated, nonMated }) => {
        const naive = { mated: mated.map((v) => v / 8), nonMated: nonMated.map((v) => v / 8) };
        const fast = scoresOf(naive.mated, naive.nonMated);
        expect(equalErrorRate(fast)).toBeCloseTo(naiveEer(naive), 12);
        expect(areaUnderCurve(fast)).toBeCloseTo(naiveAuc(naive), 12);
      }),
    );
  });

  test('the threshold at an FMR holds it, and no lower score would', () => {
    fc.assert(
      fc.property(sides, fc.constantFrom(0.5, 0.1, 0.01), ({ mated, nonMated }, fmr) => {
        const scores = scoresOf(
          mated.map((v) => v / 8),
          nonMated.map((v) => v / 8),
        );
        const threshold = thresholdAtFmr(scores.nonMated, fmr);
        const naive = { mated: [...scores.mated], nonMated: [...scores.nonMated] };
        expect(naiveFmr(naive, threshold)).toBeLessThanOrEqual(fmr);
        const lower = scores.nonMated.findLast((score) => score < threshold);
        if (lower !== undefined) expect(naiveFmr(naive, lower)).toBeGreaterThan(fmr);
        expect(ratesAt(scores, threshold).fnmr).toBeCloseTo(naiveFnmr(naive, threshold), 12);
      }),
    );
  });

  test('every pair of photos is compared once, on the right side', () => {
    fc.assert(
      fc.property(arbitraryPhotos, (photos) => {
        const group = groupByIndividual(photos);
        const fast = splitScores(group, compareAll(group));
        const naive = naiveScores(photos);
        expect(fast.mated.length).toBe(naive.mated.length);
        expect(fast.nonMated.length).toBe(naive.nonMated.length);
        for (const [index, score] of naive.mated.entries()) expect(fast.mated[index]).toBeCloseTo(score, 6);
        for (const [index, score] of naive.nonMated.entries()) expect(fast.nonMated[index]).toBeCloseTo(score, 6);
      }),
    );
  });

  test('the DET curve falls: less false matches never cost fewer false non-matches', () => {
    fc.assert(
      fc.property(arbitraryPhotos, (photos) => {
        const group = groupByIndividual(photos);
        const curve = detCurve(splitScores(group, compareAll(group)), 50);
        for (const [index, point] of curve.entries()) {
          const before = curve[index - 1];
          if (before === undefined) continue;
          expect(point.fmr).toBeLessThan(before.fmr);
          expect(point.fnmr).toBeGreaterThanOrEqual(before.fnmr);
        }
      }),
    );
  });
});
