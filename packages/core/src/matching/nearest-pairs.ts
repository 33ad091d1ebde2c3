import type { MarkPair, Marks } from './marks.ts';

/** A pair with how much nearer it is than the next best mark: 1 is no nearer, 0 is the very same vector. */
export interface ProposedPair extends MarkPair {
  /** Squared distance to the partner over squared distance to the second nearest. */
  readonly ambiguity: number;
}

/**
 * Pairs that are each other's nearest, and clearly nearer than the second nearest (ratio test: Lowe 2004): distance <= ratio * second
 * distance. Most distinct first. Fewer than two marks on a side give none: there is no second to compare with.
 * @throws RangeError when the marks come from different networks.
 */
export function nearestPairs(a: Marks, b: Marks, ratio: number): readonly ProposedPair[] {
  if (a.model !== b.model || a.dimensions !== b.dimensions) throw new RangeError(`Marks of ${a.model} and ${b.model} cannot be compared.`);
  if (Math.min(a.count, b.count) < 2) return [];
  const rows = nearestOfEach(a, b);
  const pairs: ProposedPair[] = [];
  for (let i = 0; i < a.count; i++) {
    const j = rows.nearest[i] ?? 0;
    if (rows.back[j] !== i) continue;
    // Of vectors of length 1, the squared distance is 2 - 2 cosine.
    const ambiguity = Math.max(0, 1 - (rows.first[i] ?? 0)) / Math.max(1e-9, 1 - (rows.second[i] ?? 0));
    if (ambiguity <= ratio * ratio) pairs.push({ a: i, b: j, ambiguity });
  }
  return pairs.sort((one, other) => one.ambiguity - other.ambiguity || one.a - other.a);
}

interface Nearest {
  /** Of each mark of a: index of the nearest of b, and the cosines of the nearest and the second nearest. */
  readonly nearest: Int32Array;
  readonly first: Float32Array;
  readonly second: Float32Array;
  /** Of each mark of b: index of the nearest of a. */
  readonly back: Int32Array;
}

/** Every cosine once. Two rows and four columns at a time: six loads serve eight products. */
function nearestOfEach(a: Marks, b: Marks): Nearest {
  const nearest = new Int32Array(a.count);
  const first = new Float32Array(a.count).fill(-2);
  const second = new Float32Array(a.count).fill(-2);
  const back = new Int32Array(b.count);
  const backCosine = new Float32Array(b.count).fill(-2);
  const cosines = new Float64Array(ROWS * COLUMNS);
  const take = (i: number, j: number, cosine: number) => {
    if (cosine > (first[i] ?? 0)) {
      second[i] = first[i] ?? 0;
      first[i] = cosine;
      nearest[i] = j;
    } else if (cosine > (second[i] ?? 0)) second[i] = cosine;
    if (cosine > (backCosine[j] ?? 0)) {
      backCosine[j] = cosine;
      back[j] = i;
    }
  };
  for (let j = 0; j < b.count; j += COLUMNS) {
    const columns = Math.min(COLUMNS, b.count - j);
    for (let i = 0; i < a.count; i += ROWS) {
      dotBlock({ a, b, i, j }, cosines);
      const rows = Math.min(ROWS, a.count - i);
      for (let k = 0; k < rows * COLUMNS; k++)
        if (k % COLUMNS < columns) take(i + Math.floor(k / COLUMNS), j + (k % COLUMNS), cosines[k] ?? 0);
    }
  }
  return { nearest, first, second, back };
}

const ROWS = 2;
const COLUMNS = 4;

interface Block {
  readonly a: Marks;
  readonly b: Marks;
  /** First row and first column. */
  readonly i: number;
  readonly j: number;
}

/** Products of two rows of a and four of b, row by row. What lies beyond the last is read as the last: those products are not used. */
function dotBlock({ a, b, i, j }: Block, into: Float64Array): void {
  const length = a.dimensions;
  const x = a.vectors;
  const y = b.vectors;
  const u = i * length;
  const v = Math.min(i + 1, a.count - 1) * length;
  const last = b.count - 1;
  const p = j * length;
  const q = Math.min(j + 1, last) * length;
  const r = Math.min(j + 2, last) * length;
  const s = Math.min(j + 3, last) * length;
  let up = 0;
  let uq = 0;
  let ur = 0;
  let us = 0;
  let vp = 0;
  let vq = 0;
  let vr = 0;
  let vs = 0;
  for (let k = 0; k < length; k++) {
    const one = x[u + k] ?? 0;
    const other = x[v + k] ?? 0;
    const yp = y[p + k] ?? 0;
    const yq = y[q + k] ?? 0;
    const yr = y[r + k] ?? 0;
    const ys = y[s + k] ?? 0;
    up += one * yp;
    uq += one * yq;
    ur += one * yr;
    us += one * ys;
    vp += other * yp;
    vq += other * yq;
    vr += other * yr;
    vs += other * ys;
  }
  into[0] = up;
  into[1] = uq;
  into[2] = ur;
  into[3] = us;
  into[4] = vp;
  into[5] = vq;
  into[6] = vr;
  into[7] = vs;
}
