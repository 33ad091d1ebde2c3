import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { MarksFigure } from './marks-figures.ts';
import { marksSummary } from './marks-summary.ts';
import { EVALUATION_DIR } from './publish.ts';
import { MODELS_DIR } from './weights.ts';

const text = (...path: string[]) => readFileSync(join(...path), 'utf8');
const published: { readonly model: string; readonly figures: readonly MarksFigure[] } = JSON.parse(text(EVALUATION_DIR, 'marks.json'));

test('the published tables of marks say what the figures beside them say', () => {
  expect(text(EVALUATION_DIR, 'marks.md')).toBe(marksSummary(published.model, published.figures));
});

test('the published figures are of the released network, and every set has all three kinds of marks', () => {
  expect(JSON.parse(text(MODELS_DIR, 'marks', 'model.json'))).toMatchObject({ id: published.model });
  const kinds = Object.groupBy(published.figures, ({ set }) => set);
  for (const [set, figures] of Object.entries(kinds)) {
    expect(
      figures?.map(({ kind }) => kind),
      set,
    ).toEqual(['learned', 'sift', 'orb']);
  }
});
