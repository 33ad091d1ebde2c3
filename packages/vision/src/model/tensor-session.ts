/** Name, element type and shape of one input or output of a network; null: a dimension that varies. */
export interface TensorInfo {
  readonly name: string;
  readonly dtype: string;
  readonly shape: ReadonlyArray<number | null>;
}

export interface PixelTensor {
  readonly data: Uint8Array;
  readonly shape: readonly number[];
}

export interface NumberTensor {
  readonly data: Float32Array;
  readonly shape: readonly number[];
}

/** One loaded network. Implemented by one file per runtime (onnxruntime-node, onnxruntime-web). Not for concurrent runs. */
export interface TensorSession {
  readonly inputs: readonly TensorInfo[];
  readonly outputs: readonly TensorInfo[];
  /** Runs `input` through; returns the output of that name. The result is the caller's to keep. */
  run(inputName: string, input: PixelTensor, outputName: string): Promise<NumberTensor>;
  release(): Promise<void>;
}

export type CreateSession = (weights: Uint8Array) => Promise<TensorSession>;
