import { type Template, toUnitVector } from '@snout/core/recognition';
import { type EmbedderManifest, embeddedColumns } from '../model/model-manifest.ts';
import { PIPELINE_VERSION } from './pipeline-version.ts';

export interface EmbeddedCrop {
  readonly template: Template;
  /** Log-odds that the crop shows a head; null where the model does not say. */
  readonly headLogOdds: number | null;
}

/**
 * Cuts the embedder's output into one template per crop. Vectors are scaled to length exactly 1 (half-precision weights leave up to
 * 1e-3); a vector that is not nearly of length 1 already is garbage and throws RangeError.
 */
export function readEmbeddedCrops(output: Float32Array, manifest: EmbedderManifest): readonly EmbeddedCrop[] {
  const {
    id: model,
    output: { dimensions },
    headCheck,
  } = manifest;
  const columns = embeddedColumns(manifest);
  return Array.from({ length: output.length / columns }, (_, index) => {
    const row = output.subarray(index * columns, index * columns + dimensions);
    const norm = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0));
    if (!(Math.abs(norm - 1) < 0.01)) throw new RangeError(`${model} gave a vector of length ${norm} instead of 1.`);
    const template = { vector: toUnitVector(row.map((value) => value / norm)), model, pipeline: PIPELINE_VERSION };
    return { template, headLogOdds: headCheck ? (output[index * columns + dimensions] ?? Number.NaN) : null };
  });
}
