import type { DetectorManifest, EmbedderManifest, QualityManifest } from '../model/model-manifest.ts';

/** RGB bytes, row by row, with what they are the pixels of. */
export interface NetworkImage {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** `count` square crops of the manifests' side, one after the other. */
export interface NetworkCrops {
  readonly data: Uint8Array;
  readonly count: number;
}

/** What the pipeline needs of a platform: three networks and what their manifests say. All results are flat and row-major. */
export interface PipelineRuntime {
  readonly detector: { readonly manifest: DetectorManifest; run(image: NetworkImage): Promise<Float32Array> };
  readonly embedder: { readonly manifest: EmbedderManifest; run(crops: NetworkCrops): Promise<Float32Array> };
  readonly quality: { readonly manifest: QualityManifest; run(crops: NetworkCrops): Promise<Float32Array> };
}
