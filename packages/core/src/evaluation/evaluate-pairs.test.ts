import { expect, test } from 'vitest';
import { choosePairs } from './choose-pairs.ts';
import { evaluate } from './evaluate.ts';
import { evaluatePairs, type ScoredPair } from './evaluate-pairs.ts';
import { groupByIndividual } from './labelled-photo.ts';
import { compareAll, similarityOf } from './pair-scores.ts';
import { labelledPhotos } from './testing/labelled-photos.ts';

const OPTIONS = { seed: 1, resamples: 200 };

test('all pairs of a labelled set give the figures that the set itself gives', () => {
  const photos = labelledPhotos({ photosEach: new Array<number>(20).fill(4), dimensions: 16, noise: 0.8, seed: 3 });
  const group = groupByIndividual(photos);
  const scores = compareAll(group);
  const { mated, nonMated } = choosePairs(group, { most: 1e6, seed: 1 });
  const scored = [...mated.map((pair) => ({ ...pair, same: true })), ...nonMated.map((pair) => ({ ...pair, same: false }))].map(
    ({ a, b, same }): ScoredPair => ({
      a: group.photos[a]?.name ?? '',
      b: group.photos[b]?.name ?? '',
      same,
      score: similarityOf(scores, a, b),
    }),
  );
  const [whole, pairs] = [evaluate(photos), evaluatePairs(scored, OPTIONS)];
  if (whole.kind !== 'evaluated' || pairs.kind !== 'evaluated') throw new Error('not evaluated');
  expect(pairs.evaluation.counts).toEqual({ photos: 80, individuals: 20, mated: 120, nonMated: 3040 });
  expect(pairs.evaluation.eer.value).toBeCloseTo(whole.evaluation.verification.eer.value, 9);
  expect(pairs.evaluation.eer.high).toBeGreaterThan(pairs.evaluation.eer.value);
  expect(pairs.evaluation.auc.value).toBeCloseTo(whole.evaluation.verification.auc.value, 9);
  expect(pairs.evaluation.atFmr.map(({ threshold, tar }) => [threshold, tar?.value])).toEqual(
    whole.evaluation.verification.atFmr.map(({ threshold, tar }) => [threshold, tar?.value]),
  );
});

test('pairs that contradict each other are found, through others too', () => {
  const pair = (a: string, b: string, same: boolean): ScoredPair => ({ a, b, same, score: 0.5 });
  const pairs = [pair('1', '2', true), pair('4', '5', false), pair('2', '3', true), pair('3', '1', false)];
  expect(evaluatePairs(pairs, OPTIONS)).toEqual({ kind: 'contradiction', index: 3 });
});

test('photos of an individual that is known are one, though no pair joins them', () => {
  const pairs: ScoredPair[] = [
    { a: '1', b: '2', same: true, score: 0.9, individuals: ['mia', 'mia'] },
    { a: '3', b: '4', same: true, score: 0.8, individuals: ['mia', 'mia'] },
    { a: '1', b: '5', same: false, score: 0.1, individuals: ['mia', 'rex'] },
  ];
  const result = evaluatePairs(pairs, OPTIONS);
  expect(result.kind === 'evaluated' && result.evaluation.counts).toEqual({ photos: 5, individuals: 2, mated: 2, nonMated: 1 });
});

test('pairs of one kind alone give no figures', () => {
  expect(evaluatePairs([{ a: '1', b: '2', same: true, score: 0.1 }], OPTIONS)).toEqual({ kind: 'too-little-data', mated: 1, nonMated: 0 });
  expect(evaluatePairs([], OPTIONS)).toEqual({ kind: 'too-little-data', mated: 0, nonMated: 0 });
});

test('of many pairs so many are drawn, each once, the same for a seed', () => {
  const group = groupByIndividual(labelledPhotos({ photosEach: new Array<number>(12).fill(5), dimensions: 8, noise: 1, seed: 4 }));
  const chosen = choosePairs(group, { most: 50, seed: 9 });
  expect([chosen.mated.length, chosen.nonMated.length]).toEqual([50, 50]);
  expect(new Set(chosen.nonMated.map(({ a, b }) => `${a} ${b}`)).size).toBe(50);
  expect(chosen.nonMated.every(({ a, b }) => a < b && group.individualOf[a] !== group.individualOf[b])).toBe(true);
  expect(chosen.mated.every(({ a, b }) => group.individualOf[a] === group.individualOf[b])).toBe(true);
  expect(choosePairs(group, { most: 50, seed: 9 })).toEqual(chosen);
  expect(choosePairs(group, { most: 50, seed: 10 })).not.toEqual(chosen);
});
