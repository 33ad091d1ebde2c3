import { expect, test } from 'vitest';
import { evaluateFusion, type TriplyScoredPair } from './evaluate-fusion.ts';
import { type FusionPair, type FusionPairs, fitFusion } from './fit-fusion.ts';
import { seededRandom } from './seeded-random.ts';

const ABOUT = { embedder: 'made-up', coat: { slope: 20, intercept: -6 }, counts: { individuals: 40, photos: 400 }, data: 'Made up.' };

/** Faces that overlap; coats that tell (or do not) independently of them. */
function made(coatTells: number, seed: number): FusionPairs {
  const random = seededRandom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const pairs = (count: number, sign: number): FusionPair[] =>
    Array.from({ length: count }, () => ({
      similarity: 0.3 + sign * 0.15 + 0.15 * normal(),
      coat: { strength: Math.min(1, Math.max(0, 0.3 + sign * coatTells + 0.05 * normal())), trust: 1 },
    }));
  return { mated: pairs(2000, 1), nonMated: pairs(4000, -1) };
}

function fitted(pairs: FusionPairs) {
  const result = fitFusion(pairs, ABOUT);
  if (result.kind !== 'calibrated') throw new Error(result.kind);
  return result.calibration;
}

test('a coat that tells gets a weight, one that tells nothing gets none', () => {
  const telling = fitted(made(0.05, 1));
  expect(telling.weight).toBeGreaterThan(0);
  expect(telling).toMatchObject({ embedder: 'made-up', coat: ABOUT.coat, data: 'Made up.', n: { mated: 2000, nonMated: 4000 } });
  expect(telling.fmr.map(({ fmr }) => fmr)).toEqual([1e-1, 1e-2, 1e-3]);
  expect(fitted(made(0, 2)).weight).toBe(0);
});

test('a coat that speaks against what is so is never weighed negatively', () => {
  expect(fitted(made(-0.05, 3)).weight).toBe(0);
});

test('too few pairs make no calibration', () => {
  const { mated, nonMated } = made(0.05, 4);
  expect(fitFusion({ mated: mated.slice(0, 5), nonMated }, ABOUT)).toEqual({ kind: 'too-little-data', mated: 5, nonMated: 4000 });
});

test('face, coat and both are evaluated on the same pairs, and the change of EER has bounds of its own', () => {
  const scored = (fused: (face: number, same: boolean) => number): TriplyScoredPair[] => {
    const random = seededRandom(5);
    return Array.from({ length: 30 }, (_, animal) => animal).flatMap((animal) =>
      Array.from({ length: 20 }, (_, i): TriplyScoredPair => {
        const same = i < 8;
        const face = (same ? 0.5 : 0.1) + random() * 0.5;
        const b = same ? animal : (animal + i) % 30;
        const scores = { face, coat: random(), fused: fused(face, same) };
        return { a: `${animal}/${i}`, b: `${b}/x${i}`, same, scores, individuals: [`${animal}`, `${b}`] };
      }),
    );
  };
  const run = (pairs: readonly TriplyScoredPair[]) => {
    const result = evaluateFusion(pairs, { seed: 1, resamples: 200 });
    if (result.kind !== 'evaluated') throw new Error(result.kind);
    return result.evaluation;
  };
  const better = run(scored((face, same) => face + (same ? 0.05 : -0.05)));
  expect(better.fused.eer.value).toBeLessThan(better.face.eer.value);
  expect(better.coat.eer.value).toBeGreaterThan(better.face.eer.value);
  expect(better.eerChange.value).toBeCloseTo(better.fused.eer.value - better.face.eer.value, 12);
  expect(better.eerChange.high).toBeLessThan(0);
  // Where nothing changes, no resample shows a change: bounds that ignored the pairing would be as wide as those of the EER.
  expect(run(scored((face) => face)).eerChange).toEqual({ value: 0, low: 0, high: 0 });
});

test('pairs that contradict each other give no figures', () => {
  const pair = (a: string, b: string, same: boolean): TriplyScoredPair => ({ a, b, same, scores: { face: 0.5, coat: 0.5, fused: 0.5 } });
  const result = evaluateFusion([pair('1', '2', true), pair('2', '3', true), pair('3', '1', false)], { seed: 1, resamples: 200 });
  expect(result).toEqual({ kind: 'contradiction', index: 2 });
});
