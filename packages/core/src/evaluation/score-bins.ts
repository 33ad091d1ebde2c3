import { crossing } from './error-rates.ts';
import type { Grouping } from './labelled-photo.ts';
import { type PairScores, rowOffset } from './pair-scores.ts';

/** Bins over similarities of -1 to 1: 6.1e-5 wide, far below what a resample moves a threshold by. */
export const BINS = 32768;

/** Weighted counts of scores per bin, lowest scores first. */
export interface BinnedScores {
  readonly mated: Float64Array;
  readonly nonMated: Float64Array;
}

export function binOf(score: number): number {
  const bin = ((score + 1) * (BINS / 2)) | 0;
  return bin < 0 ? 0 : bin >= BINS ? BINS - 1 : bin;
}

/** The score in the middle of a bin. */
export function binCentre(bin: number): number {
  return ((bin + 0.5) * 2) / BINS - 1;
}

export function binPairs(pairs: PairScores): Uint16Array {
  const bins = new Uint16Array(pairs.scores.length);
  for (let index = 0; index < bins.length; index++) bins[index] = binOf(pairs.scores[index] ?? 0);
  return bins;
}

/**
 * Counts with a whole-number weight per sample, equal within an individual: as often as a bootstrap drew it, or 0 for what is left
 * out. A mated pair counts as often as its individual was drawn, a non-mated pair as often as both were.
 */
export function countWeighted(group: Grouping, bins: Uint16Array, weights: Int32Array): BinnedScores {
  const mated = new Int32Array(BINS);
  const nonMated = new Int32Array(BINS);
  const drawn = Int32Array.from(weights.keys().filter((sample) => weights[sample] !== 0));
  for (let i = 0; i < drawn.length; i++) {
    const sample = drawn[i] ?? 0;
    const weight = weights[sample] ?? 0;
    const offset = rowOffset(weights.length, sample);
    const ownEnd = group.starts[(group.individualOf[sample] ?? 0) + 1] ?? 0;
    let j = i + 1;
    for (; j < drawn.length && (drawn[j] ?? 0) < ownEnd; j++) {
      const bin = bins[offset + (drawn[j] ?? 0)] ?? 0;
      mated[bin] = (mated[bin] ?? 0) + weight;
    }
    for (; j < drawn.length; j++) {
      const other = drawn[j] ?? 0;
      const bin = bins[offset + other] ?? 0;
      nonMated[bin] = (nonMated[bin] ?? 0) + weight * (weights[other] ?? 0);
    }
  }
  return { mated: Float64Array.from(mated), nonMated: Float64Array.from(nonMated) };
}

/** Weights per individual to weights per sample. */
export function sampleWeights(group: Grouping, weights: Int32Array): Int32Array {
  return group.individualOf.map((individual) => weights[individual] ?? 0);
}

/** Rates of binned scores, all from one walk down the bins. NaN where one side is empty or an FMR cannot be held. */
export interface BinnedRates {
  readonly eer: number;
  readonly auc: number;
  /** In the order of the FMR targets asked for. */
  readonly fnmr: readonly number[];
}

export function binnedRates(counts: BinnedScores, fmrTargets: readonly number[]): BinnedRates {
  const matedTotal = sum(counts.mated);
  const nonMatedTotal = sum(counts.nonMated);
  const fnmr = fmrTargets.map(() => 1);
  let eer = Number.NaN;
  let wins = 0;
  let passedMated = 0;
  let passedNonMated = 0;
  let before = { fmr: 0, fnmr: 1 };
  for (let bin = BINS - 1; bin >= 0; bin--) {
    const mated = counts.mated[bin] ?? 0;
    const nonMated = counts.nonMated[bin] ?? 0;
    if (mated === 0 && nonMated === 0) continue;
    wins += nonMated * (passedMated + mated / 2);
    passedMated += mated;
    passedNonMated += nonMated;
    const after = { fmr: passedNonMated / nonMatedTotal, fnmr: 1 - passedMated / matedTotal };
    for (let k = 0; k < fmrTargets.length; k++) if (after.fmr <= (fmrTargets[k] ?? 0) + 1e-12) fnmr[k] = after.fnmr;
    if (Number.isNaN(eer) && after.fmr >= after.fnmr) eer = crossing(before, after);
    before = after;
  }
  const empty = matedTotal === 0 || nonMatedTotal === 0;
  return empty
    ? { eer: Number.NaN, auc: Number.NaN, fnmr: fmrTargets.map(() => Number.NaN) }
    : { eer, auc: wins / (matedTotal * nonMatedTotal), fnmr };
}

function sum(counts: Float64Array): number {
  let total = 0;
  for (const count of counts) total += count;
  return total;
}
