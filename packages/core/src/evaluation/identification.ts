import { type GroupedPhotos, samplesOf } from './labelled-photo.ts';
import { type PairScores, similarityOf } from './pair-scores.ts';

/** One search of a photo against all other photos. */
export interface SearchRank {
  readonly individual: number;
  /** 1 when the best photo of the right individual beats every other individual. Ties count against us. */
  readonly rank: number;
}

/**
 * Closed-set search, leave one out: every photo looks for its individual among all other photos; an individual is as near as its
 * nearest photo. Individuals with one photo are only looked at, never searched for.
 */
export function searchRanks(group: GroupedPhotos, pairs: PairScores): SearchRank[] {
  const best = new Float32Array(group.individuals.length);
  const ranks: SearchRank[] = [];
  for (let probe = 0; probe < group.photos.length; probe++) {
    const individual = group.individualOf[probe] ?? 0;
    if (samplesOf(group, individual) < 2) continue;
    nearestPhotos(group, pairs, probe, best);
    const own = best[individual] ?? 0;
    let rank = 0;
    for (const score of best) if (score >= own) rank++;
    ranks.push({ individual, rank });
  }
  return ranks;
}

/** Writes the similarity of each individual's nearest photo, the probe itself left out. */
function nearestPhotos(group: GroupedPhotos, pairs: PairScores, probe: number, best: Float32Array): void {
  best.fill(-2);
  for (let other = 0; other < group.photos.length; other++) {
    if (other === probe) continue;
    const individual = group.individualOf[other] ?? 0;
    const score = similarityOf(pairs, probe, other);
    if (score > (best[individual] ?? 0)) best[individual] = score;
  }
}

/** Share of searches whose rank is <= k; with weights per individual for a resample. NaN without searches. */
export function rankRate(ranks: readonly SearchRank[], k: number, weights?: Int32Array): number {
  let hits = 0;
  let total = 0;
  for (const { individual, rank } of ranks) {
    const weight = weights === undefined ? 1 : (weights[individual] ?? 0);
    total += weight;
    if (rank <= k) hits += weight;
  }
  return hits / total;
}

/** Cumulative match characteristic: rank-1 to rank-`last`. */
export function cumulativeMatch(ranks: readonly SearchRank[], last: number): number[] {
  return Array.from({ length: last }, (_, index) => rankRate(ranks, index + 1));
}
