import { InferenceSession, Tensor } from 'onnxruntime-node';
import { describeTensors, numbersOf } from '../model/onnx-tensors.ts';
import type { TensorSession } from '../model/tensor-session.ts';

export interface OnnxOptions {
  /** Threads of one run. 1 when several workers share the machine. */
  readonly threads: number;
}

/** Loads a network into this thread. run() blocks the thread that it is called on: never call it on the main thread of a service. */
export async function createOnnxSession(weights: Uint8Array, { threads }: OnnxOptions): Promise<TensorSession> {
  const session = await InferenceSession.create(weights, {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    // Input shapes vary from photo to photo: a pattern per shape would only pile up memory.
    enableMemPattern: false,
    // Spinning threads would take the other workers' processor time.
    extra: { session: { intra_op: { allow_spinning: '0' } } },
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
}
