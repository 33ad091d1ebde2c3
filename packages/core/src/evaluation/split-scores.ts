import { type Grouping, samplesOf } from './labelled-photo.ts';
import { type PairScores, rowOffset } from './pair-scores.ts';

/** Scores of comparisons, each side sorted from lowest to highest. */
export interface SplitScores {
  /** Two samples of the same individual. */
  readonly mated: Float32Array;
  /** Samples of different individuals. */
  readonly nonMated: Float32Array;
}

export function splitScores(group: Grouping, pairs: PairScores): SplitScores {
  const matedCount = matedPairs(group);
  const mated = new Float32Array(matedCount);
  const nonMated = new Float32Array(pairs.scores.length - matedCount);
  let matedAt = 0;
  let nonMatedAt = 0;
  for (let i = 0; i < pairs.samples; i++) {
    const offset = rowOffset(pairs.samples, i);
    const ownEnd = group.starts[(group.individualOf[i] ?? 0) + 1] ?? 0;
    const own = pairs.scores.subarray(offset + i + 1, offset + ownEnd);
    const others = pairs.scores.subarray(offset + ownEnd, offset + pairs.samples);
    mated.set(own, matedAt);
    nonMated.set(others, nonMatedAt);
    matedAt += own.length;
    nonMatedAt += others.length;
  }
  return { mated: mated.sort(), nonMated: nonMated.sort() };
}

function matedPairs(group: Grouping): number {
  let pairs = 0;
  for (let k = 0; k + 1 < group.starts.length; k++) {
    const samples = samplesOf(group, k);
    pairs += (samples * (samples - 1)) / 2;
  }
  return pairs;
}
