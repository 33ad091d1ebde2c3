import type { SpeciesCalibration } from '../recognition/recogniser.port.ts';
import { thresholdAtFmr } from './error-rates.ts';
import { groupByIndividual, type LabelledPhoto } from './labelled-photo.ts';
import { fitBalancedLogistic } from './logistic-fit.ts';
import { compareAll } from './pair-scores.ts';
import { type SplitScores, splitScores } from './split-scores.ts';

/** Operating points that decisions interpolate between. */
const FMR_POINTS = [1e-1, 1e-2, 1e-3, 1e-4, 1e-5] as const;
/** Rule of three: with fewer non-mated comparisons than 3 / FMR, even no false match at all would not show that FMR. */
const COMPARISONS_PER_FMR = 3;

export type CalibrateResult =
  | { readonly kind: 'calibrated'; readonly calibration: SpeciesCalibration }
  | { readonly kind: 'too-little-data'; readonly mated: number; readonly nonMated: number };

/** Fewer comparisons than these make a curve that says more about the photos than about the model. */
const MIN_MATED = 30;
const MIN_NON_MATED = 30;

/** `data`: one sentence that names the photos, kept beside the numbers. */
export function calibrate(photos: readonly LabelledPhoto[], data: string): CalibrateResult {
  const group = groupByIndividual(photos);
  const counts = { individuals: group.individuals.length, photos: group.photos.length };
  return calibrateScores(splitScores(group, compareAll(group)), counts, data);
}

/** The same from scores that are there already, -1 to 1, each side sorted from lowest to highest. `counts`: what they were measured on. */
export function calibrateScores(
  { mated, nonMated }: SplitScores,
  counts: { readonly individuals: number; readonly photos: number },
  data: string,
): CalibrateResult {
  if (mated.length < MIN_MATED || nonMated.length < MIN_NON_MATED) {
    return { kind: 'too-little-data', mated: mated.length, nonMated: nonMated.length };
  }
  const calibration: SpeciesCalibration = {
    ...fitBalancedLogistic({ mated, nonMated }),
    fmr: FMR_POINTS.filter((fmr) => nonMated.length * fmr >= COMPARISONS_PER_FMR).map((fmr) => ({
      fmr,
      threshold: thresholdAtFmr(nonMated, fmr),
    })),
    n: { ...counts, mated: mated.length, nonMated: nonMated.length },
    data,
  };
  return { kind: 'calibrated', calibration };
}
