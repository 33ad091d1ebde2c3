import { fileURLToPath } from 'node:url';
import { createNodeRecogniser, type NodeRecogniser } from '@snout/vision/node';

const MODELS = fileURLToPath(new URL('../../models', import.meta.url));

export const SKIPPED = ' (skipped: SNOUT_DATA_ROOT names no folder with these photos)';

/** The product's recogniser with its own models, closed at the end of the block. */
export async function startRecogniser(): Promise<NodeRecogniser & AsyncDisposable> {
  const recogniser = await createNodeRecogniser({ modelsDir: MODELS });
  return { ...recogniser, [Symbol.asyncDispose]: () => recogniser.close() };
}

/** A suite that does not run must not look like one that passed. */
export function sayIfSkipped(suite: string, root: string | null): void {
  if (root === null) process.stderr.write(`Real photos: ${suite} is not tested; set SNOUT_DATA_ROOT to the folder of photos.\n`);
}
