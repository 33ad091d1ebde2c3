import type { Pixels } from '../pipeline/pixels.ts';
import { luma } from './luma.ts';

/** The photo is brought to this many pixels a side, whatever its shape. */
const SIDE = 32;
/** Lowest frequencies a side that make the 64 bits, the constant one left out. */
const KEPT = 8;
/** Along each line and column, at most this many pixels of a cell are read: more change no bit worth the time. */
const TAPS = 12;

/**
 * 64-bit perceptual hash, 16 hex digits: one bit for each of the 8 x 8 lowest frequencies (1 to 8 each way) of the discrete cosine
 * transform of the photo at 32 x 32 in grey: above their median or not (the "pHash" of Zauner 2010). Saving again, other sizes
 * and small changes of light turn few bits.
 */
export function perceptualHash(pixels: Pixels): string {
  const frequencies = lowFrequencies(shrinkToGrey(pixels));
  const median = frequencies.toSorted((a, b) => a - b)[frequencies.length / 2] ?? 0;
  let hash = 0n;
  for (const value of frequencies) hash = (hash << 1n) | (value > median ? 1n : 0n);
  return hash.toString(16).padStart(16, '0');
}

/** Means over the cells of a SIDE x SIDE grid, row by row. */
function shrinkToGrey(pixels: Pixels): Float64Array {
  const { data, width, channels } = pixels;
  const grey = new Float64Array(SIDE * SIDE);
  const columns = Array.from({ length: SIDE }, (_, cell) => samples(cell, width));
  for (let row = 0; row < SIDE; row++) {
    const rows = samples(row, pixels.height);
    for (let column = 0; column < SIDE; column++) {
      const xs = columns[column] ?? NONE;
      let sum = 0;
      for (const y of rows) {
        for (let tap = 0; tap < xs.length; tap++) {
          const at = (y * width + (xs[tap] ?? 0)) * channels;
          sum += luma(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0);
        }
      }
      grey[row * SIDE + column] = sum / (rows.length * xs.length);
    }
  }
  return grey;
}

const NONE = new Int32Array();

/** Pixels of one cell along a side of `length` pixels, evenly spread; at least one. */
function samples(cell: number, length: number): Int32Array {
  const start = (cell * length) / SIDE;
  const size = length / SIDE;
  const taps = Math.min(TAPS, Math.max(1, Math.round(size)));
  return Int32Array.from({ length: taps }, (_, tap) => Math.min(length - 1, Math.floor(start + ((tap + 0.5) * size) / taps)));
}

/** DCT-II in both directions, frequencies 1 to KEPT: first along rows, then along columns. */
function lowFrequencies(grey: Float64Array): number[] {
  const cosines = Float64Array.from({ length: KEPT * SIDE }, (_, i) => cosine(Math.floor(i / SIDE) + 1, i % SIDE));
  const alongRows = new Float64Array(SIDE * KEPT);
  for (let row = 0; row < SIDE; row++) {
    for (let u = 0; u < KEPT; u++) {
      let sum = 0;
      for (let x = 0; x < SIDE; x++) sum += (grey[row * SIDE + x] ?? 0) * (cosines[u * SIDE + x] ?? 0);
      alongRows[row * KEPT + u] = sum;
    }
  }
  return Array.from({ length: KEPT * KEPT }, (_, index) => {
    const v = Math.floor(index / KEPT);
    const u = index % KEPT;
    let sum = 0;
    for (let y = 0; y < SIDE; y++) sum += (alongRows[y * KEPT + u] ?? 0) * (cosines[v * SIDE + y] ?? 0);
    return sum;
  });
}

function cosine(frequency: number, place: number): number {
  return Math.cos(((2 * place + 1) * frequency * Math.PI) / (2 * SIDE));
}
