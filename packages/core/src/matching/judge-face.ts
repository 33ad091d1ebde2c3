import { falseMatchRateAt, probabilitySame, thresholdForFmr } from '../recognition/calibration.ts';
import { FPIR_TARGETS, POOR_QUALITY } from '../recognition/decide.ts';
import type { FalseMatchRate, ReviewReason, Use } from '../recognition/decision.ts';
import type { AnalysedHead } from '../recognition/photo-analysis.ts';
import type { SpeciesCalibration } from '../recognition/recogniser.port.ts';
import { templateSimilarity } from '../recognition/templates.ts';
import { type CoatEvidence, type FusionCalibration, fusedScore } from './fusion.ts';

/** What two faces, or faces and coats weighed together, say about being one animal's: as a decision on one enrolled photo would. */
export interface FaceJudgement {
  readonly kind: 'match' | 'review' | 'unknown';
  readonly probability: number;
  readonly falseMatch: FalseMatchRate;
  readonly why: readonly ReviewReason[];
}

/** @throws DomainError `templates-not-comparable`. */
export function judgeFace(
  a: AnalysedHead,
  b: AnalysedHead,
  { calibration, use }: { readonly calibration: SpeciesCalibration; readonly use: Use },
): FaceJudgement {
  return judgeScore(templateSimilarity(a.template, b.template), { calibration, use, qualities: [a.quality.score, b.quality.score] });
}

export interface JudgeFused {
  readonly coat: CoatEvidence;
  readonly calibration: FusionCalibration;
  readonly use: Use;
}

/** The same with the coats weighed in. Null where they say nothing: the face stands alone. @throws DomainError `templates-not-comparable`. */
export function judgeFused(a: AnalysedHead, b: AnalysedHead, { coat, calibration, use }: JudgeFused): FaceJudgement | null {
  if (coat.trust === 0) return null;
  const score = fusedScore(templateSimilarity(a.template, b.template), coat, calibration);
  return judgeScore(score, { calibration, use, qualities: [a.quality.score, b.quality.score] });
}

interface Judging {
  readonly calibration: SpeciesCalibration;
  readonly use: Use;
  readonly qualities: readonly [number, number];
}

function judgeScore(score: number, { calibration, use, qualities }: Judging): FaceJudgement {
  const seen = { probability: probabilitySame(calibration, score), falseMatch: falseMatchRateAt(calibration, score) };
  const match = thresholdForFmr(calibration, FPIR_TARGETS[use].match);
  const review = thresholdForFmr(calibration, FPIR_TARGETS[use].review);
  if (score < review.threshold) return { kind: 'unknown', ...seen, why: [] };
  const why: ReviewReason[] = [];
  if (score < match.threshold) why.push('between-thresholds');
  else if (match.beyondMeasurement) why.push('beyond-measurement');
  if (Math.min(...qualities) < POOR_QUALITY) why.push('poor-photo');
  return { kind: why.length > 0 ? 'review' : 'match', ...seen, why };
}
