import { falseMatchRateAt, probabilitySame, thresholdForFmr } from '../recognition/calibration.ts';
import { FPIR_TARGETS, POOR_QUALITY } from '../recognition/decide.ts';
import type { FalseMatchRate, ReviewReason, Use } from '../recognition/decision.ts';
import type { AnalysedHead } from '../recognition/photo-analysis.ts';
import type { SpeciesCalibration } from '../recognition/recogniser.port.ts';
import { templateSimilarity } from '../recognition/templates.ts';

/** What two faces say about being one animal's: as a decision on one enrolled photo would. */
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
  const similarity = templateSimilarity(a.template, b.template);
  const seen = { probability: probabilitySame(calibration, similarity), falseMatch: falseMatchRateAt(calibration, similarity) };
  const match = thresholdForFmr(calibration, FPIR_TARGETS[use].match);
  const review = thresholdForFmr(calibration, FPIR_TARGETS[use].review);
  if (similarity < review.threshold) return { kind: 'unknown', ...seen, why: [] };
  const why: ReviewReason[] = [];
  if (similarity < match.threshold) why.push('between-thresholds');
  else if (match.beyondMeasurement) why.push('beyond-measurement');
  if (Math.min(a.quality.score, b.quality.score) < POOR_QUALITY) why.push('poor-photo');
  return { kind: why.length > 0 ? 'review' : 'match', ...seen, why };
}
