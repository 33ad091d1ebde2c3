import { type LoadedModel, loadModel, type ModelFiles } from '../model/load-model.ts';
import { MODEL_FOLDERS } from '../model/load-models.ts';
import { loadNose, noseRuntime } from '../model/load-nose.ts';
import { type DetectorManifest, detectorManifestSchema, type QualityManifest, qualityManifestSchema } from '../model/model-manifest.ts';
import type { CreateSession } from '../model/tensor-session.ts';
import type { NoseRuntime } from '../nose/find-nose.ts';
import type { PipelineRuntime } from '../pipeline/pipeline-runtime.ts';

/** The three small networks of a live picture; the embedder stays on the server. */
export interface LiveModels {
  readonly detector: PipelineRuntime['detector'];
  readonly quality: PipelineRuntime['quality'];
  readonly nose: NoseRuntime;
}

interface LiveModelSource {
  readonly files: ModelFiles;
  readonly createSession: CreateSession;
  /** Longer side of the detector's input, px: less than for photos, since a frame must be looked at in a tenth of a second. */
  readonly longerSide: number;
}

/** Loads and verifies them. The golden vectors are left to the server, which looks at every photo again. Throws ModelError. */
export async function loadLiveModels({ files, createSession, longerSide }: LiveModelSource): Promise<LiveModels> {
  const source = { files, createSession, checkGolden: false };
  const detector = await loadModel({ ...source, name: MODEL_FOLDERS.detector, schema: detectorManifestSchema });
  const quality = await loadModel({ ...source, name: MODEL_FOLDERS.quality, schema: qualityManifestSchema });
  const nose = noseRuntime(await loadNose(source));
  return { detector: liveDetector(detector, longerSide), quality: liveQuality(quality), nose };
}

function liveDetector({ manifest, session }: LoadedModel<DetectorManifest>, longerSide: number): LiveModels['detector'] {
  const { input, output, postprocess } = manifest;
  return {
    // A second look, at tiles or from near, would cost frames.
    manifest: { ...manifest, input: { ...input, longerSide }, postprocess: { ...postprocess, secondPassBelow: 0, closeLook: undefined } },
    async run({ data, width, height }) {
      return (await session.run(input.name, { data, shape: [1, height, width, 3] }, output.name)).data;
    },
  };
}

function liveQuality({ manifest, session }: LoadedModel<QualityManifest>): LiveModels['quality'] {
  const { name, side } = manifest.input;
  return {
    manifest,
    run: async ({ data, count }) => (await session.run(name, { data, shape: [count, side, side, 3] }, manifest.output.name)).data,
  };
}
