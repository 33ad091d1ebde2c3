import type { Box } from '@snout/core/recognition';
import { boxContainment, boxIou } from './box-overlap.ts';

/** A box that lies this much inside a better one shows the same head: a muzzle in a head, a head cut by a tile's seam. */
const SAME_HEAD_CONTAINMENT = 0.8;

export interface ScoredBox {
  readonly box: Box;
  readonly score: number;
}

export interface SuppressionOptions {
  /** Intersection over union above which two boxes are one head. */
  readonly iou: number;
  readonly limit: number;
}

/**
 * Greedy non-maximum suppression: from the best score down, a box stays unless it overlaps one that stays. Any frame; the result is
 * sorted by score, best first. Species play no part: a head that looks like both is one head.
 */
export function suppressOverlaps<T extends ScoredBox>(boxes: readonly T[], { iou, limit }: SuppressionOptions): readonly T[] {
  const kept: T[] = [];
  for (const candidate of boxes.toSorted((a, b) => b.score - a.score)) {
    if (kept.length >= limit) break;
    if (!kept.some((other) => isSameHead(candidate.box, other.box, iou))) kept.push(candidate);
  }
  return kept;
}

function isSameHead(a: Box, b: Box, iou: number): boolean {
  return boxIou(a, b) > iou || boxContainment(a, b) > SAME_HEAD_CONTAINMENT;
}
