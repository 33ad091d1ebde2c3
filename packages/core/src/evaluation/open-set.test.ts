import { expect, test } from 'vitest';
import { groupByIndividual } from './labelled-photo.ts';
import { rateAtFpir, searchOpenSet, sortSearches } from './open-set.ts';
import { compareAll } from './pair-scores.ts';
import { seededRandom } from './seeded-random.ts';
import { labelledPhotos } from './testing/labelled-photos.ts';

const searches = (...scores: number[]) => scores.map((score, individual) => ({ individual, score }));

test('worked by hand: one false alarm of four is allowed at an FPIR of 25 %', () => {
  const nonMated = searches(0.8, 0.6, 0.4, 0.2);
  // Allowed: 0.8. Barred: 0.6 and below. Mated 0.9 and 0.7 pass; 0.6 and one whose animal was not first are missed.
  const rate = rateAtFpir(searches(0.9, 0.7, 0.6, -2), nonMated, 0.25);
  expect(rate.fnir).toBe(0.5);
  expect(rate.threshold).toBe(0.6);
});

test('a search whose animal was not first is missed at any threshold', () => {
  expect(rateAtFpir(searches(0.9, -2), searches(0.1), 1).fnir).toBe(0.5);
});

test('weights draw searches by individual', () => {
  const rate = rateAtFpir(searches(0.9, 0.1), searches(0.5, 0.3), 0, Int32Array.of(3, 1));
  expect(rate).toEqual({ threshold: Number.NaN, fnir: Number.NaN });
  expect(rateAtFpir(searches(0.9, 0.1), searches(0.5, 0.3), 0.1, Int32Array.of(3, 1)).fnir).toBe(0.25);
});

test('half are enrolled, no photo is searched for against itself, the others are all strangers', () => {
  const group = groupByIndividual(labelledPhotos({ seed: 3, photosEach: [4, 4, 4, 4, 1, 1], dimensions: 8, noise: 0 }));
  const found = searchOpenSet(group, compareAll(group), 5, seededRandom(1));
  expect(found.enrolled).toBe(3);
  // Enrolled: 2 of 4 photos, so 2 left to search for; strangers: the fourth with 4 photos and the two with one.
  expect(found.mated).toHaveLength(5 * 3 * 2);
  expect(found.nonMated).toHaveLength(5 * (4 + 1 + 1));
  // Without noise every mated search is exactly right.
  for (const { score } of found.mated) expect(score).toBeCloseTo(1, 5);
  expect(rateAtFpir(sortSearches(found.mated), sortSearches(found.nonMated), 0.1).fnir).toBe(0);
});
