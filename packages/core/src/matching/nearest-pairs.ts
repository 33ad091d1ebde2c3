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

/** Every cosine once. Four columns at a time: one load of a row serves four products. */
function nearestOfEach(a: Marks, b: Marks): Nearest {
  const nearest = new Int32Array(a.count);
  const first = new Float32Array(a.count).fill(-2);
  const second = new Float32Array(a.count).fill(-2);
  const back = new Int32Array(b.count);
  const backCosine = new Float32Array(b.count).fill(-2);
  const cosines = new Float64Array(4);
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
  for (let j = 0; j < b.count; j += 4) {
    const columns = Math.min(4, b.count - j);
    for (let i = 0; i < a.count; i++) {
      dotFour(a, i, b, { from: j, columns, into: cosines });
      for (let k = 0; k < columns; k++) take(i, j + k, cosines[k] ?? 0);
    }
  }
  return { nearest, first, second, back };
}

interface Columns {
  readonly from: number;
  readonly columns: number;
  readonly into: Float64Array;
}

/** Rows beyond the last are read as the last: their products are not used. */
function dotFour(a: Marks, i: number, b: Marks, { from, columns, into }: Columns): void {
  const length = a.dimensions;
  const x = a.vectors;
  const y = b.vectors;
  const row = i * length;
  const p = from * length;
  const q = (from + Math.min(1, columns - 1)) * length;
  const r = (from + Math.min(2, columns - 1)) * length;
  const s = (from + Math.min(3, columns - 1)) * length;
  let [dotP, dotQ, dotR, dotS] = [0, 0, 0, 0];
  for (let k = 0; k < length; k++) {
    const value = x[row + k] ?? 0;
    dotP += value * (y[p + k] ?? 0);
    dotQ += value * (y[q + k] ?? 0);
    dotR += value * (y[r + k] ?? 0);
    dotS += value * (y[s + k] ?? 0);
  }
  into[0] = dotP;
  into[1] = dotQ;
  into[2] = dotR;
  into[3] = dotS;
}
