/** A projective map of the plane: (x, y) to ((m0 x + m1 y + m2) / w, (m3 x + m4 y + m5) / w), w = m6 x + m7 y + 1. */
export type PlaneMap = readonly [number, number, number, number, number, number, number, number];

/** Points of both crops, pair by pair: x, y of the one and x, y of the other, in pixels. */
export interface PointPairs {
  readonly count: number;
  readonly from: Float64Array;
  readonly to: Float64Array;
}

/** Where the map leads a point. */
export function mapPoint(map: PlaneMap, [x, y]: readonly [number, number]): readonly [number, number] {
  const w = map[6] * x + map[7] * y + 1;
  return [(map[0] * x + map[1] * y + map[2]) / w, (map[3] * x + map[4] * y + map[5]) / w];
}

/** Shift, turn and one scale, from two pairs; null when the two points are one. */
export function similarityOfTwo({ from, to }: PointPairs, i: number, j: number): PlaneMap | null {
  const [dx, dy] = [(from[2 * j] ?? 0) - (from[2 * i] ?? 0), (from[2 * j + 1] ?? 0) - (from[2 * i + 1] ?? 0)];
  const [ex, ey] = [(to[2 * j] ?? 0) - (to[2 * i] ?? 0), (to[2 * j + 1] ?? 0) - (to[2 * i + 1] ?? 0)];
  const length = dx * dx + dy * dy;
  if (!(length > 1e-6)) return null;
  const cos = (dx * ex + dy * ey) / length;
  const sin = (dx * ey - dy * ex) / length;
  const [x, y] = [from[2 * i] ?? 0, from[2 * i + 1] ?? 0];
  return [cos, -sin, (to[2 * i] ?? 0) - cos * x + sin * y, sin, cos, (to[2 * i + 1] ?? 0) - sin * x - cos * y, 0, 0];
}

/**
 * The affine map (or, with `projective`, the homography) that brings the weighted pairs nearest to each other: least squares, for the
 * homography of the linear (algebraic) error. Null when the pairs do not determine it: too few, or all on a line.
 */
export function fitPlaneMap(pairs: PointPairs, weights: ArrayLike<number>, projective: boolean): PlaneMap | null {
  const unknowns = projective ? 8 : 6;
  const scaled = normalised(pairs, weights);
  if (scaled === null) return null;
  const { centreFrom, centreTo, spreadFrom, spreadTo } = scaled;
  const normal = Array.from({ length: unknowns }, () => new Float64Array(unknowns + 1));
  for (let k = 0; k < pairs.count; k++) {
    const weight = weights[k] ?? 0;
    if (weight <= 0) continue;
    const x = ((pairs.from[2 * k] ?? 0) - centreFrom[0]) / spreadFrom;
    const y = ((pairs.from[2 * k + 1] ?? 0) - centreFrom[1]) / spreadFrom;
    const u = ((pairs.to[2 * k] ?? 0) - centreTo[0]) / spreadTo;
    const v = ((pairs.to[2 * k + 1] ?? 0) - centreTo[1]) / spreadTo;
    accumulate(normal, [x, y, 1, 0, 0, 0, -u * x, -u * y], u, weight);
    accumulate(normal, [0, 0, 0, x, y, 1, -v * x, -v * y], v, weight);
  }
  const m = solve(normal);
  if (m === null) return null;
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = m;
  return unscaled([a, b, c, d, e, f, g, h], scaled);
}

/** How a map changes areas at a point: negative where it mirrors, 0 where it flattens. */
export function areaFactor(map: PlaneMap, [x, y]: readonly [number, number]): number {
  const w = map[6] * x + map[7] * y + 1;
  const [u, v] = mapPoint(map, [x, y]);
  const [ux, uy] = [(map[0] - u * map[6]) / w, (map[1] - u * map[7]) / w];
  const [vx, vy] = [(map[3] - v * map[6]) / w, (map[4] - v * map[7]) / w];
  return ux * vy - uy * vx;
}

interface Scaling {
  readonly centreFrom: readonly [number, number];
  readonly centreTo: readonly [number, number];
  readonly spreadFrom: number;
  readonly spreadTo: number;
}

