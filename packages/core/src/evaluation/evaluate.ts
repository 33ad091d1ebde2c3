import { areaUnderCurve, detCurve, equalErrorRate, thresholdAtFmr } from './error-rates.ts';
import { errorVersusReject } from './error-versus-reject.ts';
import { estimate } from './estimate.ts';
import { evaluateOpenSet } from './evaluate-open-set.ts';
import { evaluateTemplates } from './evaluate-templates.ts';
import { DET_POINTS, EVALUATE_DEFAULTS, type EvaluateOptions, type Evaluation, FMR_TARGETS, type NamedConfusion } from './evaluation.ts';
import { cumulativeMatch, rankRate, searchRanks } from './identification.ts';
import { type GroupedPhotos, groupByIndividual, type LabelledPhoto, samplesOf } from './labelled-photo.ts';
import { compareAll, type PairScores } from './pair-scores.ts';
import { ratesAtFmr } from './rates-at-fmr.ts';
import { type BinnedRates, binnedRates, binPairs, countWeighted, sampleWeights } from './score-bins.ts';
import { scoreHistogram } from './score-histogram.ts';
import { resampleWeights, seededRandom } from './seeded-random.ts';
import { type SplitScores, splitScores } from './split-scores.ts';
import { type Confusion, worstConfusions } from './worst-confusions.ts';

const HISTOGRAM_BINS = 60;
const CMC_RANKS = 20;
const REJECT_SHARES = [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3] as const;
/** The operating point of the error-versus-reject curve. */
const REJECT_FMR = 1e-2;

/** What stops an evaluation before it starts. */
export type EvaluateProblem = 'fewer-than-two-individuals' | 'no-individual-with-two-photos';

export type EvaluateResult =
  | { readonly kind: 'evaluated'; readonly evaluation: Evaluation }
  | { readonly kind: 'too-little-data'; readonly problem: EvaluateProblem };

/**
 * All figures of a labelled set of photos of one species. Takes seconds and 14 bytes a pair for thousands of photos; synchronous:
 * run it where nobody waits on the event loop.
 */
export function evaluate(photos: readonly LabelledPhoto[], options: EvaluateOptions = EVALUATE_DEFAULTS): EvaluateResult {
  const group = groupByIndividual(photos);
  if (group.individuals.length < 2) return { kind: 'too-little-data', problem: 'fewer-than-two-individuals' };
  const multiPhoto = group.individuals.filter((_, individual) => samplesOf(group, individual) >= 2).length;
  if (multiPhoto === 0) return { kind: 'too-little-data', problem: 'no-individual-with-two-photos' };

  const pairs = compareAll(group);
  const scores = splitScores(group, pairs);
  const bins = binPairs(pairs);
  const random = seededRandom(options.seed);
  const resamples = Array.from({ length: options.resamples }, () => resampleWeights(group.individuals.length, random));
  const resampled = resamples.map((weights) => binnedRates(countWeighted(group, bins, sampleWeights(group, weights)), FMR_TARGETS));
  const worst = worstConfusions(group, pairs, options.confusions);
  const evaluation: Evaluation = {
    counts: {
      individuals: group.individuals.length,
      photos: group.photos.length,
      mated: scores.mated.length,
      nonMated: scores.nonMated.length,
      singlePhoto: group.individuals.length - multiPhoto,
    },
    verification: verification(scores, resampled, multiPhoto),
    identification: identification(group, pairs, resamples),
    threePhotos: evaluateTemplates(group, pairs, { seed: options.seed, resamples }),
    openSet: evaluateOpenSet(group, pairs, { seed: options.seed, resamples }),
    errorVersusReject: errorVersusReject(group, bins, {
      threshold: thresholdAtFmr(scores.nonMated, REJECT_FMR),
      shares: REJECT_SHARES,
    }),
    worst: { nonMated: named(group, worst.nonMated), mated: named(group, worst.mated) },
    bounds: { method: 'bootstrap over individuals', resamples: options.resamples, seed: options.seed },
  };
  return { kind: 'evaluated', evaluation };
}

function verification(scores: SplitScores, resampled: readonly BinnedRates[], independent: number): Evaluation['verification'] {
  return {
    eer: estimate(
      equalErrorRate(scores),
      resampled.map((rates) => rates.eer),
      independent,
    ),
    auc: estimate(
      areaUnderCurve(scores),
      resampled.map((rates) => rates.auc),
      independent,
    ),
    atFmr: ratesAtFmr(
      scores,
      resampled.map((rates) => rates.fnmr),
      independent,
    ),
    det: detCurve(scores, DET_POINTS),
    histogram: scoreHistogram(scores, HISTOGRAM_BINS),
  };
}

/** The gallery stays as it is in every resample; the searches are drawn by individual. */
function identification(group: GroupedPhotos, pairs: PairScores, resamples: readonly Int32Array[]): Evaluation['identification'] {
  const ranks = searchRanks(group, pairs);
  const independent = new Set(ranks.map(({ individual }) => individual)).size;
  const rate = (k: number) =>
    estimate(
      rankRate(ranks, k),
      resamples.map((weights) => rankRate(ranks, k, weights)),
      independent,
    );
  return {
    searches: ranks.length,
    gallery: group.individuals.length,
    rank1: rate(1),
    rank5: rate(5),
    cmc: cumulativeMatch(ranks, Math.min(CMC_RANKS, group.individuals.length)),
  };
}

function named(group: GroupedPhotos, confusions: readonly Confusion[]): NamedConfusion[] {
  const name = (index: number) => {
    const photo = group.photos[index];
    return { individual: photo?.individual ?? '', name: photo?.name ?? '' };
  };
  return confusions.map(({ a, b, similarity }) => ({ a: name(a), b: name(b), similarity }));
}
