import type { RecogniserModels } from '@snout/core/recognition';
import type { NetworkCrops, PipelineRuntime } from '../pipeline/pipeline-runtime.ts';
import { PIPELINE_VERSION } from '../pipeline/pipeline-version.ts';
import type { LoadedModel } from './load-model.ts';
import type { LoadedModels } from './load-models.ts';
import type { EmbedderManifest, QualityManifest } from './model-manifest.ts';

/** The pipeline's view of three loaded networks. */
export function pipelineFromModels({ detector, embedder, quality }: LoadedModels): PipelineRuntime {
  return {
    detector: {
      manifest: detector.manifest,
      async run({ data, width, height }) {
        const { input, output } = detector.manifest;
        return (await detector.session.run(input.name, { data, shape: [1, height, width, 3] }, output.name)).data;
      },
    },
    embedder: { manifest: embedder.manifest, run: (crops) => runCrops(embedder, crops) },
    quality: { manifest: quality.manifest, run: (crops) => runCrops(quality, crops) },
  };
}

/** What every analysis made with these models carries. */
export function recogniserModels({ detector, embedder, quality }: LoadedModels): RecogniserModels {
  const { id, calibration } = embedder.manifest;
  return {
    detector: detector.manifest.id,
    embedder: id,
    quality: quality.manifest.id,
    pipeline: PIPELINE_VERSION,
    calibration: { model: id, species: calibration.species },
  };
}

async function runCrops(
  { manifest, session }: LoadedModel<EmbedderManifest> | LoadedModel<QualityManifest>,
  { data, count }: NetworkCrops,
): Promise<Float32Array> {
  const { name, side } = manifest.input;
  return (await session.run(name, { data, shape: [count, side, side, 3] }, manifest.output.name)).data;
}
