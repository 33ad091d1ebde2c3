import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Calibration } from '@snout/core/recognition';
import { MODEL_FOLDERS } from '../model/load-models.ts';
import { embedderManifestSchema, parseModelManifest } from '../model/model-manifest.ts';

/**
 * Writes a calibration into the embedder's model.json, whole or not at all; everything else in the file stays as it is. Throws
 * RangeError when the calibration belongs to another model. Recognisers that run already keep the old one.
 */
export async function saveCalibration(modelsDir: string, { model, species }: Calibration): Promise<void> {
  const path = join(modelsDir, MODEL_FOLDERS.embedder, 'model.json');
  const text = await readFile(path, 'utf8');
  const { id } = parseModelManifest(MODEL_FOLDERS.embedder, embedderManifestSchema, text);
  if (id !== model) throw new RangeError(`This calibration is for ${model}; the installed embedder is ${id}.`);
  const changed = `${JSON.stringify({ ...JSON.parse(text), calibration: { species } }, null, 2)}\n`;
  parseModelManifest(MODEL_FOLDERS.embedder, embedderManifestSchema, changed);
  await writeFile(`${path}.new`, changed);
  await rename(`${path}.new`, path);
}
