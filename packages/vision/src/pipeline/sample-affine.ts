import type { Point } from '@snout/core/recognition';
import { type AffineMap, applyMap } from './affine-map.ts';
import { boxShrink, type ShrunkPixels, type ShrunkRegion } from './box-shrink.ts';
import type { Pixels } from './pixels.ts';

export interface SampleRequest {
  /** From continuous output coordinates to continuous coordinates of the image. */
  readonly map: AffineMap;
  /** Image pixels per output pixel. */
  readonly step: number;
  /** Columns and rows to write. */
  readonly width: number;
  readonly height: number;
  /** RGB bytes that are written; the pixel (column, row) goes to offset + (row * stride + column) * 3. */
  readonly into: Uint8Array;
  readonly offset: number;
  readonly stride: number;
  /** Grey value for points outside the image. */
  readonly fill: number;
}

/**
 * Draws an affine view of the image. The exact algorithm, which training and the browser share:
 * 1. The image is box-shrunk (boxShrink) by k = max(1, floor(step)): what remains to be shrunk is a factor in [1, 2).
 * 2. The output pixel (i, j) looks at (x, y) = map(i + 0.5, j + 0.5). Outside [0, width) x [0, height) it is `fill`.
 * 3. Inside, it is bilinear in the shrunk image at (x / k - 0.5, y / k - 0.5), taps clamped to the shrunk image (its border is
 *    repeated), the result rounded half up.
 */
export function sampleAffine(image: Pixels, request: SampleRequest): void {
  const factor = Math.max(1, Math.floor(request.step));
  const shrunk = boxShrink(image, factor, neededRegion(image, request, factor));
  const sampling = { image, shrunk, request, factor };
  if (request.map.b === 0 && request.map.d === 0) sampleLevel(sampling);
  else for (let row = 0; row < request.height; row++) sampleTurnedRow(sampling, row);
}

interface Sampling {
  readonly image: Pixels;
  readonly shrunk: ShrunkPixels;
  readonly request: SampleRequest;
  readonly factor: number;
}

/** A view whose rows are rows of the image: what depends on the column alone is worked out once. Written out flat, as below. */
function sampleLevel({ image, shrunk: { data, region }, request, factor }: Sampling): void {
  const { map, into, fill, width, height } = request;
  const { first, second, shares } = tapsAlong(width, {
    scale: map.a,
    shift: map.c,
    size: image.width,
    factor,
    from: region.x0,
    to: region.x1,
  });
  const down = tapsAlong(height, { scale: map.e, shift: map.f, size: image.height, factor, from: region.y0, to: region.y1 });
  const lineBytes = (region.x1 - region.x0) * 3;
  for (let row = 0; row < height; row++) {
    const start = request.offset + row * request.stride * 3;
    into.fill(fill, start, start + width * 3);
    const upperLine = (down.first[row] ?? OUTSIDE) * lineBytes;
    const lowerLine = (down.second[row] ?? OUTSIDE) * lineBytes;
    const fy = down.shares[row] ?? 0;
    for (let column = 0, to = start; column < width && upperLine >= 0; column++, to += 3) {
      const left = (first[column] ?? OUTSIDE) * 3;
      if (left < 0) continue;
      const right = (second[column] ?? OUTSIDE) * 3;
      const fx = shares[column] ?? 0;
      for (let channel = 0; channel < 3; channel++) {
        const upper = (data[upperLine + left + channel] ?? 0) * (1 - fx) + (data[upperLine + right + channel] ?? 0) * fx;
        const lower = (data[lowerLine + left + channel] ?? 0) * (1 - fx) + (data[lowerLine + right + channel] ?? 0) * fx;
        into[to + channel] = upper * (1 - fy) + lower * fy + 0.5;
      }
    }
  }
}

const OUTSIDE = -1;

