import type { GroupedPhotos } from './labelled-photo.ts';
import { type PairScores, rowOffset, similarityOf } from './pair-scores.ts';

/** Two photos that the model confuses, by index into the group's photos. */
export interface Confusion {
  readonly a: number;
  readonly b: number;
  readonly similarity: number;
}

export interface WorstConfusions {
  /** Different individuals that look the same: highest first, each two individuals once. */
  readonly nonMated: readonly Confusion[];
  /** The same individual that looks different: lowest first, each individual once. */
  readonly mated: readonly Confusion[];
}

/** One confusion per individual or per two individuals: a mislabelled folder would otherwise fill the whole list. */
export function worstConfusions(group: GroupedPhotos, pairs: PairScores, count: number): WorstConfusions {
  return { nonMated: lookAlikes(group, pairs, count), mated: strangersToThemselves(group, pairs).slice(0, count) };
}

function lookAlikes(group: GroupedPhotos, pairs: PairScores, count: number): Confusion[] {
  const highest = new Map<number, Confusion>();
  let floor = -Infinity;
  for (let a = 0; a < pairs.samples; a++) {
    const offset = rowOffset(pairs.samples, a);
    const own = group.individualOf[a] ?? 0;
    for (let b = group.starts[own + 1] ?? 0; b < pairs.samples; b++) {
      const similarity = pairs.scores[offset + b] ?? 0;
      if (similarity <= floor) continue;
      const key = own * group.individuals.length + (group.individualOf[b] ?? 0);
      if (similarity > (highest.get(key)?.similarity ?? -Infinity)) highest.set(key, { a, b, similarity });
      if (highest.size >= 64 * count) floor = keepHighest(highest, count);
    }
  }
  return [...highest.values()].sort((x, y) => y.similarity - x.similarity).slice(0, count);
}

function strangersToThemselves(group: GroupedPhotos, pairs: PairScores): Confusion[] {
  const lowest = new Map<number, Confusion>();
  for (let a = 0; a < pairs.samples; a++) {
    const own = group.individualOf[a] ?? 0;
    for (let b = a + 1; b < (group.starts[own + 1] ?? 0); b++) {
      const similarity = similarityOf(pairs, a, b);
      if (similarity < (lowest.get(own)?.similarity ?? Infinity)) lowest.set(own, { a, b, similarity });
    }
  }
  return [...lowest.values()].sort((x, y) => x.similarity - y.similarity);
}

/** Forgets all but the highest; returns what a new one has to beat. */
function keepHighest(confusions: Map<number, Confusion>, count: number): number {
  const kept = [...confusions].sort((x, y) => y[1].similarity - x[1].similarity).slice(0, count);
  confusions.clear();
  for (const [key, confusion] of kept) confusions.set(key, confusion);
  return kept.at(-1)?.[1].similarity ?? -Infinity;
}
