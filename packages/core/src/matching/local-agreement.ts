import { mapPoint, type PlaneMap, type PointPairs } from './plane-map.ts';

export interface LocalAgreementOptions {
  /** No pair farther than this from the global map agrees, px: skin moves, but not anywhere. */
  readonly reach: number;
  /** What a pair may differ from its neighbours' shift at no distance, px: how exactly marks are found. */
  readonly base: number;
  /** What it may differ more per pixel of distance from its neighbours: how much skin stretches. */
  readonly stretch: number;
  /** A neighbour lies within this, px. */
  readonly neighbourhood: number;
}

/** Neighbours that say how the skin has moved; more say no more. */
const NEIGHBOURS = 6;
/** With fewer, nothing near tells how the skin moved ... */
const LEAST_NEIGHBOURS = 2;
/** ... and a pair must keep this share of the reach by itself. */
const ALONE = 0.35;
/** After so many rounds hardly a pair changes sides. */
const ROUNDS = 3;

/**
 * The pairs that agree with the global map up to a smooth movement: each is as far off, and in the same direction, as its neighbours
 * are, give or take. A wrong pair that lies near the map by chance is seldom off as the right ones around it. Indices, ascending.
 */
export function locallyAgreeing(pairs: PointPairs, map: PlaneMap, options: LocalAgreementOptions): readonly number[] {
  const shifts = new Float64Array(2 * pairs.count);
  let agreeing: number[] = [];
  for (let k = 0; k < pairs.count; k++) {
    const [x, y] = mapPoint(map, [pairs.from[2 * k] ?? 0, pairs.from[2 * k + 1] ?? 0]);
    shifts[2 * k] = (pairs.to[2 * k] ?? 0) - x;
    shifts[2 * k + 1] = (pairs.to[2 * k + 1] ?? 0) - y;
    if (Math.hypot(shifts[2 * k] ?? 0, shifts[2 * k + 1] ?? 0) <= options.reach) agreeing.push(k);
  }
  for (let round = 0; round < ROUNDS; round++) {
    const before = agreeing;
    agreeing = before.filter((k) => movesAsNeighbours({ pairs, shifts, among: before }, k, options));
    if (agreeing.length === before.length) break;
  }
  return agreeing;
}

interface Field {
  readonly pairs: PointPairs;
  /** What each pair is off the global map, x and y, px. */
  readonly shifts: Float64Array;
  readonly among: readonly number[];
}

function movesAsNeighbours(field: Field, k: number, { reach, base, stretch, neighbourhood }: LocalAgreementOptions): boolean {
  const { shifts } = field;
  const own = [shifts[2 * k] ?? 0, shifts[2 * k + 1] ?? 0] as const;
  const near = nearestOf(field, k, neighbourhood);
  if (near.length < LEAST_NEIGHBOURS) return Math.hypot(...own) <= ALONE * reach;
  // The median of each axis: one wrong neighbour does not move it.
  const around = [
    median(near.map(({ other }) => shifts[2 * other] ?? 0)),
    median(near.map(({ other }) => shifts[2 * other + 1] ?? 0)),
  ] as const;
  const distance = near.reduce((sum, neighbour) => sum + neighbour.distance, 0) / near.length;
  return Math.hypot(own[0] - around[0], own[1] - around[1]) <= base + stretch * distance;
}

function nearestOf({ pairs, among }: Field, k: number, within: number): readonly { readonly other: number; readonly distance: number }[] {
  const found: { other: number; distance: number }[] = [];
  for (const other of among) {
    if (other === k) continue;
    const distance = Math.hypot(
      (pairs.from[2 * other] ?? 0) - (pairs.from[2 * k] ?? 0),
      (pairs.from[2 * other + 1] ?? 0) - (pairs.from[2 * k + 1] ?? 0),
    );
    if (distance <= within) found.push({ other, distance });
  }
  return found.sort((a, b) => a.distance - b.distance).slice(0, NEIGHBOURS);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
