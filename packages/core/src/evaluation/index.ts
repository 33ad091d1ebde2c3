export { type CalibrateResult, calibrate, calibrateScores } from './calibrate.ts';
export { type ChosenPair, choosePairs } from './choose-pairs.ts';
export type { OperatingPoint } from './error-rates.ts';
export type { RejectPoint } from './error-versus-reject.ts';
export type { Estimate } from './estimate.ts';
export { type EvaluateProblem, type EvaluateResult, evaluate } from './evaluate.ts';
export { DETECTION_DEFAULTS, type DetectionEvaluation, type DetectionOptions, evaluateDetection } from './evaluate-detection.ts';
export { evaluateFusion, type FusionEvaluation, type FusionResult, type TriplyScoredPair } from './evaluate-fusion.ts';
export { evaluatePairs, type PairsEvaluation, type PairsResult, type ScoredPair } from './evaluate-pairs.ts';
export {
  EVALUATE_DEFAULTS,
  type EvaluateOptions,
  type Evaluation,
  FMR_TARGETS,
  type NamedConfusion,
  type RateAtFmr,
} from './evaluation.ts';
export { type FusionPair, type FusionPairs, fitFusion } from './fit-fusion.ts';
export { groupByIndividual, type LabelledPhoto } from './labelled-photo.ts';
export type { DetectedPhoto, LabelledHead } from './match-heads.ts';
export type { ScoreHistogram } from './score-histogram.ts';
export type { SplitScores } from './split-scores.ts';
