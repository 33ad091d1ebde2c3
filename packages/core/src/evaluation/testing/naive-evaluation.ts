import type { LabelledPhoto } from '../labelled-photo.ts';

/** The definitions written down as they are, one comparison at a time: what the fast code must agree with. */
export interface NaiveScores {
  readonly mated: readonly number[];
  readonly nonMated: readonly number[];
}

export function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] ?? 0) * (b[k] ?? 0);
  return Math.fround(sum);
}

export function naiveScores(photos: readonly LabelledPhoto[]): NaiveScores {
  const mated: number[] = [];
  const nonMated: number[] = [];
  for (const [index, a] of photos.entries()) {
    for (const b of photos.slice(index + 1)) {
      (a.individual === b.individual ? mated : nonMated).push(cosine(a.vector, b.vector));
    }
  }
  return { mated: mated.sort((a, b) => a - b), nonMated: nonMated.sort((a, b) => a - b) };
}

export function naiveFmr(scores: NaiveScores, threshold: number): number {
  return scores.nonMated.filter((score) => score >= threshold).length / scores.nonMated.length;
}

export function naiveFnmr(scores: NaiveScores, threshold: number): number {
  return scores.mated.filter((score) => score < threshold).length / scores.mated.length;
}

/** Every operating point in order, then the crossing of the straight line between the two on either side of FMR = FNMR. */
export function naiveEer(scores: NaiveScores): number {
  const thresholds = [...new Set([...scores.mated, ...scores.nonMated])].sort((a, b) => b - a);
  const points = [{ fmr: 0, fnmr: 1 }, ...thresholds.map((t) => ({ fmr: naiveFmr(scores, t), fnmr: naiveFnmr(scores, t) }))];
  for (const [index, after] of points.entries()) {
    const before = points[index - 1];
    if (before === undefined || after.fmr < after.fnmr) continue;
    const share = (before.fnmr - before.fmr) / (before.fnmr - before.fmr + after.fmr - after.fnmr);
    return before.fmr + share * (after.fmr - before.fmr);
  }
  return Number.NaN;
}

export function naiveAuc(scores: NaiveScores): number {
  let wins = 0;
  for (const m of scores.mated) for (const n of scores.nonMated) wins += m > n ? 1 : m === n ? 0.5 : 0;
  return wins / (scores.mated.length * scores.nonMated.length);
}

/** Rank of each searched photo's individual among all individuals, in the order of the photos. */
export function naiveRanks(photos: readonly LabelledPhoto[]): number[] {
  const ranks: number[] = [];
  for (const probe of photos) {
    const others = photos.filter((photo) => photo !== probe);
    const nearest = new Map<string, number>();
    for (const photo of others) {
      nearest.set(photo.individual, Math.max(nearest.get(photo.individual) ?? -2, cosine(probe.vector, photo.vector)));
    }
    const own = nearest.get(probe.individual);
    if (own === undefined) continue;
    ranks.push([...nearest].filter(([individual, score]) => individual === probe.individual || score >= own).length);
  }
  return ranks;
}
