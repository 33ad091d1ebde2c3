import type { SpeciesCalibration } from '../recognition/recogniser.port.ts';
import type { Agreement } from './agreement.ts';
import type { Marks } from './marks.ts';
import { strengthOf } from './strength.ts';

/**
 * How a species' faces and coats are weighed together: P(same | s) and false match rates, as for templates, with s = fusedScore(...).
 * Everything that the score is made of stands here, so that a new calibration of the coat alone does not shift it.
 */
export interface FusionCalibration extends SpeciesCalibration {
  /** Id of the embedder whose similarities were weighed: those of another one are not. */
  readonly embedder: string;
  /** Natural log-odds of "same" of a coat's strength, equal priors: slope * strength + intercept. */
  readonly coat: { readonly slope: number; readonly intercept: number };
  /** What one nat of the coat's log-odds adds to the similarity of two faces; never negative. */
  readonly weight: number;
}

/** What the coats of two photos say, and how far they are to be trusted. */
export interface CoatEvidence {
  /** Of strengthOf, 0 to 1. */
  readonly strength: number;
  /** 0: they say nothing, the face stands alone; 1: full weight. */
  readonly trust: number;
}

/** With fewer marks in a crop than this (a blurred photo, a plain coat) no agreement says nothing. */
export const FEW_MARKS = 60;
/** With as many as this a coat has its full weight. */
const ENOUGH_MARKS = 200;
/** Photos of this quality (0 to 100) or better have their full weight. */
const GOOD_QUALITY = 60;
/** However many marks agree, they count for no more than 1,000 : 1 either way: one thing copied into both photos (a collar) is not proof. */
const MOST_LOG_ODDS = Math.log(1000);

/** `qualities`: of both heads, 0 to 100. */
export function coatEvidence(agreement: Agreement, marks: readonly [Marks, Marks], qualities: readonly [number, number]): CoatEvidence {
  const enough = (Math.min(marks[0].count, marks[1].count) - FEW_MARKS) / (ENOUGH_MARKS - FEW_MARKS);
  return { strength: strengthOf(agreement), trust: clamp(enough, 0, 1) * clamp(Math.min(...qualities) / GOOD_QUALITY, 0, 1) };
}

/** -1 to 1: similarity and weighed log-odds over the most that they can come to. Scores of one species and rule compare, whatever the trust. */
export function fusedScore(
  similarity: number,
  { strength, trust }: CoatEvidence,
  rule: Pick<FusionCalibration, 'coat' | 'weight'>,
): number {
  const logOdds = clamp(rule.coat.slope * strength + rule.coat.intercept, -MOST_LOG_ODDS, MOST_LOG_ODDS);
  return (similarity + rule.weight * trust * logOdds) / (1 + rule.weight * MOST_LOG_ODDS);
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
