import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MODEL_FOLDERS } from '../model/load-models.ts';
import { QUALITY_FACTORS } from '../model/model-manifest.ts';
import { type OnnxGraph, type OnnxNode, tinyOnnx } from './tiny-onnx.ts';

/** Side of the tiny models' crops, px. */
export const TINY_SIDE = 16;
/** The one candidate that the tiny detector sees in every picture that is not black, in pixels of the network's input. */
export const TINY_CANDIDATE = [40, 30, 200, 190, 0.9, 0.1, 80, 100, 160, 120, 120, 150, 0.9, 0.9, 0.9, 0] as const;

const PIXELS = TINY_SIDE * TINY_SIDE * 3;
const RAW = { dtype: 'uint8', layout: 'NHWC', color: 'RGB' } as const;
const CROPS = { name: 'crops', ...RAW, side: TINY_SIDE };
const CALIBRATION = {
  slope: 12,
  intercept: -6,
  fmr: [{ fmr: 0.01, threshold: 0.6 }],
  n: { individuals: 2, photos: 4, mated: 2, nonMated: 4 },
  data: 'made up',
};

/**
 * A folder with three models that follow the real interface: the detector sees one dog in every picture that is not black; the
 * embedder is a fixed random projection of the crop; every quality factor is the crop's mean brightness. Golden vectors are
 * computed without the networks, unless given by model name.
 */
export async function writeTinyModels(golden: Readonly<Record<string, readonly number[]>> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'snout-tiny-models-'));
  await writeModel(folder, MODEL_FOLDERS.detector, detectorGraph(), golden, {
    task: 'head-detection',
    input: { name: 'image', ...RAW },
    output: { name: 'candidates', columns: 16 },
    postprocess: { scoreThreshold: 0.4, nmsIou: 0.5, maxHeads: 20, secondPassBelow: 0.4, tiles: { fraction: 0.6, overlap: 0.25 } },
  });
  await writeModel(folder, MODEL_FOLDERS.embedder, projectionGraph('templates', 256), golden, {
    task: 'face-embedding',
    input: CROPS,
    output: { name: 'templates', dimensions: 256 },
    crop: { side: TINY_SIDE, scale: 1.25, align: { minConfidence: 0.6, maxRoll: 45 } },
    calibration: { species: { dog: CALIBRATION, cat: CALIBRATION } },
  });
  await writeModel(folder, MODEL_FOLDERS.quality, brightnessGraph(), golden, {
    task: 'head-quality',
    input: CROPS,
    output: { name: 'factors', factors: QUALITY_FACTORS },
    score: {
      utility: [
        [0, 0],
        [1, 1],
      ],
      headSide: [
        [24, 0.3],
        [96, 1],
      ],
    },
    reasons: [
      { factor: 'light', below: 0.2, reason: 'more-light' },
      { factor: 'headSide', below: 64, reason: 'move-closer' },
    ],
  });
  return folder;
}

async function writeModel(
  folder: string,
  name: string,
  graph: OnnxGraph,
  golden: Readonly<Record<string, readonly number[]>>,
  rest: Readonly<Record<string, unknown>>,
): Promise<void> {
  const bytes = tinyOnnx(graph);
  const manifest = {
    id: `tiny-${name}`,
    version: '1.0.0',
    weights: { file: 'weights.onnx', sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length, precision: 'fp32' },
    data: [],
    licence: 'CC-BY-4.0',
    golden: { file: 'golden.json', tolerance: 1e-4 },
    ...rest,
  };
  const shape = name === MODEL_FOLDERS.detector ? [1, 32, 64, 3] : [1, TINY_SIDE, TINY_SIDE, 3];
  const vectors = [{ input: { generator: 'ramp', seed: 1, shape }, output: golden[name] ?? expectedGolden(name, shape) }];
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, 'weights.onnx'), bytes);
  await writeFile(join(folder, name, 'model.json'), JSON.stringify(manifest, null, 2));
  await writeFile(join(folder, name, 'golden.json'), JSON.stringify(vectors));
}

