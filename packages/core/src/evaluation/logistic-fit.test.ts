import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitBalancedLogistic } from './logistic-fit.ts';
import { BINS } from './score-bins.ts';

const repeat = (value: number, times: number) => Array.from({ length: times }, () => value);

test('worked by hand: with two score values the curve goes through the balanced shares', () => {
  // At 0.5: 80 % of mated, 10 % of non-mated: odds 8 to 1. At 0: 20 % and 90 %: odds 2 to 9. Smoothing moves both by under 1e-3.
  const mated = Float32Array.from([...repeat(0.5, 80_000), ...repeat(0, 20_000)]);
  const nonMated = Float32Array.from([...repeat(0.5, 40_000), ...repeat(0, 360_000)]);
  const { slope, intercept } = fitBalancedLogistic({ mated, nonMated });
  expect(intercept).toBeCloseTo(Math.log(2 / 9), 2);
  expect(slope * 0.5 + intercept).toBeCloseTo(Math.log(8), 2);
});

test('the number of non-mated scores does not move the curve: priors are equal', () => {
  const mated = Float32Array.from([...repeat(0.6, 700), ...repeat(0.2, 300)]);
  const few = Float32Array.from([...repeat(0.6, 200), ...repeat(0.2, 800)]);
  const many = Float32Array.from([...repeat(0.6, 20_000), ...repeat(0.2, 80_000)]);
  const a = fitBalancedLogistic({ mated, nonMated: few });
  const b = fitBalancedLogistic({ mated, nonMated: many });
  expect(b.slope).toBeCloseTo(a.slope, 1);
  expect(b.intercept).toBeCloseTo(a.intercept, 1);
});

test('sides that do not overlap still give a finite slope', () => {
  const curve = fitBalancedLogistic({ mated: Float32Array.of(0.8, 0.9), nonMated: Float32Array.of(0.1, 0.2) });
  expect(curve.slope).toBeGreaterThan(0);
  expect(Number.isFinite(curve.slope)).toBe(true);
});

test('no other curve nearby is likelier', () => {
  const score = fc.double({ min: -1, max: 1, noNaN: true });
  const side = fc.array(score, { minLength: 2, maxLength: 30 });
  fc.assert(
    fc.property(side, side, (mated, nonMated) => {
      const scores = { mated: Float32Array.from(mated), nonMated: Float32Array.from(nonMated) };
      const best = fitBalancedLogistic(scores);
      const loss = (slope: number, intercept: number) => {
        const one = (values: Float32Array, target: number) =>
          values.reduce((sum, value) => {
            // Scores are taken at the middle of their bins.
            const s = (Math.floor(((value + 1) * BINS) / 2) + 0.5) * (2 / BINS) - 1;
            const p = 1 / (1 + Math.exp(-(slope * s + intercept)));
            return sum - target * Math.log(p) - (1 - target) * Math.log(1 - p);
          }, 0) /
          (2 * values.length);
        return one(scores.mated, (mated.length + 1) / (mated.length + 2)) + one(scores.nonMated, 1 / (nonMated.length + 2));
      };
      const found = loss(best.slope, best.intercept);
      for (const [slope, intercept] of [
        [0.01, 0],
        [-0.01, 0],
        [0, 0.01],
        [0, -0.01],
      ] as const) {
        expect(loss(best.slope + slope, best.intercept + intercept)).toBeGreaterThanOrEqual(found - 1e-7);
      }
    }),
  );
});
