import type { Pixels } from './pixels.ts';

/** Columns and rows of the shrunk image, end exclusive. */
export interface ShrunkRegion {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** RGB part of a shrunk image: pixel (x, y) of the shrunk image is at ((y - region.y0) * width + x - region.x0) * 3. */
export interface ShrunkPixels {
  readonly data: Uint8Array | Uint8ClampedArray;
  /** What `data` holds: at least what was asked for. */
  readonly region: ShrunkRegion;
}

/**
 * Shrinks by a whole factor with area averaging; of the shrunk image, only `region` is made.
 *
 * Blocks of factor x factor pixels are aligned with the image's origin; the shrunk image has ceil(width / factor) x
 * ceil(height / factor) pixels. A block cut by the right or bottom border averages the pixels that exist. Each mean is rounded half
 * up. Training mirrors this exactly: a change here needs new templates (PIPELINE_VERSION).
 */
export function boxShrink(image: Pixels, factor: number, region: ShrunkRegion): ShrunkPixels {
  if (factor === 1 && image.channels === 3) return { data: image.data, region: { x0: 0, y0: 0, x1: image.width, y1: image.height } };
  const columns = region.x1 - region.x0;
  const data = new Uint8Array(columns * (region.y1 - region.y0) * 3);
  for (let row = region.y0; row < region.y1; row++) shrinkRow(image, { factor, region, row, data });
  return { data, region };
}

interface ShrinkRow {
  readonly factor: number;
  readonly region: ShrunkRegion;
  /** Row of the shrunk image. */
  readonly row: number;
  readonly data: Uint8Array;
}

function shrinkRow({ data: from, width, height, channels }: Pixels, { factor, region, row, data }: ShrinkRow): void {
  const top = row * factor;
  const rows = Math.min(top + factor, height) - top;
  const lineBytes = width * channels;
  let to = (row - region.y0) * (region.x1 - region.x0) * 3;
  for (let column = region.x0; column < region.x1; column++, to += 3) {
    const left = column * factor;
    const columns = left + factor <= width ? factor : width - left;
    let red = 0;
    let green = 0;
    let blue = 0;
    let line = top * lineBytes + left * channels;
    for (let y = 0; y < rows; y++, line += lineBytes) {
      const end = line + columns * channels;
      for (let at = line; at < end; at += channels) {
        red += from[at] ?? 0;
        green += from[at + 1] ?? 0;
        blue += from[at + 2] ?? 0;
      }
    }
    // Half up: the tiny surplus outweighs the rounding of 1 / count, and is less than the least step of a mean.
    const count = columns * rows;
    const share = 1 / count;
    const half = count / 2 + 1e-4;
    data[to] = (red + half) * share;
    data[to + 1] = (green + half) * share;
    data[to + 2] = (blue + half) * share;
  }
}
