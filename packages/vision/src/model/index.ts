export { checkGoldenVectors, rampPixels } from './golden-vectors.ts';
export { type LoadedModel, loadModel, type ModelFiles, type ModelSource } from './load-model.ts';
export { type LoadedModels, loadModels, MODEL_FOLDERS } from './load-models.ts';
export { ModelError, type ModelErrorCode } from './model-error.ts';
export {
  type DetectorManifest,
  detectorManifestSchema,
  type EmbedderManifest,
  embedderManifestSchema,
  type ModelManifest,
  parseModelManifest,
  QUALITY_FACTORS,
  type QualityManifest,
  qualityManifestSchema,
} from './model-manifest.ts';
export type { CreateSession, NumberTensor, PixelTensor, TensorInfo, TensorSession } from './tensor-session.ts';
