import { type CoatEvidence, type FusionCalibration, fusedScore } from '../matching/fusion.ts';
import { type CalibrateResult, calibrateScores } from './calibrate.ts';
import { balancedLoss, fitBalancedLogistic } from './logistic-fit.ts';
import type { SplitScores } from './split-scores.ts';

/** Two photos by face and coat: the similarity of the faces, -1 to 1, and what the coats say. */
export interface FusionPair {
  readonly similarity: number;
  readonly coat: CoatEvidence;
}

export interface FusionPairs {
  readonly mated: readonly FusionPair[];
  readonly nonMated: readonly FusionPair[];
}

export interface FusionData {
  readonly embedder: string;
  /** The curve over the strength of coats. */
  readonly coat: FusionCalibration['coat'];
  readonly counts: { readonly individuals: number; readonly photos: number };
  /** One sentence that names the photos, kept beside the numbers. */
  readonly data: string;
}

export type FitFusionResult =
  | { readonly kind: 'calibrated'; readonly calibration: FusionCalibration }
  | Exclude<CalibrateResult, { kind: 'calibrated' }>;

/** Weights of the coat's log-odds beside the face's that are tried: 0 leaves the face alone, 1 holds the two for independent. */
const WEIGHTS = Array.from({ length: 31 }, (_, i) => i / 20);

/**
 * The weight at which P(same) fits the pairs best (least cross entropy, equal priors), and the calibration of the score that it gives. It is never
 * negative: a coat that agrees does not speak against a face.
 */
export function fitFusion(pairs: FusionPairs, { embedder, coat, counts, data }: FusionData): FitFusionResult {
  const faces = scores(pairs, ({ similarity }) => similarity);
  // Similarity is turned into log-odds by this slope: divided by it, log-odds of the coat become similarity.
  const { slope } = fitBalancedLogistic(faces);
  let best = { weight: 0, loss: Number.POSITIVE_INFINITY, fused: faces };
  for (const share of slope > 0 ? WEIGHTS : [0]) {
    const weight = share === 0 ? 0 : share / slope;
    const fused = scores(pairs, ({ similarity, coat: evidence }) => fusedScore(similarity, evidence, { coat, weight }));
    const loss = balancedLoss(fused, fitBalancedLogistic(fused));
    if (loss < best.loss) best = { weight, loss, fused };
  }
  const result = calibrateScores(best.fused, counts, data);
  if (result.kind !== 'calibrated') return result;
  return { kind: 'calibrated', calibration: { embedder, coat, weight: best.weight, ...result.calibration } };
}

function scores({ mated, nonMated }: FusionPairs, of: (pair: FusionPair) => number): SplitScores {
  return { mated: Float32Array.from(mated, of).sort(), nonMated: Float32Array.from(nonMated, of).sort() };
}
