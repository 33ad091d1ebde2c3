import type { NumberTensor, TensorInfo } from './tensor-session.ts';

/** What both onnxruntime packages say about an input or output, without importing either. */
interface OnnxValueInfo {
  readonly name: string;
  readonly type?: string;
  readonly shape?: ReadonlyArray<number | string>;
}

/** Dimensions with a name instead of a number vary: null. */
export function describeTensors(values: readonly OnnxValueInfo[]): readonly TensorInfo[] {
  return values.map(({ name, type, shape }) => ({
    name,
    dtype: type ?? 'not a tensor',
    shape: (shape ?? []).map((size) => (typeof size === 'number' && size >= 0 ? size : null)),
  }));
}

/** The numbers of an output. Throws TypeError when it is not a float32 tensor. */
export function numbersOf(value: { readonly data?: unknown; readonly dims?: readonly number[] } | undefined): NumberTensor {
  if (!(value?.data instanceof Float32Array) || value.dims === undefined) throw new TypeError('The network gave no float32 tensor.');
  return { data: value.data, shape: value.dims };
}
