import type { Box } from '@snout/core/recognition';

export interface TileOptions {
  /** Side of a tile as a share of the photo's longer side. */
  readonly fraction: number;
  /** Least overlap of neighbours as a share of a tile's side: a head on a seam is whole in one of them. */
  readonly overlap: number;
}

/** Square tiles (cut to the image where it is narrower) that cover the image, in whole pixels of it, row by row. */
export function tileBoxes(width: number, height: number, { fraction, overlap }: TileOptions): readonly Box[] {
  const side = Math.max(1, Math.round(Math.max(width, height) * fraction));
  const columns = tileStarts(width, side, overlap);
  const rows = tileStarts(height, side, overlap);
  return rows.flatMap((y) => columns.map((x): Box => [x, y, Math.min(x + side, width), Math.min(y + side, height)]));
}

function tileStarts(length: number, side: number, overlap: number): readonly number[] {
  if (length <= side) return [0];
  const gaps = Math.ceil((length - side) / (side * (1 - overlap)));
  return Array.from({ length: gaps + 1 }, (_, index) => Math.round(((length - side) * index) / gaps));
}
