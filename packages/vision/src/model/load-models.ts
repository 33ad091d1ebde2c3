import { type LoadedModel, loadModel, type ModelSource } from './load-model.ts';
import { ModelError } from './model-error.ts';
import {
  type DetectorManifest,
  detectorManifestSchema,
  type EmbedderManifest,
  embedderManifestSchema,
  type ModelManifest,
  type QualityManifest,
  qualityManifestSchema,
} from './model-manifest.ts';

/** Folder names of the three models. */
export const MODEL_FOLDERS = { detector: 'head-detector', embedder: 'face-embedder', quality: 'head-quality' } as const;

export interface LoadedModels {
  readonly detector: LoadedModel<DetectorManifest>;
  readonly embedder: LoadedModel<EmbedderManifest>;
  readonly quality: LoadedModel<QualityManifest>;
}

/**
 * Loads the three models of the pipeline, one after the other, and checks that they fit together: the embedder and the quality
 * model are shown the same crop. Throws ModelError.
 */
export async function loadModels(source: Omit<ModelSource<ModelManifest>, 'name' | 'schema'>): Promise<LoadedModels> {
  const detector = await loadModel({ ...source, name: MODEL_FOLDERS.detector, schema: detectorManifestSchema });
  const embedder = await loadModel({ ...source, name: MODEL_FOLDERS.embedder, schema: embedderManifestSchema });
  const quality = await loadModel({ ...source, name: MODEL_FOLDERS.quality, schema: qualityManifestSchema });
  const { side } = embedder.manifest.crop;
  for (const { manifest } of [embedder, quality]) {
    if (manifest.input.side !== side) {
      const detail = `its input is ${manifest.input.side} px, the crop of ${embedder.manifest.id} has ${side} px.`;
      throw new ModelError('model-interface-differs', manifest.id, detail);
    }
  }
  return { detector, embedder, quality };
}
