import type { SplitScores } from './split-scores.ts';

/** Rates per comparison of ISO/IEC 19795-1: two photos are called the same when their similarity is >= threshold. */
export interface OperatingPoint {
  readonly threshold: number;
  /** False match rate, 0 to 1. */
  readonly fmr: number;
  /** False non-match rate, 0 to 1. TAR = 1 - FNMR. */
  readonly fnmr: number;
}

/** Number of sorted values that are < threshold. */
export function countBelow(sorted: Float32Array, threshold: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < threshold) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function ratesAt(scores: SplitScores, threshold: number): OperatingPoint {
  return {
    threshold,
    fmr: 1 - countBelow(scores.nonMated, threshold) / scores.nonMated.length,
    fnmr: countBelow(scores.mated, threshold) / scores.mated.length,
  };
}

/** The lowest threshold at which no more than `fmr` of the non-mated scores pass: just above the first score that may not. */
export function thresholdAtFmr(nonMated: Float32Array, fmr: number): number {
  // The nudge keeps 1000 * 0.001 = 1 from becoming 0 allowed matches by rounding.
  const allowed = Math.floor(nonMated.length * fmr + 1e-9);
  const barred = nonMated[nonMated.length - 1 - allowed];
  return barred === undefined ? -1 : nextFloat32(barred);
}

/**
 * Equal error rate: where the straight line between two neighbouring operating points crosses FMR = FNMR (what linear
 * interpolation of the ROC gives). NaN without mated or without non-mated scores.
 */
export function equalErrorRate(scores: SplitScores): number {
  const { mated, nonMated } = scores;
  if (mated.length === 0 || nonMated.length === 0) return Number.NaN;
  let matedLeft = mated.length;
  let nonMatedLeft = nonMated.length;
  let before = { fmr: 0, fnmr: 1 };
  for (;;) {
    const threshold = Math.max(mated[matedLeft - 1] ?? -Infinity, nonMated[nonMatedLeft - 1] ?? -Infinity);
    while (matedLeft > 0 && (mated[matedLeft - 1] ?? 0) >= threshold) matedLeft--;
    while (nonMatedLeft > 0 && (nonMated[nonMatedLeft - 1] ?? 0) >= threshold) nonMatedLeft--;
    const after = { fmr: 1 - nonMatedLeft / nonMated.length, fnmr: matedLeft / mated.length };
    if (after.fmr >= after.fnmr) return crossing(before, after);
    before = after;
  }
}

interface Rates {
  readonly fmr: number;
  readonly fnmr: number;
}

/** `before` has FMR < FNMR, `after` has FMR >= FNMR. */
export function crossing(before: Rates, after: Rates): number {
  const gapBefore = before.fnmr - before.fmr;
  const gapAfter = after.fmr - after.fnmr;
  return before.fmr + ((after.fmr - before.fmr) * gapBefore) / (gapBefore + gapAfter);
}

/** Area under the ROC: P(a mated score is higher than a non-mated one), ties count half (Mann-Whitney U). */
export function areaUnderCurve(scores: SplitScores): number {
  const { mated, nonMated } = scores;
  let below = 0;
  let notAbove = 0;
  let wins = 0;
  for (const score of mated) {
    while (below < nonMated.length && (nonMated[below] ?? 0) < score) below++;
    if (notAbove < below) notAbove = below;
    while (notAbove < nonMated.length && (nonMated[notAbove] ?? 0) <= score) notAbove++;
    wins += (below + notAbove) / 2;
  }
  return wins / (mated.length * nonMated.length);
}

/** Points of the DET curve, FMR from 1 down to the smallest rate the data can show (one comparison), even on a log scale. */
export function detCurve(scores: SplitScores, points: number): OperatingPoint[] {
  const decades = Math.log10(scores.nonMated.length);
  const curve: OperatingPoint[] = [];
  for (let index = 0; index < points; index++) {
    const fmr = 10 ** ((-decades * index) / (points - 1));
    const point = ratesAt(scores, thresholdAtFmr(scores.nonMated, fmr));
    if (point.fmr > 0 && point.fmr !== curve.at(-1)?.fmr) curve.push(point);
  }
  return curve;
}

/** The next number of 32 bits above a finite one. */
export function nextFloat32(value: number): number {
  const floats = new Float32Array([value]);
  const bits = new Int32Array(floats.buffer);
  const current = bits[0] ?? 0;
  if (floats[0] === 0) bits[0] = 1;
  else bits[0] = current >= 0 ? current + 1 : current - 1;
  return floats[0] ?? Number.NaN;
}
