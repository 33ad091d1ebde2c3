import { type Template, toUnitVector } from '@snout/core/recognition';
import { PIPELINE_VERSION } from './pipeline-version.ts';

/**
 * Cuts the embedder's output into one template per crop. Vectors are scaled to length exactly 1 (half-precision weights leave up to
 * 1e-3); a vector that is not nearly of length 1 already is garbage and throws RangeError.
 */
export function readTemplates(output: Float32Array, dimensions: number, model: string): readonly Template[] {
  return Array.from({ length: output.length / dimensions }, (_, index) => {
    const row = output.subarray(index * dimensions, (index + 1) * dimensions);
    const norm = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0));
    if (!(Math.abs(norm - 1) < 0.01)) throw new RangeError(`${model} gave a vector of length ${norm} instead of 1.`);
    return { vector: toUnitVector(row.map((value) => value / norm)), model, pipeline: PIPELINE_VERSION };
  });
}
