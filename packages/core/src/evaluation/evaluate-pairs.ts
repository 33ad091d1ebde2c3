import { areaUnderCurve, equalErrorRate } from './error-rates.ts';
import { type Estimate, estimate } from './estimate.ts';
import { FMR_TARGETS, type RateAtFmr } from './evaluation.ts';
import { ratesAtFmr } from './rates-at-fmr.ts';
import { BINS, type BinnedScores, binnedRates, binOf } from './score-bins.ts';
import { resampleWeights, seededRandom } from './seeded-random.ts';
import type { SplitScores } from './split-scores.ts';

/** Two photos that were compared, by name. */
export interface ScoredPair {
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
  /** -1 to 1; higher is more alike. */
  readonly score: number;
  /** Whose the photos are, where that is known. Absent: photos that pairs join as the same are one individual. */
  readonly individuals?: readonly [string, string];
}

/** Figures of a list of pairs. All rates are 0 to 1. */
export interface PairsEvaluation {
  readonly counts: { readonly photos: number; readonly individuals: number; readonly mated: number; readonly nonMated: number };
  readonly eer: Estimate;
  readonly auc: Estimate;
  readonly atFmr: readonly RateAtFmr[];
  readonly bounds: { readonly method: 'bootstrap over individuals'; readonly resamples: number; readonly seed: number };
}

/** `contradiction`: pairs that are said to be the same make two photos one animal that another pair calls different; `index` is that pair's. */
export type PairsResult =
  | { readonly kind: 'evaluated'; readonly evaluation: PairsEvaluation }
  | { readonly kind: 'too-little-data'; readonly mated: number; readonly nonMated: number }
  | { readonly kind: 'contradiction'; readonly index: number };

/**
 * Error rates of pairs that somebody has chosen. Individuals are the photos that pairs join as the same: comparisons of one individual are not
 * independent, so the bounds are by bootstrap over individuals, as elsewhere.
 */
export function evaluatePairs(pairs: readonly ScoredPair[], options: ResampleOptions): PairsResult {
  const result = evaluateResampled(pairs, options);
  return result.kind === 'evaluated' ? { kind: 'evaluated', evaluation: result.evaluation } : result;
}

export interface ResampleOptions {
  readonly seed: number;
  readonly resamples: number;
}

type ResampledResult =
  | (Extract<PairsResult, { kind: 'evaluated' }> & {
      /** Of each resample, in order: the same seed draws the same individuals, whatever the scores. */
      readonly eers: readonly number[];
    })
  | Exclude<PairsResult, { kind: 'evaluated' }>;

/** As evaluatePairs, with what the bounds came from: to compare two scores of the same pairs. */
export function evaluateResampled(pairs: readonly ScoredPair[], { seed, resamples }: ResampleOptions): ResampledResult {
  const scores = split(pairs);
  if (scores.mated.length === 0 || scores.nonMated.length === 0) {
    return { kind: 'too-little-data', mated: scores.mated.length, nonMated: scores.nonMated.length };
  }
  const individualOf = joinSame(pairs);
  const contradiction = pairs.findIndex(({ a, b, same }) => !same && individualOf.get(a) === individualOf.get(b));
  if (contradiction >= 0) return { kind: 'contradiction', index: contradiction };
  const individuals = new Set(individualOf.values()).size;
  const independent = new Set(pairs.filter(({ same }) => same).map(({ a }) => individualOf.get(a))).size;
  const random = seededRandom(seed);
  const resampled = Array.from({ length: resamples }, () =>
    binnedRates(countWeighted(pairs, individualOf, resampleWeights(individuals, random)), FMR_TARGETS),
  );
  const evaluation: PairsEvaluation = {
    counts: { photos: individualOf.size, individuals, mated: scores.mated.length, nonMated: scores.nonMated.length },
    eer: estimate(
      equalErrorRate(scores),
      resampled.map(({ eer }) => eer),
      independent,
    ),
    auc: estimate(
      areaUnderCurve(scores),
      resampled.map(({ auc }) => auc),
      independent,
    ),
    atFmr: ratesAtFmr(
      scores,
      resampled.map(({ fnmr }) => fnmr),
      independent,
    ),
    bounds: { method: 'bootstrap over individuals', resamples, seed },
  };
  return { kind: 'evaluated', evaluation, eers: resampled.map(({ eer }) => eer) };
}

function split(pairs: readonly ScoredPair[]): SplitScores {
  const of = (same: boolean) => Float32Array.from(pairs.filter((pair) => pair.same === same).map(({ score }) => score)).sort();
  return { mated: of(true), nonMated: of(false) };
}

/** Photo to number of the individual, 0 on: photos of one known individual, and those that pairs join as the same, directly or through others. */
function joinSame(pairs: readonly ScoredPair[]): ReadonlyMap<string, number> {
  const parents = new Map<string, string>();
  const rootOf = (photo: string): string => {
    let root = photo;
    for (let parent = parents.get(root); parent !== undefined && parent !== root; parent = parents.get(root)) root = parent;
    parents.set(photo, root);
    return root;
  };
  const join = (one: string, other: string) => parents.set(rootOf(one), rootOf(other));
  const firstPhotos = new Map<string, string>();
  for (const { a, b, same, individuals = [] } of pairs) {
    rootOf(a);
    rootOf(b);
    if (same) join(a, b);
    for (const [index, individual] of individuals.entries()) {
      const photo = index === 0 ? a : b;
      join(photo, firstPhotos.get(individual) ?? photo);
      if (!firstPhotos.has(individual)) firstPhotos.set(individual, photo);
    }
  }
  const numbers = new Map<string, number>();
  const individualOf = new Map<string, number>();
  for (const photo of parents.keys()) {
    const root = rootOf(photo);
    const number = numbers.get(root) ?? numbers.size;
    numbers.set(root, number);
    individualOf.set(photo, number);
  }
  return individualOf;
}

/** A mated pair counts as often as its individual was drawn, a non-mated pair as often as both were. */
function countWeighted(pairs: readonly ScoredPair[], individualOf: ReadonlyMap<string, number>, weights: Int32Array): BinnedScores {
  const counts = { mated: new Float64Array(BINS), nonMated: new Float64Array(BINS) };
  for (const { a, b, same, score } of pairs) {
    const weight = weights[individualOf.get(a) ?? -1] ?? 0;
    const side = same ? counts.mated : counts.nonMated;
    const bin = binOf(score);
    side[bin] = (side[bin] ?? 0) + (same ? weight : weight * (weights[individualOf.get(b) ?? -1] ?? 0));
  }
  return counts;
}
