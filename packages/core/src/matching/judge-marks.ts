import { falseMatchRateAt, probabilitySame, thresholdForFmr } from '../recognition/calibration.ts';
import { FPIR_TARGETS } from '../recognition/decide.ts';
import type { FalseMatchRate, Use } from '../recognition/decision.ts';
import type { Agreement } from './agreement.ts';
import { FEW_MARKS } from './fusion.ts';
import type { MarksCalibration } from './mark-finder.port.ts';
import type { Marks } from './marks.ts';
import { strengthOf } from './strength.ts';

/**
 * What agreeing marks say. `match`: the same animal, at the strictness of the use. `supports`, `doubts`: evidence for or against it, for a
 * person or beside another modality. `silent`: hardly anything.
 */
export interface MarksJudgement {
  readonly kind: 'match' | 'supports' | 'doubts' | 'silent';
  readonly agreement: Agreement;
  /** Calibrated P(same animal), 0 to 1, equal priors. */
  readonly probability: number;
  readonly falseMatch: FalseMatchRate;
  /** Where probability and rate were measured. */
  readonly calibration: MarksCalibration;
  /** `drawn-only`: would be a match if it had been measured on real animals. `few-marks`: too few to miss an agreement. */
  readonly why: 'drawn-only' | 'few-marks' | null;
}

/** Odds of 10 : 1 either way are evidence ... */
const EVIDENCE = 10 / 11;
/** ... and for the same animal it must also be rare among different ones. */
const SUPPORT_FMR = 1e-2;

/**
 * Weighs an agreement. A calibration that was measured on drawings alone never gives a `match`: how real noses differ has not been seen.
 * One against one: the false match rate that a use tolerates in a search is tolerated for the one comparison.
 */
export function judgeMarks(
  { agreement, marks }: { readonly agreement: Agreement; readonly marks: readonly [Marks, Marks] },
  calibration: MarksCalibration,
  use: Use,
): MarksJudgement {
  const strength = strengthOf(agreement);
  const probability = probabilitySame(calibration, strength);
  const seen = { agreement, probability, falseMatch: falseMatchRateAt(calibration, strength), calibration };
  const match = thresholdForFmr(calibration, FPIR_TARGETS[use].match);
  if (strength >= match.threshold && !match.beyondMeasurement && agreement.pairs.length > 0) {
    return calibration.measuredOn === 'photos' ? { kind: 'match', ...seen, why: null } : { kind: 'supports', ...seen, why: 'drawn-only' };
  }
  const isRare = strength >= thresholdForFmr(calibration, SUPPORT_FMR).threshold;
  if (probability >= EVIDENCE && isRare) return { kind: 'supports', ...seen, why: null };
  if (marks.some(({ count }) => count < FEW_MARKS)) return { kind: 'silent', ...seen, why: 'few-marks' };
  return { kind: probability <= 1 - EVIDENCE ? 'doubts' : 'silent', ...seen, why: null };
}
