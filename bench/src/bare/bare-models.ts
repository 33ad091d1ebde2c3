import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type LoadedModels, loadModels, type TensorSession } from '@snout/vision/model';
import { InferenceSession, Tensor } from 'onnxruntime-node';

/** A pass of a network over pixels. */
export interface BareRun {
  readonly model: keyof LoadedModels;
  readonly data: Uint8Array;
  readonly shape: readonly number[];
}

/** The three networks on ONNX Runtime as it comes: default options but for the number of threads. */
export function loadBareModels(modelsDir: string, threads: number): Promise<LoadedModels> {
  return loadModels({
    files: { read: async (model, file) => new Uint8Array(await readFile(join(modelsDir, model, file))) },
    createSession: (weights) => createBareSession(weights, threads),
    checkGolden: false,
  });
}

export async function runBare(models: LoadedModels, { model, data, shape }: BareRun): Promise<Float32Array> {
  const { manifest, session } = models[model];
  return (await session.run(manifest.input.name, { data, shape }, manifest.output.name)).data;
}

async function createBareSession(weights: Uint8Array, threads: number): Promise<TensorSession> {
  const session = await InferenceSession.create(weights, { intraOpNumThreads: threads, logSeverityLevel: 3 });
  const describe = (values: typeof session.inputMetadata) =>
    values.map((value) => {
      if (!value.isTensor) throw new TypeError(`${value.name} is no tensor.`);
      return { name: value.name, dtype: value.type, shape: value.shape.map((size) => (typeof size === 'number' ? size : null)) };
    });
  return {
    inputs: describe(session.inputMetadata),
    outputs: describe(session.outputMetadata),
    async run(inputName, { data, shape }, outputName) {
      const { [outputName]: output } = await session.run({ [inputName]: new Tensor('uint8', data, shape) }, [outputName]);
      if (!(output?.data instanceof Float32Array)) throw new TypeError(`${outputName} is no float32 tensor.`);
      return { data: output.data, shape: output.dims };
    },
    release: () => session.release(),
  };
}
