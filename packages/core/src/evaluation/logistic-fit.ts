import { BINS, binCentre, binOf } from './score-bins.ts';
import type { SplitScores } from './split-scores.ts';

/** P(same | s) = 1 / (1 + exp(-(slope * s + intercept))). */
export interface LogisticCurve {
  readonly slope: number;
  readonly intercept: number;
}

interface Observation {
  readonly score: number;
  readonly target: number;
  readonly weight: number;
}

const MAX_STEPS = 100;
/** Relative change of the loss below which the fit has arrived. */
const TOLERANCE = 1e-10;

/**
 * Maximum likelihood with both sides weighing one half (equal priors, whatever the number of pairs), by Newton's method with
 * halved steps, and Platt's smoothed targets (Platt 1999; Lin, Lin, Weng 2007), which keep the slope finite when the sides do
 * not overlap. Scores are taken at the middle of bins 6e-5 wide: 26 million pairs fit as fast as a thousand.
 */
export function fitBalancedLogistic(scores: SplitScores): LogisticCurve {
  const observations = [
    ...observe(scores.mated, (scores.mated.length + 1) / (scores.mated.length + 2)),
    ...observe(scores.nonMated, 1 / (scores.nonMated.length + 2)),
  ];
  let curve: LogisticCurve = { slope: 0, intercept: 0 };
  let loss = lossOf(observations, curve);
  for (let step = 0; step < MAX_STEPS; step++) {
    const direction = newtonDirection(observations, curve);
    let size = 1;
    let next = move(curve, direction, size);
    let nextLoss = lossOf(observations, next);
    while (nextLoss > loss && size > 1e-10) {
      size /= 2;
      next = move(curve, direction, size);
      nextLoss = lossOf(observations, next);
    }
    const gain = loss - nextLoss;
    if (gain > 0) {
      curve = next;
      loss = nextLoss;
    }
    if (gain <= TOLERANCE * loss) return curve;
  }
  return curve;
}

/** Cross entropy of a curve on the scores, both sides weighing one half: what the fit makes as small as it can. */
export function balancedLoss(scores: SplitScores, curve: LogisticCurve): number {
  return lossOf([...observe(scores.mated, 1), ...observe(scores.nonMated, 0)], curve);
}

function observe(scores: Float32Array, target: number): Observation[] {
  const counts = new Uint32Array(BINS);
  for (const score of scores) {
    const bin = binOf(score);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const observations: Observation[] = [];
  for (const [bin, count] of counts.entries()) {
    if (count > 0) observations.push({ score: binCentre(bin), target, weight: count / (2 * scores.length) });
  }
  return observations;
}

/** Weighted cross entropy, written so that no exponential overflows. */
function lossOf(observations: readonly Observation[], curve: LogisticCurve): number {
  let loss = 0;
  for (const { score, target, weight } of observations) {
    const logit = curve.slope * score + curve.intercept;
    loss += weight * (Math.log1p(Math.exp(-Math.abs(logit))) + Math.max(logit, 0) - target * logit);
  }
  return loss;
}

function newtonDirection(observations: readonly Observation[], curve: LogisticCurve): LogisticCurve {
  // The ridge keeps the 2 x 2 system solvable when the curve is flat everywhere.
  let h11 = 1e-12;
  let h22 = 1e-12;
  let h12 = 0;
  let g1 = 0;
  let g2 = 0;
  for (const { score, target, weight } of observations) {
    const p = 1 / (1 + Math.exp(-(curve.slope * score + curve.intercept)));
    const bend = weight * p * (1 - p);
    const slip = weight * (p - target);
    h11 += bend * score * score;
    h12 += bend * score;
    h22 += bend;
    g1 += slip * score;
    g2 += slip;
  }
  const determinant = h11 * h22 - h12 * h12;
  return { slope: -(h22 * g1 - h12 * g2) / determinant, intercept: -(h11 * g2 - h12 * g1) / determinant };
}

function move(curve: LogisticCurve, direction: LogisticCurve, size: number): LogisticCurve {
  return { slope: curve.slope + size * direction.slope, intercept: curve.intercept + size * direction.intercept };
}
