export { type Agreement, agreementOf, type MatchingRule } from './agreement.ts';
export { describeNose, type NoseFinding } from './check-nose.ts';
export type { CoatFinding } from './compare-coats.ts';
export {
  type ComparedSide,
  type ComparePhotos,
  type ComparePhotosResult,
  type Comparison,
  comparePhotos,
  ruleFor,
} from './compare-photos.ts';
export { describeCoat } from './describe-coat.ts';
export { describeComparison } from './describe-comparison.ts';
export { evidenceSvg, type PicturedSide } from './evidence-svg.ts';
export { explainFace, FACE_CELLS, FACE_HEAT_IN_WORDS, type FaceHeat } from './explain-face.ts';
export type { MarksFinding } from './findings-of.ts';
export { type CoatEvidence, coatEvidence, type FusionCalibration, fusedScore } from './fusion.ts';
export { heatOf } from './heat-of.ts';
export type { FaceJudgement } from './judge-face.ts';
export type { MarksJudgement } from './judge-marks.ts';
export { type Look, type LookDeps, type LookedAtPhoto, lookAtPhoto } from './look-at-photo.ts';
export * from './mark-finder.port.ts';
export type { MarkPair, Marks } from './marks.ts';
export { MODALITIES, type Modality } from './modality.ts';
export { noseOfCloseUp } from './nose-in.ts';
export { adviceForNose, type FoundNose, NOSE_REASONS, type NoseQuality, type NoseReason, type NoseRegion } from './nose-region.ts';
export { packMarks, unpackMarks } from './pack-marks.ts';
export { squaresAroundNose } from './squares-around-nose.ts';
export { strengthOf } from './strength.ts';
export type { Verdict } from './verdict.ts';
