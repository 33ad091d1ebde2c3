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
  const sums = new Uint32Array(columns * 3);
  for (let row = region.y0; row < region.y1; row++) {
    const top = row * factor;
    const bottom = Math.min(top + factor, image.height);
    sums.fill(0);
    for (let y = top; y < bottom; y++) addRow(image, { y, factor, region, sums });
    const start = (row - region.y0) * columns * 3;
    for (let column = 0; column < columns; column++) {
      const left = (region.x0 + column) * factor;
      const count = (Math.min(left + factor, image.width) - left) * (bottom - top);
      for (let channel = 0; channel < 3; channel++) {
        const at = column * 3 + channel;
        data[start + at] = Math.floor((2 * (sums[at] ?? 0) + count) / (2 * count));
      }
    }
  }
  return { data, region };
}

interface RowSum {
  readonly y: number;
  readonly factor: number;
  readonly region: ShrunkRegion;
  readonly sums: Uint32Array;
}

function addRow(image: Pixels, { y, factor, region, sums }: RowSum): void {
  const { data, width, channels } = image;
  const last = Math.min(region.x1 * factor, width);
  let from = (y * width + region.x0 * factor) * channels;
  let x = region.x0 * factor;
  for (let to = 0; x < last; to += 3) {
    const end = Math.min(x + factor, last);
    let red = 0;
    let green = 0;
    let blue = 0;
    for (; x < end; x++, from += channels) {
      red += data[from] ?? 0;
      green += data[from + 1] ?? 0;
      blue += data[from + 2] ?? 0;
    }
    sums[to] = (sums[to] ?? 0) + red;
    sums[to + 1] = (sums[to + 1] ?? 0) + green;
    sums[to + 2] = (sums[to + 2] ?? 0) + blue;
  }
}
