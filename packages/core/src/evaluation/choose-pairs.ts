import type { Grouping } from './labelled-photo.ts';
import { seededRandom } from './seeded-random.ts';

/** Two samples to compare, by index into the group's photos, a < b. */
export interface ChosenPair {
  readonly a: number;
  readonly b: number;
}

export interface ChosenPairs {
  readonly mated: readonly ChosenPair[];
  readonly nonMated: readonly ChosenPair[];
}

/**
 * All pairs, or, where there are more than `most` of a kind, so many drawn at random without repetition: comparing marks takes milliseconds
 * a pair, not a multiplication. The same seed draws the same.
 */
export function choosePairs(group: Grouping, { most, seed }: { readonly most: number; readonly seed: number }): ChosenPairs {
  const mated: ChosenPair[] = [];
  const nonMated: ChosenPair[] = [];
  for (let a = 0; a < group.individualOf.length; a++) {
    for (let b = a + 1; b < group.individualOf.length; b++)
      (group.individualOf[a] === group.individualOf[b] ? mated : nonMated).push({ a, b });
  }
  return { mated: sample(mated, most, seed), nonMated: sample(nonMated, most, seed + 1) };
}

/** Fisher-Yates, as far as needed. */
function sample(pairs: ChosenPair[], most: number, seed: number): readonly ChosenPair[] {
  if (pairs.length <= most) return pairs;
  const random = seededRandom(seed);
  for (let i = 0; i < most; i++) {
    const j = i + Math.floor(random() * (pairs.length - i));
    [pairs[i], pairs[j]] = [pairs[j] as ChosenPair, pairs[i] as ChosenPair];
  }
  return pairs.slice(0, most);
}
