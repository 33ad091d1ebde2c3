import type { Pet, PhotoId } from './gallery.port.ts';

/** What a decision is for: a claim is strict, a lost-pet list generous. FMR targets are looked up per use in decide.ts. */
export const USES = ['claim', 'identify', 'lost-pet'] as const;
export type Use = (typeof USES)[number];

/**
 * How often two different animals of the species look at least as alike, per comparison. `measured`: read off the calibration;
 * `at-most`: beyond the rarest measured event, `rate` is its bound; `at-least`: below the commonest measured operating point.
 */
export interface FalseMatchRate {
  readonly rate: number;
  readonly bound: 'measured' | 'at-most' | 'at-least';
}

export interface Candidate {
  readonly pet: Pet;
  /** The pet's photo that looks most like the probe. */
  readonly photoId: PhotoId;
  /** Calibrated P(same animal), 0 to 1, equal priors. */
  readonly probability: number;
  readonly falseMatch: FalseMatchRate;
}

/** What a decision rests on: kept as evidence. */
export interface DecisionBasis {
  readonly use: Use;
  /** Pets of the species compared with. */
  readonly searched: number;
  /** Target for the whole search: share of searches for an animal not enrolled that may name one (FPIR). */
  readonly target: number;
  /** FMR per comparison at the match threshold. */
  readonly fmr: number;
  /** The calibration was measured on too few comparisons for this target: no decision is better than `review`. */
  readonly beyondMeasurement: boolean;
  /** Id of the embedder whose calibration was used. */
  readonly model: string;
}

interface Ranked {
  /** Best first, one per pet. */
  readonly candidates: readonly Candidate[];
  readonly basis: DecisionBasis;
}

/**
 * Open set: `match` above the use's FMR threshold (corrected for the number of pets searched), `review` in the band in which a
 * person must look, `unknown` below. `lookAlike`: the runner-up is so close that the animal may be the other one.
 */
export type Decision =
  | (Ranked & { readonly kind: 'match'; readonly best: Candidate; readonly lookAlike: Candidate | null })
  | (Ranked & { readonly kind: 'review'; readonly why: readonly ReviewReason[] })
  | (Ranked & { readonly kind: 'unknown'; readonly why: readonly UnknownReason[] });

/** `marks-doubt`: the faces are enough for a match, and the marks of the coats speak against it. */
export type ReviewReason = 'between-thresholds' | 'beyond-measurement' | 'look-alike' | 'poor-photo' | 'marks-doubt';
export type UnknownReason = 'empty-gallery' | 'below-threshold';
