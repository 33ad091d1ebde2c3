import { countBelow, thresholdAtFmr } from './error-rates.ts';
import { type Estimate, estimate } from './estimate.ts';
import { FMR_TARGETS, type RateAtFmr } from './evaluation.ts';
import type { SplitScores } from './split-scores.ts';

/** `resampled`: the FNMR at each of FMR_TARGETS, one list per resample. `independent`: individuals behind the mated comparisons. */
export function ratesAtFmr(scores: SplitScores, resampled: ReadonlyArray<readonly number[]>, independent: number): RateAtFmr[] {
  return FMR_TARGETS.map((fmr, index) => {
    if (scores.nonMated.length * fmr < 1 - 1e-9) return { fmr, threshold: null, fnmr: null, tar: null };
    const threshold = thresholdAtFmr(scores.nonMated, fmr);
    const value = countBelow(scores.mated, threshold) / scores.mated.length;
    const fnmr = estimate(
      value,
      resampled.map((rates) => rates[index] ?? Number.NaN),
      independent,
    );
    return { fmr, threshold, fnmr, tar: complement(fnmr) };
  });
}

function complement(rate: Estimate): Estimate {
  return { value: 1 - rate.value, low: 1 - rate.high, high: 1 - rate.low };
}
