import type { Box, Head } from '../recognition/photo-analysis.ts';

/** Of the longer side of a head's box: how large a square the nose of a face is looked for in. */
const SIDES = [0.75, 0.45] as const;

/** Squares around the nose of a head, in the pixels of its box, in which the nose is looked for; none when the detector does not see it. */
export function squaresAroundNose({ box, landmarks: { nose } }: Pick<Head, 'box' | 'landmarks'>): readonly Box[] {
  if (nose === null) return [];
  const longer = Math.max(box[2] - box[0], box[3] - box[1]);
  return SIDES.map((share) => {
    const half = (share * longer) / 2;
    return [nose[0] - half, nose[1] - half, nose[0] + half, nose[1] + half];
  });
}
