import { expect, test } from 'vitest';
import { evaluate } from './evaluate.ts';
import { EVALUATE_DEFAULTS } from './evaluation.ts';
import { seededRandom, shuffled } from './seeded-random.ts';
import { labelledPhotos } from './testing/labelled-photos.ts';
import { naiveAuc, naiveEer, naiveRanks, naiveScores } from './testing/naive-evaluation.ts';

const photosEach = Array.from({ length: 24 }, (_, index) => 1 + (index % 8));
const photos = labelledPhotos({ seed: 11, photosEach, dimensions: 16, noise: 0.7 });

function evaluated(input = photos, options = EVALUATE_DEFAULTS) {
  const result = evaluate(input, options);
  if (result.kind !== 'evaluated') throw new Error(result.problem);
  return result.evaluation;
}

test('every figure of the report is the one of its definition', () => {
  const { counts, verification, identification, threePhotos, openSet } = evaluated();
  const naive = naiveScores(photos);
  expect(counts).toEqual({ individuals: 24, photos: 108, mated: naive.mated.length, nonMated: naive.nonMated.length, singlePhoto: 3 });
  expect(verification.eer.value).toBeCloseTo(naiveEer(naive), 9);
  expect(verification.auc.value).toBeCloseTo(naiveAuc(naive), 9);
  const ranks = naiveRanks(photos);
  expect(identification.searches).toBe(105);
  expect(identification.rank1.value).toBeCloseTo(ranks.filter((rank) => rank === 1).length / 105, 12);
  // Six, seven and eight photos: two triples each; three individuals of each size.
  expect(threePhotos).toMatchObject({ individuals: 9, templates: 18, mated: 9, nonMated: 144 });
  expect(threePhotos?.eer.value).toBeLessThan(verification.eer.value);
  expect(openSet).toMatchObject({ repeats: 10, enrolled: 12 });
});

test('bounds hold the value between them', () => {
  const { verification, identification, threePhotos } = evaluated();
  const estimates = [verification.eer, verification.auc, identification.rank1, identification.rank5, threePhotos?.eer];
  for (const found of [...estimates, ...verification.atFmr.map(({ fnmr }) => fnmr)]) {
    if (found === undefined || found === null) continue;
    expect(found.low).toBeLessThanOrEqual(found.value);
    expect(found.high).toBeGreaterThanOrEqual(found.value);
    expect(found.high).toBeGreaterThan(found.low);
  }
});

test('a false match rate that the comparisons cannot show is not reported', () => {
  const { verification, counts } = evaluated();
  expect(counts.nonMated).toBeGreaterThan(1000);
  expect(counts.nonMated).toBeLessThan(10_000);
  expect(verification.atFmr.map(({ fmr, fnmr }) => [fmr, fnmr !== null])).toEqual([
    [0.1, true],
    [0.01, true],
    [0.001, true],
    [0.0001, false],
  ]);
  expect(verification.atFmr.at(-1)).toEqual({ fmr: 0.0001, threshold: null, fnmr: null, tar: null });
});

test('the same photos in another order give the same report, another seed other bounds', () => {
  const report = evaluated();
  expect(evaluated(shuffled(photos, seededRandom(3)))).toEqual(report);
  const other = evaluated(photos, { ...EVALUATE_DEFAULTS, seed: 2 });
  expect(other.verification.eer.value).toBe(report.verification.eer.value);
  expect(other.verification.eer).not.toEqual(report.verification.eer);
});

test('the worst confusions are the extreme scores, each two individuals once', () => {
  const { worst } = evaluated();
  const naive = naiveScores(photos);
  expect(worst.nonMated[0]?.similarity).toBeCloseTo(naive.nonMated.at(-1) ?? 0, 6);
  expect(worst.mated[0]?.similarity).toBeCloseTo(naive.mated[0] ?? 0, 6);
  const twos = worst.nonMated.map(({ a, b }) => `${a.individual} ${b.individual}`);
  expect(new Set(twos).size).toBe(12);
  expect(worst.nonMated.every(({ a, b }) => a.individual !== b.individual)).toBe(true);
  expect(worst.mated.every(({ a, b }) => a.individual === b.individual && a.name !== b.name)).toBe(true);
});

test('too little to compare is said, not computed', () => {
  expect(evaluate([])).toEqual({ kind: 'too-little-data', problem: 'fewer-than-two-individuals' });
  const singles = labelledPhotos({ seed: 1, photosEach: [1, 1, 1], dimensions: 4, noise: 1 });
  expect(evaluate(singles)).toEqual({ kind: 'too-little-data', problem: 'no-individual-with-two-photos' });
});

test('a thousand photos, half a million pairs, take seconds', () => {
  const many = labelledPhotos({ seed: 2, photosEach: Array.from({ length: 200 }, () => 5), dimensions: 256, noise: 1 });
  expect(evaluated(many).counts.nonMated).toBe(497_500);
});
