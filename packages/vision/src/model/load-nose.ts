import type { NoseRuntime } from '../nose/find-nose.ts';
import { type LoadedModel, loadModel, type ModelSource } from './load-model.ts';
import { type ModelManifest, type NoseManifest, noseManifestSchema } from './model-manifest.ts';

/** Loads and verifies the network that finds noses as loadModel does. Throws ModelError. */
export function loadNose(source: Omit<ModelSource<ModelManifest>, 'name' | 'schema'>): Promise<LoadedModel<NoseManifest>> {
  return loadModel({ ...source, name: 'nose-region', schema: noseManifestSchema });
}

export function noseRuntime({ manifest, session }: LoadedModel<NoseManifest>): NoseRuntime {
  const { name, side } = manifest.input;
  return {
    manifest,
    run: async (crop) => (await session.run(name, { data: crop, shape: [1, side, side, 3] }, manifest.output.name)).data,
  };
}
