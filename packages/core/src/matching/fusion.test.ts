import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Agreement } from './agreement.ts';
import { coatEvidence, fusedScore } from './fusion.ts';
import { randomMarks, toMarks } from './testing/made-up-marks.ts';

const rule = { coat: { slope: 30, intercept: -2 }, weight: 0.05 };
const most = 1 + rule.weight * Math.log(1000);
const marks = (count: number) => toMarks(randomMarks(count, count));
const agreement: Agreement = { pairs: Array.from({ length: 40 }, (_, i) => ({ a: i, b: i })), of: 200, coverage: 0.5, residual: 0.004 };
const unit = fc.double({ min: 0, max: 1, noNaN: true });
const similarity = fc.double({ min: -1, max: 1, noNaN: true });

describe('coatEvidence', () => {
  it('is not trusted where a photo has few marks or no quality, wholly where both are good, and in between by the worse photo', () => {
    const trust = (counts: readonly [number, number], qualities: readonly [number, number]) =>
      coatEvidence(agreement, [marks(counts[0]), marks(counts[1])], qualities).trust;
    expect([trust([60, 300], [90, 90]), trust([300, 300], [0, 90])]).toEqual([0, 0]);
    expect([trust([200, 300], [60, 90]), trust([512, 512], [100, 100])]).toEqual([1, 1]);
    expect(trust([130, 300], [90, 90])).toBeCloseTo(0.5);
    expect(trust([130, 300], [90, 30])).toBeCloseTo(0.25);
  });
});

describe('fusedScore', () => {
  it('orders faces by their similarity where the coat is not trusted, and is that similarity where the coat has no weight', () => {
    fc.assert(
      fc.property(similarity, unit, unit, (face, strength, trust) => {
        expect(fusedScore(face, { strength, trust: 0 }, rule)).toBeCloseTo(face / most, 12);
        expect(fusedScore(face, { strength, trust }, { ...rule, weight: 0 })).toBeCloseTo(face, 12);
      }),
    );
  });

  it('grows with the strength and with the similarity, and stays between -1 and 1', () => {
    fc.assert(
      fc.property(similarity, similarity, unit, unit, unit, (face, other, strength, another, trust) => {
        const score = fusedScore(face, { strength, trust }, rule);
        expect(Math.abs(score)).toBeLessThanOrEqual(1 + 1e-12);
        if (another >= strength) expect(fusedScore(face, { strength: another, trust }, rule)).toBeGreaterThanOrEqual(score);
        if (other >= face) expect(fusedScore(other, { strength, trust }, rule)).toBeGreaterThanOrEqual(score);
      }),
    );
  });

  it('never moves a face by more than odds of 1,000 : 1', () => {
    fc.assert(
      fc.property(similarity, unit, unit, (face, strength, trust) => {
        const moved = most * fusedScore(face, { strength, trust }, rule) - face;
        expect(Math.abs(moved)).toBeLessThanOrEqual(rule.weight * Math.log(1000) + 1e-12);
      }),
    );
  });
});
