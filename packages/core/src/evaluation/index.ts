export { type CalibrateResult, calibrate } from './calibrate.ts';
export type { OperatingPoint } from './error-rates.ts';
export type { RejectPoint } from './error-versus-reject.ts';
export type { Estimate } from './estimate.ts';
export { type EvaluateProblem, type EvaluateResult, evaluate } from './evaluate.ts';
export { DETECTION_DEFAULTS, type DetectionEvaluation, type DetectionOptions, evaluateDetection } from './evaluate-detection.ts';
export {
  EVALUATE_DEFAULTS,
  type EvaluateOptions,
  type Evaluation,
  FMR_TARGETS,
  type NamedConfusion,
  type RateAtFmr,
} from './evaluation.ts';
export type { LabelledPhoto } from './labelled-photo.ts';
export type { DetectedPhoto, LabelledHead } from './match-heads.ts';
export type { ScoreHistogram } from './score-histogram.ts';
