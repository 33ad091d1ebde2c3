import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import { describeTensors, numbersOf } from '../model/onnx-tensors.ts';
import type { CreateSession } from '../model/tensor-session.ts';

export interface OnnxWebOptions {
  /** URL of the folder with the runtime's ort-wasm-simd-threaded.mjs and .wasm, with a slash at its end; absent: where the bundler put it. */
  readonly wasmBaseUrl?: string;
  /** More than 1 needs a cross-origin isolated page. */
  readonly threads: number;
}

/** Says where the runtime's WebAssembly lies and returns the loader. The settings are the page's: the first recogniser's hold. */
export function prepareOnnxWeb({ wasmBaseUrl, threads }: OnnxWebOptions): CreateSession {
  if (wasmBaseUrl !== undefined) env.wasm.wasmPaths = wasmBaseUrl;
  env.wasm.numThreads = threads;
  return async (weights) => {
    const session = await InferenceSession.create(weights, {
      executionProviders: ['wasm'],
      enableMemPattern: false,
      logSeverityLevel: 3,
    });
    return {
      inputs: describeTensors(session.inputMetadata),
      outputs: describeTensors(session.outputMetadata),
      async run(inputName, { data, shape }, outputName) {
        const results = await session.run({ [inputName]: new Tensor('uint8', data, shape) }, [outputName]);
        return numbersOf(results[outputName]);
      },
      release: () => session.release(),
    };
  };
}
