import type { Pixels } from './film.ts';
import type { Frame } from './frame.ts';

/**
 * Uncompressed video as Chromium's fake camera reads it: YUV4MPEG2, 4:2:0, BT.601 in the range of television (Y 16 to 235).
 * Sides must be even.
 */
export function y4mHeader({ width, height }: Frame, framesPerSecond: number): Uint8Array {
  return new TextEncoder().encode(`YUV4MPEG2 W${width} H${height} F${framesPerSecond}:1 Ip A1:1 C420\n`);
}

/** One frame with its mark. */
export function y4mFrame({ width, height, rgb }: Pixels): Uint8Array {
  const mark = new TextEncoder().encode('FRAME\n');
  const size = width * height;
  const frame = new Uint8Array(mark.length + size + size / 2);
  frame.set(mark);
  for (let i = 0; i < size; i++) frame[mark.length + i] = 16 + weighted(rgb, i * 3, [0.257, 0.504, 0.098]);
  const chroma = mark.length + size;
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2) {
      const from = (y * width + x) * 3;
      const to = chroma + (y >> 1) * (width >> 1) + (x >> 1);
      frame[to] = 128 + weighted(rgb, from, [-0.148, -0.291, 0.439]);
      frame[to + size / 4] = 128 + weighted(rgb, from, [0.439, -0.368, -0.071]);
    }
  }
  return frame;
}

function weighted(rgb: Uint8Array, at: number, weights: readonly [number, number, number]): number {
  return Math.round((rgb[at] ?? 0) * weights[0] + (rgb[at + 1] ?? 0) * weights[1] + (rgb[at + 2] ?? 0) * weights[2]);
}
