import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EVALUATION_DIR, readPublished } from './publish.ts';
import { summary } from './summary.ts';
import { readWeights } from './weights.ts';

const README = join(EVALUATION_DIR, 'README.md');

test('the published summary says what the figures beside it say', async () => {
  const figures = await readPublished();
  expect(existsSync(README)).toBe(figures !== null);
  if (figures !== null) expect(readFileSync(README, 'utf8')).toBe(summary(figures, await readWeights()));
});

test('published figures are of the weights in models/', async () => {
  const figures = await readPublished();
  const weights = Object.fromEntries((await readWeights()).map(({ model, sha256 }) => [model, sha256]));
  for (const [name, measured] of Object.entries(figures ?? {})) expect(measured.weights, `${name}: npm run evaluation`).toEqual(weights);
});
