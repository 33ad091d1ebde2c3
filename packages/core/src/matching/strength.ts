import type { Agreement } from './agreement.ts';

/** So much weight makes half of the greatest strength. */
const HALF = 30;
/** A residual of this share of the side halves the weight: 4 px of a crop of 320. */
const HALVING_RESIDUAL = 0.0125;

/**
 * One number for an agreement, 0 (none) to 1: the agreeing marks, weighed by how much of what both crops show they cover and by how exactly
 * they lie. As many marks in one corner (a shine, a collar) tell less than the same number all over, and so do marks that lie only roughly
 * (the outline that all noses have). Calibrations and thresholds are functions of it; it is shown to nobody.
 */
export function strengthOf({ pairs, coverage, residual }: Agreement): number {
  const weight = (pairs.length * Math.sqrt(coverage)) / (1 + (residual ?? 0) / HALVING_RESIDUAL);
  return weight / (weight + HALF);
}
