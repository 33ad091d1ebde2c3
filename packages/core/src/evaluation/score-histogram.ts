import type { SplitScores } from './split-scores.ts';

/** Counts in bins of equal width. */
export interface ScoreHistogram {
  readonly from: number;
  readonly to: number;
  readonly mated: readonly number[];
  readonly nonMated: readonly number[];
}

export function scoreHistogram(scores: SplitScores, bins: number): ScoreHistogram {
  const from = Math.min(scores.mated[0] ?? 0, scores.nonMated[0] ?? 0);
  const to = Math.max(scores.mated.at(-1) ?? 0, scores.nonMated.at(-1) ?? 0);
  const count = (sorted: Float32Array) => {
    const counts = new Array<number>(bins).fill(0);
    for (const score of sorted) {
      const bin = Math.min(bins - 1, Math.floor(((score - from) / (to - from || 1)) * bins));
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
    return counts;
  };
  return { from, to, mated: count(scores.mated), nonMated: count(scores.nonMated) };
}
