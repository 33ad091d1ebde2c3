import type { Point } from '@snout/core/recognition';

/** What the network says of one crop. Cells of its maps, which span the crop: [0, cells] × [0, cells]. */
export interface DecodedNose {
  readonly presence: number;
  /** Extent of the largest piece of leather; null when there is none. */
  readonly leather: readonly [x0: number, y0: number, x1: number, y1: number] | null;
  /** Share of the ellipse in that extent that is leather: a nose half hidden, or half out of the picture, fills less. */
  readonly whole: number;
  readonly nostrils: readonly [Point, Point];
}

/** A cell is leather from this probability on. */
const LEATHER = 0.5;
/** Around the surest cell of a nostril so many to each side tell where it is. */
const NEAR = 2;

/** `rows`: 1 + 3 · cells² numbers: probability of a nose, of leather in each cell, and each nostril's shares. */
export function decodeNose(rows: Float32Array, cells: number): DecodedNose {
  const size = cells * cells;
  if (rows.length !== 1 + 3 * size) throw new RangeError(`The network of noses gives ${1 + 3 * size} numbers, not ${rows.length}.`);
  const map = (index: number) => rows.subarray(1 + index * size, 1 + (index + 1) * size);
  const piece = largestPiece(map(0), cells);
  const leather = piece && extentOf(map(0), piece, cells);
  const [one, other] = [placeOf(map(1), cells), placeOf(map(2), cells)];
  return {
    presence: rows[0] ?? 0,
    leather,
    whole: leather === null || piece === null ? 0 : Math.min(1, piece.size / ellipseArea(leather)),
    nostrils: one[0] <= other[0] ? [one, other] : [other, one],
  };
}

function ellipseArea([x0, y0, x1, y1]: NonNullable<DecodedNose['leather']>): number {
  return Math.max(1, (Math.PI / 4) * (x1 - x0) * (y1 - y0));
}

/** Cells of the largest connected piece, by their index. */
function largestPiece(leather: Float32Array, cells: number): ReadonlySet<number> | null {
  let largest: ReadonlySet<number> | null = null;
  const seen = new Set<number>();
  for (const [start, value] of leather.entries()) {
    if (value <= LEATHER || seen.has(start)) continue;
    const piece = new Set([start]);
    for (const cell of piece) {
      for (const next of neighbours(cell, cells)) if ((leather[next] ?? 0) > LEATHER) piece.add(next);
    }
    for (const cell of piece) seen.add(cell);
    if (piece.size > (largest?.size ?? 0)) largest = piece;
  }
  return largest;
}

function neighbours(cell: number, cells: number): number[] {
  const column = cell % cells;
  return [
    ...(column > 0 ? [cell - 1] : []),
    ...(column < cells - 1 ? [cell + 1] : []),
    ...(cell >= cells ? [cell - cells] : []),
    ...(cell < cells * (cells - 1) ? [cell + cells] : []),
  ];
}

/** Between cells, where the probability crosses one half. */
function extentOf(leather: Float32Array, piece: ReadonlySet<number>, cells: number): NonNullable<DecodedNose['leather']> {
  const columns = new Float32Array(cells);
  const rows = new Float32Array(cells);
  for (const [cell, value] of leather.entries()) {
    const kept = piece.has(cell) ? value : Math.min(value, LEATHER);
    const [column, row] = [cell % cells, Math.floor(cell / cells)];
    columns[column] = Math.max(columns[column] ?? 0, kept);
    rows[row] = Math.max(rows[row] ?? 0, kept);
  }
  const [x0, x1] = crossings(columns);
  const [y0, y1] = crossings(rows);
  return [x0, y0, x1, y1];
}

function crossings(profile: Float32Array): readonly [number, number] {
  const first = profile.findIndex((value) => value > LEATHER);
  const last = profile.findLastIndex((value) => value > LEATHER);
  const at = (index: number) => profile[index] ?? 0;
  const step = (inside: number, outside: number) => (at(inside) - LEATHER) / Math.max(1e-6, at(inside) - at(outside));
  return [
    first > 0 ? first + 0.5 - step(first, first - 1) : 0,
    last < profile.length - 1 ? last + 0.5 + step(last, last + 1) : profile.length,
  ];
}

/** Mean place around the surest cell. */
function placeOf(shares: Float32Array, cells: number): Point {
  let surest = 0;
  for (const [cell, share] of shares.entries()) if (share > (shares[surest] ?? 0)) surest = cell;
  const [column, row] = [surest % cells, Math.floor(surest / cells)];
  let [sum, x, y] = [1e-12, 0, 0];
  for (let r = Math.max(0, row - NEAR); r <= Math.min(cells - 1, row + NEAR); r++) {
    for (let c = Math.max(0, column - NEAR); c <= Math.min(cells - 1, column + NEAR); c++) {
      const share = shares[r * cells + c] ?? 0;
      sum += share;
      x += share * (c + 0.5);
      y += share * (r + 0.5);
    }
  }
  return [x / sum, y / sum];
}
