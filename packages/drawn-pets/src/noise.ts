import type { Vector } from './vector.ts';

/** Noise of a place: the same place and seed give the same value, 0 to 1. */
function latticeValue(x: number, y: number, z: number, seed: number): number {
  let hash = Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1) ^ Math.imul(z, 0x9e3779b1) ^ seed;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4294967296;
}

const smooth = (t: number): number => t * t * (3 - 2 * t);
const blend = (a: number, b: number, t: number): number => a + (b - a) * t;

/** Value noise, 0 to 1, mean 0.5; features have the size of one unit. */
export function valueNoise(p: Vector, seed: number): number {
  const [x, y, z] = [Math.floor(p[0]), Math.floor(p[1]), Math.floor(p[2])];
  const [tx, ty, tz] = [smooth(p[0] - x), smooth(p[1] - y), smooth(p[2] - z)];
  const edge = (dy: number, dz: number): number =>
    blend(latticeValue(x, y + dy, z + dz, seed), latticeValue(x + 1, y + dy, z + dz, seed), tx);
  return blend(blend(edge(0, 0), edge(1, 0), ty), blend(edge(0, 1), edge(1, 1), ty), tz);
}

/** Two octaves of value noise, 0 to 1. */
export function roughNoise(p: Vector, seed: number): number {
  const fine: Vector = [p[0] * 2.3 + 5, p[1] * 2.3, p[2] * 2.3];
  return 0.68 * valueNoise(p, seed) + 0.32 * valueNoise(fine, seed + 17);
}

/** Distance to the nearest of points scattered one per unit cell (Worley 1996), and that point's own number, 0 to 1. */
export function scatteredPoints(p: Vector, seed: number): { distance: number; own: number } {
  const base: Vector = [Math.floor(p[0]), Math.floor(p[1]), Math.floor(p[2])];
  let nearest = { distance: 9, own: 0 };
  for (let code = 0; code < 27; code++) {
    const x = base[0] + (code % 3) - 1;
    const y = base[1] + (Math.floor(code / 3) % 3) - 1;
    const z = base[2] + Math.floor(code / 9) - 1;
    const dx = x + latticeValue(x, y, z, seed) - p[0];
    const dy = y + latticeValue(x, y, z, seed + 1) - p[1];
    const dz = z + latticeValue(x, y, z, seed + 2) - p[2];
    const distance = Math.sqrt(dx * dx + dy * dy + dz * dz);
    if (distance < nearest.distance) nearest = { distance, own: latticeValue(x, y, z, seed + 3) };
  }
  return nearest;
}