/** Centres and spreads that both sides are measured in, so that the equations are well conditioned (Hartley 1997). */
function normalised({ count, from, to }: PointPairs, weights: ArrayLike<number>): Scaling | null {
  const sums = [0, 0, 0, 0];
  let total = 0;
  for (let k = 0; k < count; k++) {
    const weight = weights[k] ?? 0;
    total += weight;
    for (const axis of [0, 1]) {
      sums[axis] = (sums[axis] ?? 0) + weight * (from[2 * k + axis] ?? 0);
      sums[2 + axis] = (sums[2 + axis] ?? 0) + weight * (to[2 * k + axis] ?? 0);
    }
  }
  if (!(total > 0)) return null;
  const [fx = 0, fy = 0, tx = 0, ty = 0] = sums.map((sum) => sum / total);
  let [spreadFrom, spreadTo] = [0, 0];
  for (let k = 0; k < count; k++) {
    const weight = weights[k] ?? 0;
    spreadFrom += weight * (((from[2 * k] ?? 0) - fx) ** 2 + ((from[2 * k + 1] ?? 0) - fy) ** 2);
    spreadTo += weight * (((to[2 * k] ?? 0) - tx) ** 2 + ((to[2 * k + 1] ?? 0) - ty) ** 2);
  }
  const scaling = {
    centreFrom: [fx, fy],
    centreTo: [tx, ty],
    spreadFrom: Math.sqrt(spreadFrom / total),
    spreadTo: Math.sqrt(spreadTo / total),
  } as const;
  return scaling.spreadFrom > 1e-9 && scaling.spreadTo > 1e-9 ? scaling : null;
}

/** The same map in pixels: shift and scale before and behind it. */
function unscaled(m: PlaneMap, { centreFrom: [fx, fy], centreTo: [tx, ty], spreadFrom, spreadTo }: Scaling): PlaneMap | null {
  const before = (row: readonly [number, number, number]): readonly [number, number, number] => [
    row[0] / spreadFrom,
    row[1] / spreadFrom,
    row[2] - (row[0] * fx + row[1] * fy) / spreadFrom,
  ];
  const w = before([m[6], m[7], 1]);
  const u = before([m[0], m[1], m[2]]).map((value, i) => value * spreadTo + tx * (w[i] ?? 0));
  const v = before([m[3], m[4], m[5]]).map((value, i) => value * spreadTo + ty * (w[i] ?? 0));
  const [a = 0, b = 0, c = 0] = u.map((value) => value / w[2]);
  const [d = 0, e = 0, f = 0] = v.map((value) => value / w[2]);
  const map: PlaneMap = [a, b, c, d, e, f, w[0] / w[2], w[1] / w[2]];
  return map.every(Number.isFinite) ? map : null;
}

/** Adds one equation (row . unknowns = value) to the normal equations. */
function accumulate(normal: readonly Float64Array[], row: readonly number[], value: number, weight: number): void {
  const size = normal.length;
  for (let i = 0; i < size; i++) {
    const line = normal[i];
    const factor = weight * (row[i] ?? 0);
    if (line === undefined || factor === 0) continue;
    for (let j = 0; j < size; j++) line[j] = (line[j] ?? 0) + factor * (row[j] ?? 0);
    line[size] = (line[size] ?? 0) + factor * value;
  }
}

/** Gauss with the largest pivot of each column; null when the system is (nearly) singular. The lines are used up. */
function solve(lines: readonly Float64Array[]): readonly number[] | null {
  const size = lines.length;
  const rows = [...lines];
  const least = 1e-9 * Math.max(...rows.map((line, i) => Math.abs(line[i] ?? 0)), 1e-300);
  for (let column = 0; column < size; column++) {
    const pivot = largestBelow(rows, column);
    const top = rows[pivot];
    const other = rows[column];
    if (top === undefined || other === undefined || !(Math.abs(top[column] ?? 0) > least)) return null;
    rows[pivot] = other;
    rows[column] = top;
    for (const line of rows) if (line !== top) clearColumn(line, top, column);
  }
  return rows.map((line, i) => (line[size] ?? 0) / (line[i] ?? 1));
}

function largestBelow(rows: readonly Float64Array[], column: number): number {
  let pivot = column;
  for (let row = column + 1; row < rows.length; row++) {
    if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = row;
  }
  return pivot;
}

/** Subtracts so much of `top` from the line that nothing is left in the column. */
function clearColumn(line: Float64Array, top: Float64Array, column: number): void {
  const factor = (line[column] ?? 0) / (top[column] ?? 1);
  for (let k = column; k < line.length; k++) line[k] = (line[k] ?? 0) - factor * (top[k] ?? 0);
}
