import { add, dot, length, scale, subtract, unit, type Vector } from './vector.ts';

/** A solid of revolution-like flesh from which a body is blended. */
export type Solid =
  | { readonly kind: 'ellipsoid'; readonly centre: Vector; readonly radii: Vector }
  | { readonly kind: 'capsule'; readonly from: Vector; readonly to: Vector; readonly radii: readonly [number, number] };

/** Solids melted into one surface. Distance is negative inside. */
export interface DistanceField {
  readonly solids: readonly Solid[];
  /** Spheres pressed into the surface (eye sockets). */
  readonly hollows: readonly { readonly centre: Vector; readonly radius: number }[];
  /** Width of the zone in which two solids flow into each other. */
  readonly blend: number;
}

function ellipsoidDistance(p: Vector, centre: Vector, radii: Vector): number {
  const x = (p[0] - centre[0]) / radii[0];
  const y = (p[1] - centre[1]) / radii[1];
  const z = (p[2] - centre[2]) / radii[2];
  const k0 = Math.sqrt(x * x + y * y + z * z);
  const k1 = Math.sqrt((x / radii[0]) ** 2 + (y / radii[1]) ** 2 + (z / radii[2]) ** 2);
  return k1 < 1e-9 ? -Math.min(...radii) : (k0 * (k0 - 1)) / k1;
}

function capsuleDistance(p: Vector, from: Vector, to: Vector, radii: readonly [number, number]): number {
  const axis = subtract(to, from);
  const t = Math.max(0, Math.min(1, dot(subtract(p, from), axis) / Math.max(1e-9, dot(axis, axis))));
  return length(subtract(p, add(from, scale(axis, t)))) - (radii[0] + (radii[1] - radii[0]) * t);
}

/** Polynomial smooth minimum (Quilez, "smooth minimum", 2013). */
function smoothMinimum(a: number, b: number, k: number): number {
  const h = Math.max(k - Math.abs(a - b), 0) / k;
  return Math.min(a, b) - h * h * k * 0.25;
}

/** Signed distance of a point to the surface; exact enough near it. */
export function distanceTo(field: DistanceField, p: Vector): number {
  let distance = 1e3;
  for (const solid of field.solids) {
    const own =
      solid.kind === 'ellipsoid' ? ellipsoidDistance(p, solid.centre, solid.radii) : capsuleDistance(p, solid.from, solid.to, solid.radii);
    distance = distance > 999 ? own : smoothMinimum(distance, own, field.blend);
  }
  for (const hollow of field.hollows) {
    const depth = hollow.radius - length(subtract(p, hollow.centre));
    distance = -smoothMinimum(-distance, -depth, 0.12);
  }
  return distance;
}

/** Direction out of the surface. */
export function normalAt(field: DistanceField, p: Vector): Vector {
  const e = 0.01;
  const here = distanceTo(field, p);
  return unit([
    distanceTo(field, [p[0] + e, p[1], p[2]]) - here,
    distanceTo(field, [p[0], p[1] + e, p[2]]) - here,
    distanceTo(field, [p[0], p[1], p[2] + e]) - here,
  ]);
}

/** The place on the surface near `p`. */
export function ontoSurface(field: DistanceField, p: Vector): Vector {
  let place = p;
  for (let step = 0; step < 3; step++) {
    const distance = distanceTo(field, place);
    if (Math.abs(distance) < 0.004) break;
    place = add(place, scale(normalAt(field, place), -distance));
  }
  return place;
}

/** The first place that a ray meets, or null within `reach`. */
export function meet(field: DistanceField, from: Vector, towards: Vector, reach = 8): Vector | null {
  const direction = unit(towards);
  let travelled = 0;
  for (let step = 0; step < 60 && travelled < reach; step++) {
    const place = add(from, scale(direction, travelled));
    const distance = distanceTo(field, place);
    if (distance < 0.004) return place;
    travelled += Math.max(0.004, distance * 0.8);
  }
  return null;
}

/** Corners of a box that holds every solid. */
export function extent(field: DistanceField): readonly [Vector, Vector] {
  const low: [number, number, number] = [9, 9, 9];
  const high: [number, number, number] = [-9, -9, -9];
  const widen = (p: Vector, r: Vector): void => {
    for (const axis of [0, 1, 2] as const) {
      low[axis] = Math.min(low[axis], p[axis] - r[axis]);
      high[axis] = Math.max(high[axis], p[axis] + r[axis]);
    }
  };
  for (const solid of field.solids) {
    if (solid.kind === 'ellipsoid') widen(solid.centre, solid.radii);
    else {
      widen(solid.from, [solid.radii[0], solid.radii[0], solid.radii[0]]);
      widen(solid.to, [solid.radii[1], solid.radii[1], solid.radii[1]]);
    }
  }
  return [low, high];
}
