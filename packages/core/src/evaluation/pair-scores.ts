import type { GroupedPhotos } from './labelled-photo.ts';

/**
 * Cosine similarity of every pair of samples, each pair once: the strict upper triangle by rows, 4 bytes a pair
 * (7,000 photos: 24.5 million pairs, 98 MB). Every figure of an evaluation is read off these scores: nothing is compared twice.
 */
export interface PairScores {
  readonly samples: number;
  readonly scores: Float32Array;
}

/** Where row i starts, so that the score of samples i < j is at rowOffset + j. */
export function rowOffset(samples: number, i: number): number {
  return (i * (2 * samples - i - 1)) / 2 - i - 1;
}

/** Similarity of two different samples, in either order. */
export function similarityOf(pairs: PairScores, a: number, b: number): number {
  const index = a < b ? rowOffset(pairs.samples, a) + b : rowOffset(pairs.samples, b) + a;
  return pairs.scores[index] ?? Number.NaN;
}

/** Columns of one block: 64 rows of 256 doubles stay in the processor's cache while all rows pass by. */
const BLOCK = 64;

/** Vectors one after the other. */
interface Rows {
  readonly values: Float64Array;
  readonly length: number;
}

export function compareAll(group: GroupedPhotos): PairScores {
  const count = group.photos.length;
  const rows = toRows(group);
  const scores = new Float32Array((count * (count - 1)) / 2);
  const sums = new Float64Array(4);
  for (let from = 0; from < count; from += BLOCK) {
    const to = Math.min(count, from + BLOCK);
    for (let i = 0; i < to; i++) {
      const offset = rowOffset(count, i);
      let j = Math.max(from, i + 1);
      for (; j + 4 <= to; j += 4) {
        dotFour(rows, i, j, sums);
        for (let k = 0; k < 4; k++) scores[offset + j + k] = sums[k] ?? 0;
      }
      for (; j < to; j++) scores[offset + j] = dot(rows, i, j);
    }
  }
  return { samples: count, scores };
}

function toRows(group: GroupedPhotos): Rows {
  const length = group.photos[0]?.vector.length ?? 0;
  const values = new Float64Array(group.photos.length * length);
  for (const [index, photo] of group.photos.entries()) {
    if (photo.vector.length !== length) throw new RangeError(`${photo.name}: ${photo.vector.length} numbers, not ${length}.`);
    values.set(photo.vector, index * length);
  }
  return { values, length };
}

/** Row i with the four rows from j on: one load of i serves four products. */
function dotFour({ values, length }: Rows, i: number, j: number, sums: Float64Array): void {
  const a = i * length;
  const b = j * length;
  const c = b + length;
  const d = c + length;
  const e = d + length;
  let sumB = 0;
  let sumC = 0;
  let sumD = 0;
  let sumE = 0;
  for (let k = 0; k < length; k++) {
    const value = values[a + k] ?? 0;
    sumB += value * (values[b + k] ?? 0);
    sumC += value * (values[c + k] ?? 0);
    sumD += value * (values[d + k] ?? 0);
    sumE += value * (values[e + k] ?? 0);
  }
  sums[0] = sumB;
  sums[1] = sumC;
  sums[2] = sumD;
  sums[3] = sumE;
}

function dot({ values, length }: Rows, i: number, j: number): number {
  let sum = 0;
  for (let k = 0; k < length; k++) sum += (values[i * length + k] ?? 0) * (values[j * length + k] ?? 0);
  return sum;
}
