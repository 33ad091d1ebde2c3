import { type PairScores, similarityOf } from './pair-scores.ts';

/** A template of several photos: their mean direction. `length` is that of the sum of the unit vectors. */
export interface PooledTemplate {
  readonly individual: number;
  readonly photos: readonly number[];
  readonly length: number;
}

/**
 * Pooling needs no vectors: the cosine of two sums of unit vectors is the sum of the photos' similarities over both lengths,
 * and a sum's length follows from the similarities inside it.
 */
export function poolPhotos(pairs: PairScores, individual: number, photos: readonly number[]): PooledTemplate {
  let squared = photos.length;
  for (const [index, a] of photos.entries()) {
    for (const b of photos.slice(index + 1)) squared += 2 * similarityOf(pairs, a, b);
  }
  return { individual, photos, length: Math.sqrt(Math.max(squared, Number.EPSILON)) };
}

/** Cosine similarity of one photo and a pooled template without it. */
export function photoToPooled(pairs: PairScores, photo: number, pooled: PooledTemplate): number {
  let sum = 0;
  for (const other of pooled.photos) sum += similarityOf(pairs, photo, other);
  return sum / pooled.length;
}

/** Cosine similarity of two pooled templates that share no photo. */
export function pooledToPooled(pairs: PairScores, a: PooledTemplate, b: PooledTemplate): number {
  let sum = 0;
  for (const photo of a.photos) for (const other of b.photos) sum += similarityOf(pairs, photo, other);
  return sum / (a.length * b.length);
}
