/**
 * A point or direction of the drawing's space. x to the right in the image, y down, z towards the viewer.
 * The unit of length is about half the width of a pet's skull.
 */
export type Vector = readonly [x: number, y: number, z: number];

export const add = (a: Vector, b: Vector): Vector => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const subtract = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const scale = (a: Vector, k: number): Vector => [a[0] * k, a[1] * k, a[2] * k];
export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const length = (a: Vector): number => Math.sqrt(dot(a, a));

/** a + k b. */
export const along = (a: Vector, b: Vector, k: number): Vector => [a[0] + b[0] * k, a[1] + b[1] * k, a[2] + b[2] * k];

export const cross = (a: Vector, b: Vector): Vector => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];

/** The direction of a; a zero vector points at the viewer. */
export function unit(a: Vector): Vector {
  const size = length(a);
  return size < 1e-9 ? [0, 0, 1] : scale(a, 1 / size);
}

/** The part of `a` within the plane at right angles to the unit vector `normal`, at length 1. */
export const tangent = (a: Vector, normal: Vector): Vector => unit(along(a, normal, -dot(a, normal)));

/** Angles in radians. Positive yaw turns the face to the right of the image, positive pitch down, positive roll clockwise. */
export interface Turn {
  readonly yaw: number;
  readonly pitch: number;
  readonly roll: number;
  /** How far the camera looks down from above. */
  readonly above: number;
}

/** The animal's own pitch and yaw first, then the camera's height and roll. */
export function rotate(p: Vector, turn: Turn): Vector {
  const [cp, sp] = [Math.cos(turn.pitch), Math.sin(turn.pitch)];
  const [cy, sy] = [Math.cos(turn.yaw), Math.sin(turn.yaw)];
  const [cr, sr] = [Math.cos(turn.roll), Math.sin(turn.roll)];
  const y1 = p[1] * cp + p[2] * sp;
  const z1 = p[2] * cp - p[1] * sp;
  const x2 = p[0] * cy + z1 * sy;
  const z2 = z1 * cy - p[0] * sy;
  const [ca, sa] = [Math.cos(turn.above), Math.sin(turn.above)];
  const y3 = y1 * ca + z2 * sa;
  const z3 = z2 * ca - y1 * sa;
  return [x2 * cr - y3 * sr, x2 * sr + y3 * cr, z3];
}

/** The inverse of `rotate`: a direction of the view in the turned frame's own axes. */
export function unrotate(p: Vector, turn: Turn): Vector {
  return [dot(rotate([1, 0, 0], turn), p), dot(rotate([0, 1, 0], turn), p), dot(rotate([0, 0, 1], turn), p)];
}

export const clamp = (value: number, min: number, max: number): number => Math.max(min, Math.min(max, value));

/** 0 below `from`, 1 above `to`, smooth between (`from` may be the greater one). */
export function smoothStep(from: number, to: number, value: number): number {
  const t = clamp((value - from) / (to - from), 0, 1);
  return t * t * (3 - 2 * t);
}
