import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { MODEL_FOLDERS } from '@snout/vision/model';

export const MODELS_DIR = resolve(import.meta.dirname, '../../../models');

/** The weights file of a model as its manifest has it. */
export interface Weights {
  readonly model: string;
  readonly bytes: number;
  readonly sha256: string;
}

export function readWeights(): Promise<readonly Weights[]> {
  return Promise.all(
    Object.values(MODEL_FOLDERS).map(async (model) => {
      const { weights } = JSON.parse(await readFile(resolve(MODELS_DIR, model, 'model.json'), 'utf8'));
      return { model, bytes: weights.bytes, sha256: weights.sha256 };
    }),
  );
}