/** The golden vectors by another way than the network: plain arithmetic on the ramp. */
function expectedGolden(name: string, shape: readonly number[]): readonly number[] {
  const size = shape.reduce((product, value) => product * value, 1);
  const ramp = Array.from({ length: size }, (_, i) => (i * 31 + 17 + (i >> 7) * 7) & 255);
  if (name === MODEL_FOLDERS.detector) return TINY_CANDIDATE;
  if (name === MODEL_FOLDERS.quality) return QUALITY_FACTORS.map(() => ramp.reduce((sum, value) => sum + value, 0) / size / 255);
  const weights = projectionWeights(256);
  const projected = Array.from({ length: 256 }, (_, column) =>
    ramp.reduce((sum, value, row) => sum + value * (weights[row * 256 + column] ?? 0), 0),
  );
  const norm = Math.hypot(...projected);
  return projected.map((value) => value / norm);
}

const TO_FLOAT: OnnxNode = { op: 'Cast', inputs: ['pixels'], output: 'float', ints: { to: 1 } };

function detectorGraph(): OnnxGraph {
  return {
    nodes: [
      { ...TO_FLOAT, inputs: ['image'] },
      { op: 'Flatten', inputs: ['float'], output: 'flat', ints: { axis: 1 } },
      { op: 'ReduceMax', inputs: ['flat'], output: 'brightest', ints: { keepdims: 1 } },
      { op: 'Mul', inputs: ['brightest', 'large'], output: 'limit' },
      { op: 'Min', inputs: ['candidate', 'limit'], output: 'candidates' },
    ],
    constants: {
      large: { shape: [1, 1], values: Float32Array.of(1000) },
      candidate: { shape: [1, 16], values: Float32Array.from(TINY_CANDIDATE) },
    },
    input: { name: 'image', type: 'uint8', shape: [1, 'height', 'width', 3] },
    output: { name: 'candidates', type: 'float32', shape: ['count', 16] },
  };
}

function projectionGraph(name: string, columns: number): OnnxGraph {
  return {
    nodes: [
      { ...TO_FLOAT, inputs: ['crops'] },
      { op: 'Flatten', inputs: ['float'], output: 'flat', ints: { axis: 1 } },
      { op: 'MatMul', inputs: ['flat', 'weights'], output: 'projected' },
      { op: 'LpNormalization', inputs: ['projected'], output: name, ints: { axis: 1, p: 2 } },
    ],
    constants: { weights: { shape: [PIXELS, columns], values: projectionWeights(columns) } },
    input: { name: 'crops', type: 'uint8', shape: ['batch', TINY_SIDE, TINY_SIDE, 3] },
    output: { name, type: 'float32', shape: ['batch', columns] },
  };
}

function brightnessGraph(): OnnxGraph {
  const columns = QUALITY_FACTORS.length;
  return {
    nodes: [
      { ...TO_FLOAT, inputs: ['crops'] },
      { op: 'Flatten', inputs: ['float'], output: 'flat', ints: { axis: 1 } },
      { op: 'MatMul', inputs: ['flat', 'weights'], output: 'factors' },
    ],
    constants: { weights: { shape: [PIXELS, columns], values: new Float32Array(PIXELS * columns).fill(1 / PIXELS / 255) } },
    input: { name: 'crops', type: 'uint8', shape: ['batch', TINY_SIDE, TINY_SIDE, 3] },
    output: { name: 'factors', type: 'float32', shape: ['batch', columns] },
  };
}

/** Whole numbers from a linear congruential generator: exact in every arithmetic. */
function projectionWeights(columns: number): Float32Array {
  let state = 7;
  return Float32Array.from({ length: PIXELS * columns }, () => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return ((state >> 16) % 9) - 4;
  });
}
