import type { PhotoTrace } from './photo-analysis.ts';

/**
 * Photos whose hashes differ in at most this many of 64 bits are held for copies of one photo. Chosen on real photos so that copies
 * made by saving again, resizing and slight cropping are found and different photos of one animal are not (docs/photo-signals.md).
 */
export const COPY_DISTANCE = 8;

/** Number of bits in which two hashes of the same method differ; null: not comparable. */
export function hashDistance(a: PhotoTrace, b: PhotoTrace): number | null {
  if (a.method !== b.method) return null;
  let bits = BigInt(`0x${a.hash}`) ^ BigInt(`0x${b.hash}`);
  let count = 0;
  for (; bits > 0n; bits &= bits - 1n) count++;
  return count;
}

/** From here on a photo is held for a photo of a screen: 1 in 20 real photos is, wrongly (docs/photo-signals.md). Never a reason to refuse. */
export const SCREEN_SUSPECTED_FROM = 0.6;
