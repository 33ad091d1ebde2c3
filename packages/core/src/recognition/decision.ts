import type { Pet, PhotoId } from './gallery.port.ts';

/** What a decision is for: a claim is strict, a lost-pet list generous. FMR targets are looked up per use in decide.ts. */
export const USES = ['claim', 'identify', 'lost-pet'] as const;
export type Use = (typeof USES)[number];

export interface Candidate {
  readonly pet: Pet;
  readonly photoId: PhotoId;
  /** Calibrated P(same animal), 0 to 1. */
  readonly probability: number;
}

/**
 * Open set: `match` above the use's FMR threshold (corrected for the number of pets searched), `review` in the band in which a
 * person must look, `unknown` below. `lookAlike`: the runner-up is so close that the animal may be the other one.
 */
export type Decision =
  | { readonly kind: 'match'; readonly best: Candidate; readonly candidates: readonly Candidate[]; readonly lookAlike: Candidate | null }
  | { readonly kind: 'review'; readonly candidates: readonly Candidate[]; readonly why: readonly ReviewReason[] }
  | { readonly kind: 'unknown'; readonly candidates: readonly Candidate[]; readonly why: readonly UnknownReason[] };

export type ReviewReason = 'between-thresholds' | 'look-alike' | 'poor-photo';
export type UnknownReason = 'empty-gallery' | 'below-threshold';
