import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cumulativeMatch, rankRate, searchRanks } from './identification.ts';
import { groupByIndividual, type LabelledPhoto } from './labelled-photo.ts';
import { compareAll } from './pair-scores.ts';
import { arbitraryPhotos } from './testing/labelled-photos.ts';
import { naiveRanks } from './testing/naive-evaluation.ts';

const at = (individual: string, name: string, degrees: number): LabelledPhoto => {
  const angle = (degrees * Math.PI) / 180;
  return { individual, name, vector: Float32Array.of(Math.cos(angle), Math.sin(angle)), quality: 50 };
};

test('worked by hand: three pets on a circle', () => {
  // a at 0 and 40, b at 50 and 60, c alone at 10. a0: nearest are c (10), then a (40): rank 2. a40: b (10), c (30), a (40): rank 3.
  // b50: b and a are both 10 away, a tie: rank 2. b60: b: rank 1. c is never searched for.
  const group = groupByIndividual([at('a', '1', 0), at('a', '2', 40), at('b', '3', 50), at('b', '4', 60), at('c', '5', 10)]);
  const ranks = searchRanks(group, compareAll(group));
  expect(ranks.map(({ rank }) => rank)).toSatisfy((found: number[]) => found[0] === 2 && found[1] === 3 && found[3] === 1);
  expect(ranks).toHaveLength(4);
  expect(rankRate(ranks, 3)).toBe(1);
});

test('agrees with sorting every individual for every photo', () => {
  fc.assert(
    fc.property(arbitraryPhotos, (photos) => {
      const group = groupByIndividual(photos);
      const ranks = searchRanks(group, compareAll(group)).map(({ rank }) => rank);
      // Noise-free photos tie to the last bit; the two ways of summing may break such ties differently.
      const naive = naiveRanks(group.photos);
      expect(ranks.length).toBe(naive.length);
      if (photos.every((photo) => photo.quality < 99)) expect(ranks).toEqual(naive);
    }),
  );
});

test('the CMC rises to 1 at the number of individuals', () => {
  fc.assert(
    fc.property(arbitraryPhotos, (photos) => {
      const group = groupByIndividual(photos);
      const cmc = cumulativeMatch(searchRanks(group, compareAll(group)), group.individuals.length);
      expect(cmc).toEqual(cmc.toSorted((a, b) => a - b));
      expect(cmc.at(-1)).toBe(1);
    }),
  );
});

test('weights count a search as often as its individual was drawn', () => {
  const ranks = [
    { individual: 0, rank: 1 },
    { individual: 1, rank: 2 },
  ];
  expect(rankRate(ranks, 1, Int32Array.of(3, 1))).toBe(0.75);
  expect(rankRate(ranks, 1, Int32Array.of(0, 0))).toBeNaN();
});
