import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MarksCalibrations } from '@snout/core/matching';
import type { Calibration } from '@snout/core/recognition';
import type { z } from 'zod';
import { MARKS_FOLDER } from '../model/load-marks.ts';
import { MODEL_FOLDERS } from '../model/load-models.ts';
import { embedderManifestSchema, type ModelManifest, marksManifestSchema, parseModelManifest } from '../model/model-manifest.ts';

/**
 * Writes a calibration into the embedder's model.json, whole or not at all; everything else in the file stays as it is. Throws
 * RangeError when the calibration belongs to another model. Recognisers that run already keep the old one.
 */
export function saveCalibration(modelsDir: string, { model, species }: Calibration): Promise<void> {
  return replaceCalibration(
    { path: join(modelsDir, MODEL_FOLDERS.embedder, 'model.json'), schema: embedderManifestSchema, model },
    { species },
  );
}

/** The same for the marks of noses and coats. */
export function saveMarksCalibration(modelsDir: string, model: string, calibration: MarksCalibrations): Promise<void> {
  return replaceCalibration({ path: join(modelsDir, MARKS_FOLDER, 'model.json'), schema: marksManifestSchema, model }, calibration);
}

interface Target<M extends ModelManifest> {
  readonly path: string;
  readonly schema: z.ZodType<M>;
  /** Id of the model that the calibration is for. */
  readonly model: string;
}

async function replaceCalibration<M extends ModelManifest>({ path, schema, model }: Target<M>, calibration: unknown): Promise<void> {
  const text = await readFile(path, 'utf8');
  const { id } = parseModelManifest(model, schema, text);
  if (id !== model) throw new RangeError(`This calibration is for ${model}; the installed model is ${id}.`);
  const changed = `${JSON.stringify({ ...JSON.parse(text), calibration }, null, 2)}\n`;
  parseModelManifest(model, schema, changed);
  await writeFile(`${path}.new`, changed);
  await rename(`${path}.new`, path);
}
