import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type FusionSet, fusionSummary } from './fusion-summary.ts';
import { EVALUATION_DIR } from './publish.ts';
import type { FusionReport } from './snout-evaluate.ts';
import { MODELS_DIR } from './weights.ts';

const text = (...path: string[]) => readFileSync(join(...path), 'utf8');
const published: Readonly<Record<FusionSet, FusionReport>> = JSON.parse(text(EVALUATION_DIR, 'fusion.json'));

test('the published tables of fusion say what the figures beside them say', () => {
  expect(text(EVALUATION_DIR, 'fusion.md')).toBe(fusionSummary(published));
});

test('the published figures are of the released models, which were weighed for each other', () => {
  const embedder: string = JSON.parse(text(MODELS_DIR, 'face-embedder', 'model.json')).id;
  const { id, calibration } = JSON.parse(text(MODELS_DIR, 'marks', 'model.json'));
  for (const { models } of Object.values(published)) expect(models).toEqual({ embedder, marks: id });
  for (const species of ['dog', 'cat']) expect(calibration.fused[species]).toMatchObject({ embedder });
});

test('fusion is never worse than the face alone beyond its bound on a set that took no part', () => {
  for (const [set, { eerChange }] of Object.entries(published)) expect(eerChange.low, set).toBeLessThanOrEqual(0);
});