interface Axis {
  readonly scale: number;
  readonly shift: number;
  /** Of the image along this axis, px. */
  readonly size: number;
  readonly factor: number;
  /** The shrunk image's part, end exclusive. */
  readonly from: number;
  readonly to: number;
}

/** For each output pixel along an axis the two taps, counted from the part's start (OUTSIDE: not in the image), and the second's share. */
function tapsAlong(length: number, { scale, shift, size, factor, from, to }: Axis) {
  const first = new Int32Array(length).fill(OUTSIDE);
  const second = new Int32Array(length).fill(OUTSIDE);
  const shares = new Float64Array(length);
  for (let i = 0; i < length; i++) {
    const place = scale * (i + 0.5) + shift;
    if (!(place >= 0 && place < size)) continue;
    const shrunk = place / factor - 0.5;
    const tap = Math.floor(shrunk);
    first[i] = clampTap(tap, from, to);
    second[i] = clampTap(tap + 1, from, to);
    shares[i] = shrunk - tap;
  }
  return { first, second, shares };
}

/** One output row, written out flat: this loop runs for every pixel that a network sees. */
function sampleTurnedRow({ image, shrunk: { data, region }, request, factor }: Sampling, row: number): void {
  const { map, into, fill } = request;
  const columns = region.x1 - region.x0;
  let to = request.offset + row * request.stride * 3;
  for (let column = 0; column < request.width; column++, to += 3) {
    const x = map.a * (column + 0.5) + map.b * (row + 0.5) + map.c;
    const y = map.d * (column + 0.5) + map.e * (row + 0.5) + map.f;
    if (!(x >= 0 && y >= 0 && x < image.width && y < image.height)) {
      into[to] = fill;
      into[to + 1] = fill;
      into[to + 2] = fill;
      continue;
    }
    const sx = x / factor - 0.5;
    const sy = y / factor - 0.5;
    const left = Math.floor(sx);
    const top = Math.floor(sy);
    const fx = sx - left;
    const fy = sy - top;
    const x0 = clampTap(left, region.x0, region.x1) * 3;
    const x1 = clampTap(left + 1, region.x0, region.x1) * 3;
    const y0 = clampTap(top, region.y0, region.y1) * columns * 3;
    const y1 = clampTap(top + 1, region.y0, region.y1) * columns * 3;
    const a = y0 + x0;
    const b = y0 + x1;
    const c = y1 + x0;
    const d = y1 + x1;
    for (let channel = 0; channel < 3; channel++) {
      const upper = (data[a + channel] ?? 0) * (1 - fx) + (data[b + channel] ?? 0) * fx;
      const lower = (data[c + channel] ?? 0) * (1 - fx) + (data[d + channel] ?? 0) * fx;
      into[to + channel] = upper * (1 - fy) + lower * fy + 0.5;
    }
  }
}

/** The part of the shrunk image that any tap can fall on: what lies outside the shrunk image is clamped to it. */
function neededRegion(image: Pixels, { map, width, height }: SampleRequest, factor: number): ShrunkRegion {
  const corners: Point[] = [
    [0, 0],
    [width, 0],
    [0, height],
    [width, height],
  ];
  const mapped = corners.map((corner) => applyMap(map, corner));
  const x = axisRegion(
    mapped.map((point) => point[0] / factor),
    Math.ceil(image.width / factor),
  );
  const y = axisRegion(
    mapped.map((point) => point[1] / factor),
    Math.ceil(image.height / factor),
  );
  return { x0: x.start, x1: x.end, y0: y.start, y1: y.end };
}

function axisRegion(positions: readonly number[], size: number): { readonly start: number; readonly end: number } {
  const start = Math.min(Math.max(Math.floor(Math.min(...positions) - 1), 0), size - 1);
  const end = Math.min(Math.max(Math.ceil(Math.max(...positions) + 1), start + 1), size);
  return { start, end };
}

function clampTap(position: number, first: number, end: number): number {
  return (position < first ? first : position >= end ? end - 1 : position) - first;
}
