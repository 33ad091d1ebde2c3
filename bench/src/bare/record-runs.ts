import type { PhotoAnalysis } from '@snout/core/recognition';
import type { LoadedModels } from '@snout/vision/model';
import { analysePhoto, type PipelineRuntime } from '@snout/vision/pipeline';
import { type BareRun, runBare } from './bare-models.ts';
import { decodeBare } from './decode-bare.ts';

/** A photo with the very tensors that the pipeline shows to the networks for it. */
export interface RecordedPhoto {
  readonly bytes: Uint8Array;
  readonly runs: readonly BareRun[];
  readonly heads: PhotoAnalysis['heads'];
}

/** Sends a photo through the pipeline once and keeps what each network is given. Photos up to the pipeline's working size. */
export async function recordRuns(bytes: Uint8Array, models: LoadedModels): Promise<RecordedPhoto> {
  const runs: BareRun[] = [];
  const run = (recorded: BareRun): Promise<Float32Array> => {
    runs.push(recorded);
    return runBare(models, recorded);
  };
  const crops = (model: 'embedder' | 'quality'): PipelineRuntime['embedder']['run'] => {
    const { side } = models[model].manifest.input;
    return ({ data, count }) => run({ model, data, shape: [count, side, side, 3] });
  };
  const pixels = await decodeBare(bytes);
  const { heads } = await analysePhoto(
    { pixels: { ...pixels, channels: 3 }, width: pixels.width, height: pixels.height, takenAt: null },
    {
      detector: {
        manifest: models.detector.manifest,
        run: ({ data, width, height }) => run({ model: 'detector', data, shape: [1, height, width, 3] }),
      },
      embedder: { manifest: models.embedder.manifest, run: crops('embedder') },
      quality: { manifest: models.quality.manifest, run: crops('quality') },
    },
  );
  return { bytes, runs, heads };
}
