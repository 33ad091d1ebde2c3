import { join } from 'node:path';
import { acquireTemplates, findDataRoot, heldOutDogs, type Individual, individualsIn } from '@snout/bench/real-photos';
import { type Evaluation, evaluate } from '@snout/core/evaluation';
import type { Species } from '@snout/core/recognition';
import { describe, expect, it } from 'vitest';
import { SKIPPED, sayIfSkipped, startRecogniser } from './recogniser.ts';

// Floors a little below what docs/evaluation reports: a worse model, crop or decision fails here, noise does not.
const root = findDataRoot(['dog-faces', 'cat-faces', 'campus-cats']);
sayIfSkipped('recognising individuals', root);
const folder = (name: string) => join(root ?? '', name);

describe.skipIf(root === null)(
  `individuals that the embedder was not trained on${root === null ? SKIPPED : ''}`,
  { timeout: 300_000 },
  () => {
    it('knows dogs apart from crops of their heads', async () => {
      const dogs = await heldOutDogs(root ?? '');
      expect(dogs.length).toBeGreaterThan(100);
      const { verification, identification } = await evaluateIndividuals(dogs, { species: 'dog', cropped: true });
      expect(verification.eer.value).toBeLessThanOrEqual(0.07);
      expect(identification.rank1.value).toBeGreaterThanOrEqual(0.88);
    });

    it('knows cats apart from crops of their heads', async () => {
      const cats = await individualsIn(folder('cat-faces'));
      const { verification, identification } = await evaluateIndividuals(cats, { species: 'cat', cropped: true });
      expect(verification.eer.value).toBeLessThanOrEqual(0.125);
      expect(identification.rank1.value).toBeGreaterThanOrEqual(0.92);
    });

    it('finds and knows cats in whole photos', async () => {
      const cats = await individualsIn(folder('campus-cats'));
      const { identification } = await evaluateIndividuals(cats, { species: 'cat', cropped: false });
      expect(identification.rank1.value).toBeGreaterThanOrEqual(0.81);
    });
  },
);

async function evaluateIndividuals(
  individuals: readonly Individual[],
  options: { readonly species: Species; readonly cropped: boolean },
): Promise<Evaluation> {
  await using recogniser = await startRecogniser();
  const { photos } = await acquireTemplates(recogniser, individuals, options);
  const result = evaluate(photos, { seed: 1, resamples: 20, confusions: 0 });
  if (result.kind !== 'evaluated') throw new Error(result.problem);
  return result.evaluation;
}
