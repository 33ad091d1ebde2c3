import type { Point } from '@snout/core/recognition';

/**
 * Maps (x, y) to (a x + b y + c, d x + e y + f). Coordinates are continuous: an image spans [0, width] x [0, height] and the
 * centre of its first pixel is (0.5, 0.5).
 */
export interface AffineMap {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

export function applyMap({ a, b, c, d, e, f }: AffineMap, [x, y]: Point): Point {
  return [a * x + b * y + c, d * x + e * y + f];
}

/** Throws RangeError when the map flattens the plane. */
export function invertMap({ a, b, c, d, e, f }: AffineMap): AffineMap {
  const determinant = a * e - b * d;
  if (!(Math.abs(determinant) > 1e-12)) throw new RangeError('This affine map cannot be inverted.');
  const [ia, ib, id, ie] = [e / determinant, -b / determinant, -d / determinant, a / determinant];
  return { a: ia, b: ib, c: -(ia * c + ib * f), d: id, e: ie, f: -(id * c + ie * f) };
}
