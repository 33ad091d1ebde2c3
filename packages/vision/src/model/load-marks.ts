import type { MarksModel } from '@snout/core/matching';
import type { MarksRuntime } from '../marks/find-marks.ts';
import { type LoadedModel, loadModel, type ModelSource } from './load-model.ts';
import { type MarksManifest, type ModelManifest, marksManifestSchema } from './model-manifest.ts';

/** Folder name of the local-feature network. Apart from MODEL_FOLDERS: only what compares two photos loads it. */
export const MARKS_FOLDER = 'marks';

/** Loads and verifies the local-feature network as loadModel does. Throws ModelError. */
export function loadMarks(source: Omit<ModelSource<ModelManifest>, 'name' | 'schema'>): Promise<LoadedModel<MarksManifest>> {
  return loadModel({ ...source, name: MARKS_FOLDER, schema: marksManifestSchema });
}

export function marksRuntime({ manifest, session }: LoadedModel<MarksManifest>): MarksRuntime {
  const { name, side } = manifest.input;
  return {
    manifest,
    run: async (crop) => (await session.run(name, { data: crop, shape: [1, side, side, 3] }, manifest.output.name)).data,
  };
}

/** `noses`: id of the model that finds noses. */
export function marksModel({ id, matching, calibration }: MarksManifest, noses: string): MarksModel {
  const { fused = {} } = calibration;
  return { id, noses, rules: matching, calibration: { ...calibration, fused } };
}
