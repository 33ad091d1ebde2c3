import { estimate } from './estimate.ts';
import type { Evaluation } from './evaluation.ts';
import type { GroupedPhotos } from './labelled-photo.ts';
import { rateAtFpir, searchOpenSet, sortSearches } from './open-set.ts';
import type { PairScores } from './pair-scores.ts';
import { seededRandom } from './seeded-random.ts';

const FPIR_TARGETS = [1e-1, 1e-2, 1e-3] as const;
/** Random halves: enough that the choice of half matters less than the choice of individuals. */
const REPEATS = 10;

/** FNIR where the FPIR is held; targets that the number of non-mated searches cannot show are left out. */
export function evaluateOpenSet(
  group: GroupedPhotos,
  pairs: PairScores,
  options: { readonly seed: number; readonly resamples: readonly Int32Array[] },
): Evaluation['openSet'] {
  const searches = searchOpenSet(group, pairs, REPEATS, seededRandom(options.seed));
  if (searches.mated.length === 0 || searches.nonMated.length === 0) return null;
  const mated = sortSearches(searches.mated);
  const nonMated = sortSearches(searches.nonMated);
  const independent = new Set(mated.map((search) => search.individual)).size;
  return {
    repeats: REPEATS,
    enrolled: searches.enrolled,
    mated: mated.length,
    nonMated: nonMated.length,
    // Repeated searches of a photo are not new evidence: only those of one repetition count for what can be shown.
    atFpir: FPIR_TARGETS.filter((fpir) => (nonMated.length / REPEATS) * fpir >= 1).map((fpir) => {
      const rate = rateAtFpir(mated, nonMated, fpir);
      const resampled = options.resamples.map((weights) => rateAtFpir(mated, nonMated, fpir, weights).fnir);
      return { fpir, threshold: rate.threshold, fnir: estimate(rate.fnir, resampled, independent) };
    }),
  };
}
