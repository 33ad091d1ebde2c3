import { detCurve, equalErrorRate } from './error-rates.ts';
import { estimate } from './estimate.ts';
import { DET_POINTS, type Evaluation, FMR_TARGETS } from './evaluation.ts';
import type { GroupedPhotos } from './labelled-photo.ts';
import type { PairScores } from './pair-scores.ts';
import { ratesAtFmr } from './rates-at-fmr.ts';
import { binnedRates, binPairs, countWeighted, sampleWeights } from './score-bins.ts';
import { seededRandom } from './seeded-random.ts';
import { splitScores } from './split-scores.ts';
import { compareTriples } from './three-photo-templates.ts';

/** Three photos against three photos. `resamples`: weights per individual of the photos' group. */
export function evaluateTemplates(
  group: GroupedPhotos,
  pairs: PairScores,
  options: { readonly seed: number; readonly resamples: readonly Int32Array[] },
): Evaluation['threePhotos'] {
  const triples = compareTriples(group, pairs, seededRandom(options.seed));
  const independent = triples.individuals.length;
  if (independent < 2) return null;
  const scores = splitScores(triples.group, triples.pairs);
  const bins = binPairs(triples.pairs);
  const resampled = options.resamples.map((weights) => {
    const own = Int32Array.from(triples.individuals, (individual) => weights[individual] ?? 0);
    return binnedRates(countWeighted(triples.group, bins, sampleWeights(triples.group, own)), FMR_TARGETS);
  });
  return {
    individuals: independent,
    templates: triples.pairs.samples,
    mated: scores.mated.length,
    nonMated: scores.nonMated.length,
    eer: estimate(
      equalErrorRate(scores),
      resampled.map((rates) => rates.eer),
      independent,
    ),
    atFmr: ratesAtFmr(
      scores,
      resampled.map((rates) => rates.fnmr),
      independent,
    ),
    det: detCurve(scores, DET_POINTS),
  };
}
