/** Writes ONNX files of a few operators, so that tests run the real runtimes without stored weights. Field numbers: onnx.proto3. */
export interface OnnxNode {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly ints?: Readonly<Record<string, number>>;
}

export interface OnnxGraph {
  readonly nodes: readonly OnnxNode[];
  readonly constants: Readonly<Record<string, { readonly shape: readonly number[]; readonly values: Float32Array | BigInt64Array }>>;
  readonly input: OnnxValue;
  readonly output: OnnxValue;
}

/** A dimension given as text varies. */
export interface OnnxValue {
  readonly name: string;
  readonly type: 'float32' | 'uint8';
  readonly shape: ReadonlyArray<number | string>;
}

const ELEMENT_TYPES = { float32: 1, uint8: 2, int64: 7 } as const;
const INT_ATTRIBUTE = 2;

/** Opset 17. Bytes of a model that onnxruntime loads. */
export function tinyOnnx({ nodes, constants, input, output }: OnnxGraph): Uint8Array<ArrayBuffer> {
  const graph = message(
    ...nodes.map((node) => field(1, encodeNode(node))),
    field(2, text('tiny')),
    ...Object.entries(constants).map(([name, { shape, values }]) => {
      const type = values instanceof Float32Array ? ELEMENT_TYPES.float32 : ELEMENT_TYPES.int64;
      const raw = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
      return field(5, message(...shape.map((size) => integer(1, size)), integer(2, type), field(8, text(name)), field(9, raw)));
    }),
    field(11, encodeValue(input)),
    field(12, encodeValue(output)),
  );
  return message(integer(1, 8), field(7, graph), field(8, message(field(1, text('')), integer(2, 17))));
}

function encodeNode({ op, inputs, output, ints = {} }: OnnxNode): Uint8Array {
  const attributes = Object.entries(ints).map(([name, value]) =>
    field(5, message(field(1, text(name)), integer(3, value), integer(20, INT_ATTRIBUTE))),
  );
  return message(...inputs.map((name) => field(1, text(name))), field(2, text(output)), field(4, text(op)), ...attributes);
}

function encodeValue({ name, type, shape }: OnnxValue): Uint8Array {
  const dimensions = shape.map((size) => field(1, typeof size === 'number' ? integer(1, size) : field(2, text(size))));
  const tensor = message(integer(1, ELEMENT_TYPES[type]), field(2, message(...dimensions)));
  return message(field(1, text(name)), field(2, message(field(1, tensor))));
}

function message(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function field(number: number, bytes: Uint8Array): Uint8Array {
  return message(varint(number * 8 + 2), varint(bytes.length), bytes);
}

function integer(number: number, value: number): Uint8Array {
  return message(varint(number * 8), varint(value));
}

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return Uint8Array.from([...bytes, rest]);
}

function text(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}
