import { locallyAgreeing } from './local-agreement.ts';
import type { MarkPair, Marks } from './marks.ts';
import { nearestPairs, type ProposedPair } from './nearest-pairs.ts';
import { mapPoint, type PlaneMap, type PointPairs } from './plane-map.ts';
import { robustMap } from './robust-map.ts';

/** How two crops' marks are compared. Chosen on validation animals; stands in the model's manifest. */
export interface MatchingRule {
  /** Of the ratio test, 0 to 1. */
  readonly ratio: number;
  /** Tolerances as shares of the crop's side. `guess`, `map`: see robustMap; `reach`, `base`: see locallyAgreeing. */
  readonly guess: number;
  readonly map: number;
  readonly reach: number;
  readonly base: number;
  /** Pixels per pixel, see locallyAgreeing. */
  readonly stretch: number;
}

/** What two crops' marks have in common. */
export interface Agreement {
  /** Pairs that lie as one piece of skin or coat would, however the camera stood. */
  readonly pairs: readonly MarkPair[];
  /** Marks that could agree: of the crop with fewer, those at places that the other crop shows too. */
  readonly of: number;
  /** Share of the squares (an eighth of the side each) with marks that could agree in which some do: 0 to 1. */
  readonly coverage: number;
  /** Median distance of an agreeing mark from where the geometry of all puts it, as a share of the crop's side; null when none agree. */
  readonly residual: number | null;
}

/** Fewer marks always find some geometry in which they agree. */
const LEAST_PAIRS = 5;
/** Agreeing marks within a strip narrower than this share of the side tell of an edge, not of a pattern: none of them counts. */
const LEAST_SPREAD = 0.025;
/** Most guesses of a geometry: some milliseconds. */
const MOST_GUESSES = 700;
/** How far neighbours are looked for, as a share of the side. */
const NEIGHBOURHOOD = 0.2;
const SQUARES = 8;

/**
 * Which marks of two crops agree: nearest pairs, one geometry for most of them, and a smooth movement of skin on top of it. The same
 * crops give the same result, in bounded time (512 marks a side: some 20 ms). @throws RangeError when the crops are of different makers.
 */
export function agreementOf(a: Marks, b: Marks, rule: MatchingRule): Agreement {
  if (a.side !== b.side) throw new RangeError(`Crops of ${a.side} and ${b.side} px cannot be compared.`);
  const proposed = nearestPairs(a, b, rule.ratio);
  const points = pointsOf(a, b, proposed);
  const { side } = a;
  const map = robustMap(points, { guessTolerance: rule.guess * side, tolerance: rule.map * side, mostGuesses: MOST_GUESSES });
  if (map === null) return noAgreement(a, b);
  const agreeing = locallyAgreeing(points, map, {
    reach: rule.reach * side,
    base: rule.base * side,
    stretch: rule.stretch,
    neighbourhood: NEIGHBOURHOOD * side,
  });
  if (agreeing.length < LEAST_PAIRS || spreadOf(points.from, agreeing) < LEAST_SPREAD * side) return noAgreement(a, b);
  return describeAgreement({ a, b, map, points, agreeing, proposed });
}

function noAgreement(a: Marks, b: Marks): Agreement {
  return { pairs: [], of: Math.min(a.count, b.count), coverage: 0, residual: null };
}

interface Found {
  readonly a: Marks;
  readonly b: Marks;
  readonly map: PlaneMap;
  readonly points: PointPairs;
  readonly agreeing: readonly number[];
  readonly proposed: readonly ProposedPair[];
}

function describeAgreement({ a, b, map, points, agreeing, proposed }: Found): Agreement {
  const inside = ([x, y]: readonly [number, number]) => x >= 0 && y >= 0 && x <= a.side && y <= a.side;
  // Where the map is not used backwards, a mark of b counts as shared when a mark of a is led near it: the box around a's shared marks.
  const sharedA = indices(a.count).filter((i) => inside(mapPoint(map, pointAt(a.inCrop, i))));
  const led = sharedA.map((i) => mapPoint(map, pointAt(a.inCrop, i)));
  const [left, right] = extent(led.map(([x]) => x));
  const [top, bottom] = extent(led.map(([, y]) => y));
  const sharedB = indices(b.count).filter((i) => {
    const [x, y] = pointAt(b.inCrop, i);
    return x >= left && x <= right && y >= top && y <= bottom;
  });
  const squareOf = (i: number) => squareAt(pointAt(a.inCrop, i), a.side);
  const pairs = agreeing.flatMap((k) => {
    const pair = proposed[k];
    return pair === undefined ? [] : [{ a: pair.a, b: pair.b }];
  });
  const distances = agreeing.map((k) => {
    const [x, y] = mapPoint(map, pointAt(points.from, k));
    return Math.hypot((points.to[2 * k] ?? 0) - x, (points.to[2 * k + 1] ?? 0) - y) / a.side;
  });
  return {
    pairs,
    of: Math.max(pairs.length, Math.min(sharedA.length, sharedB.length)),
    coverage: new Set(pairs.map(({ a: i }) => squareOf(i))).size / Math.max(1, new Set(sharedA.map(squareOf)).size),
    residual: distances.toSorted((one, other) => one - other)[distances.length >> 1] ?? null,
  };
}

function pointsOf(a: Marks, b: Marks, proposed: readonly MarkPair[]): PointPairs {
  const from = Float64Array.from(proposed.flatMap((pair) => pointAt(a.inCrop, pair.a)));
  const to = Float64Array.from(proposed.flatMap((pair) => pointAt(b.inCrop, pair.b)));
  return { count: proposed.length, from, to };
}

/** Standard deviation of the points across their narrow direction, px: the root of the lesser eigenvalue of their covariance. */
function spreadOf(points: Float64Array, chosen: readonly number[]): number {
  const chosenPoints = chosen.map((k) => pointAt(points, k));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(chosenPoints.map(([x]) => x)), mean(chosenPoints.map(([, y]) => y))];
  const xx = mean(chosenPoints.map(([x]) => (x - mx) ** 2));
  const yy = mean(chosenPoints.map(([, y]) => (y - my) ** 2));
  const xy = mean(chosenPoints.map(([x, y]) => (x - mx) * (y - my)));
  return Math.sqrt(Math.max(0, (xx + yy) / 2 - Math.hypot((xx - yy) / 2, xy)));
}

function pointAt(points: Float32Array | Float64Array, i: number): readonly [number, number] {
  return [points[2 * i] ?? 0, points[2 * i + 1] ?? 0];
}

function squareAt([x, y]: readonly [number, number], side: number): number {
  const along = (value: number) => Math.min(SQUARES - 1, Math.floor((value / side) * SQUARES));
  return along(y) * SQUARES + along(x);
}

function extent(values: readonly number[]): readonly [number, number] {
  return values.reduce<[number, number]>(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);
}

function indices(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}
