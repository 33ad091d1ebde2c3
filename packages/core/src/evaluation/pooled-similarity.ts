import type { UnitVector } from '../recognition/photo-analysis.ts';
import { POOLED_PART, poolingShares } from '../recognition/templates.ts';
import type { GroupedPhotos } from './labelled-photo.ts';
import { type PairScores, similarityOf } from './pair-scores.ts';

/** A template of several photos, pooled as the product pools them: the sum of share times photo, of length 1. */
export interface PooledTemplate {
  readonly individual: number;
  readonly photos: readonly number[];
  readonly shares: readonly number[];
}

export function poolPhotos(group: GroupedPhotos, individual: number, photos: readonly number[]): PooledTemplate {
  const weighed = photos.map((index) => {
    const photo = group.photos[index];
    // All vectors of one evaluation come from one maker; its name does not matter here.
    const template = { vector: (photo?.vector ?? new Float32Array()) as UnitVector, model: '', pipeline: '' };
    return { template, quality: photo?.quality ?? 0 };
  });
  return { individual, photos, shares: poolingShares(weighed) };
}

/**
 * Similarity of a photo and a pet without it, by the product's rule (templates.ts). It is linear in the similarities of two photos:
 * no vector is touched again.
 */
export function photoToPet(pairs: PairScores, photo: number, pet: PooledTemplate): number {
  let pooled = 0;
  let best = -Infinity;
  for (let index = 0; index < pet.photos.length; index++) {
    const similarity = similarityOf(pairs, photo, pet.photos[index] ?? 0);
    pooled += (pet.shares[index] ?? 0) * similarity;
    if (similarity > best) best = similarity;
  }
  return POOLED_PART * pooled + (1 - POOLED_PART) * best;
}

/** Cosine similarity of two pooled templates that share no photo. */
export function pooledToPooled(pairs: PairScores, a: PooledTemplate, b: PooledTemplate): number {
  let sum = 0;
  for (const [i, photo] of a.photos.entries()) {
    for (const [j, other] of b.photos.entries()) {
      sum += (a.shares[i] ?? 0) * (b.shares[j] ?? 0) * similarityOf(pairs, photo, other);
    }
  }
  return sum;
}
