import { describe, expect, it } from 'vitest';
import { areaFactor, fitPlaneMap, mapPoint, type PlaneMap, type PointPairs } from './plane-map.ts';

const MAP: PlaneMap = [1.1, 0.2, -30, -0.15, 0.95, 12, 3e-4, -2e-4];
const grid = (map: PlaneMap): PointPairs => {
  const places = Array.from({ length: 36 }, (_, i) => [(i % 6) * 60 + 5, Math.floor(i / 6) * 55 + 9] as const);
  return { count: 36, from: Float64Array.from(places.flat()), to: Float64Array.from(places.flatMap((place) => [...mapPoint(map, place)])) };
};
const ones = new Float64Array(36).fill(1);

describe('fitPlaneMap', () => {
  it('gives back the homography that made the pairs', () => {
    const found = fitPlaneMap(grid(MAP), ones, true);
    for (const [i, value] of MAP.entries()) expect(found?.[i]).toBeCloseTo(value, 6);
  });

  it('gives back the affine map that made the pairs, and leaves out what weighs nothing', () => {
    const affine: PlaneMap = [0.9, -0.1, 4, 0.2, 1.2, -7, 0, 0];
    const pairs = grid(affine);
    pairs.to[0] = 1e6;
    const weights = ones.slice();
    weights[0] = 0;
    const found = fitPlaneMap(pairs, weights, false);
    for (const [i, value] of affine.entries()) expect(found?.[i]).toBeCloseTo(value, 6);
  });

  it('gives null where the pairs do not determine it', () => {
    const line = grid(MAP);
    for (let k = 0; k < 36; k++) line.from[2 * k + 1] = 3 * (line.from[2 * k] ?? 0);
    expect(fitPlaneMap(line, ones, false)).toBeNull();
    expect(fitPlaneMap(grid(MAP), new Float64Array(36), false)).toBeNull();
  });
});

describe('areaFactor', () => {
  it('is negative for a mirror and the determinant of an affine map', () => {
    expect(areaFactor([-1, 0, 320, 0, 1, 0, 0, 0], [10, 10])).toBeCloseTo(-1);
    expect(areaFactor([2, 0, 0, 0, 3, 0, 0, 0], [10, 10])).toBeCloseTo(6);
  });
});
