import { falseMatchRateAt, logOddsSame, probabilitySame, thresholdForFmr } from './calibration.ts';
import type { Candidate, Decision, DecisionBasis, ReviewReason, Use } from './decision.ts';
import type { GalleryHit, SearchResult } from './gallery.port.ts';
import type { SpeciesCalibration } from './recogniser.port.ts';

/**
 * Targets for a whole search, per use: of searches for an animal that is not enrolled, at most this share may name one as a
 * `match` (FPIR, ISO/IEC 19795-1) or ask a person to look (`review`). A claim pays money: strict. A lost pet's list is looked through by people: generous.
 */
export const FPIR_TARGETS: Readonly<Record<Use, { readonly match: number; readonly review: number }>> = {
  claim: { match: 1e-4, review: 1e-2 },
  identify: { match: 1e-3, review: 5e-2 },
  'lost-pet': { match: 1e-2, review: 5e-1 },
};

/** Below this quality (0 to 100) a photo is too poor to decide on without a person. */
export const POOR_QUALITY = 25;

/** Runner-up within this (natural log-odds, 10 : 1): the match carries a look-alike warning. */
const LOOK_ALIKE_LOG_ODDS = Math.log(10);
/** Runner-up within this (3 : 1): the photo does not tell the two apart, a person must. */
const INDISTINCT_LOG_ODDS = Math.log(3);

export interface DecideInput {
  readonly found: SearchResult;
  readonly use: Use;
  readonly calibration: SpeciesCalibration;
  /** Id of the embedder. */
  readonly model: string;
  /** Quality score of the probe, 0 to 100 (of several photos: the best). */
  readonly quality: number;
  /** How many candidates the decision lists. */
  readonly limit: number;
}

/**
 * Open-set decision. Searching N pets gives N chances of a false match, FPIR ~ N * FMR, so the FMR per comparison is the target
 * divided by N. Where that is rarer than the calibration has measured, the answer is at best `review`.
 */
export function decide(input: DecideInput): Decision {
  const { found, use, calibration } = input;
  const comparisons = Math.max(found.searched, 1);
  const target = FPIR_TARGETS[use];
  const match = thresholdForFmr(calibration, target.match / comparisons);
  const review = thresholdForFmr(calibration, target.review / comparisons);
  const basis: DecisionBasis = {
    use,
    searched: found.searched,
    target: target.match,
    fmr: match.fmr,
    beyondMeasurement: match.beyondMeasurement,
    model: input.model,
  };
  const candidates = found.hits.slice(0, input.limit).map((hit) => toCandidate(hit, calibration));
  const [bestHit, secondHit] = found.hits;
  const [best] = candidates;
  if (bestHit === undefined || best === undefined) return { kind: 'unknown', candidates, basis, why: ['empty-gallery'] };
  if (bestHit.similarity < review.threshold) return { kind: 'unknown', candidates, basis, why: ['below-threshold'] };

  const lead = secondHit
    ? logOddsSame(calibration, bestHit.similarity) - logOddsSame(calibration, secondHit.similarity)
    : Number.POSITIVE_INFINITY;
  const rivals = secondHit !== undefined && secondHit.similarity >= review.threshold;
  const why: ReviewReason[] = [];
  if (bestHit.similarity < match.threshold) why.push('between-thresholds');
  else if (match.beyondMeasurement) why.push('beyond-measurement');
  if (rivals && lead < INDISTINCT_LOG_ODDS) why.push('look-alike');
  if (input.quality < POOR_QUALITY) why.push('poor-photo');
  if (why.length > 0) return { kind: 'review', candidates, basis, why };
  const lookAlike = secondHit && rivals && lead < LOOK_ALIKE_LOG_ODDS ? toCandidate(secondHit, calibration) : null;
  return { kind: 'match', best, lookAlike, candidates, basis };
}

function toCandidate(hit: GalleryHit, calibration: SpeciesCalibration): Candidate {
  return {
    pet: hit.pet,
    photoId: hit.photoId,
    probability: probabilitySame(calibration, hit.similarity),
    falseMatch: falseMatchRateAt(calibration, hit.similarity),
  };
}
