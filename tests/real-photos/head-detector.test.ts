import { detectHeldOutHeads, findDataRoot } from '@snout/bench/real-photos';
import { describe, expect, it } from 'vitest';
import { SKIPPED, sayIfSkipped, startRecogniser } from './recogniser.ts';

const root = findDataRoot(['heads', 'cat-head-boxes', 'unlabelled-cats', 'unlabelled-dogs']);
sayIfSkipped('the head detector', root);

describe.skipIf(root === null)(`the head detector on photos that it was not trained on${root === null ? SKIPPED : ''}`, () => {
  it('finds the heads, little else, the right species, eyes and noses', async () => {
    await using recogniser = await startRecogniser();
    const figures = await detectHeldOutHeads(recogniser, root ?? '', 'fresh');
    expect(figures.counts.photos).toBeGreaterThan(50);
    // Floors against getting worse, just below what was measured. The targets, and which are missed, stand in docs/evaluation.
    expect(figures.recall.value).toBeGreaterThanOrEqual(0.95);
    expect(figures.falseHeads.value).toBeLessThanOrEqual(0.05);
    expect(figures.species.value).toBeGreaterThanOrEqual(0.98);
    expect(figures.landmarkError.value).toBeLessThanOrEqual(0.035);
  });
});
