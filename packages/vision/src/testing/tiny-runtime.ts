import type { Box, Point } from '@snout/core/recognition';
import {
  detectorManifestSchema,
  type EmbedderManifest,
  embedderManifestSchema,
  QUALITY_FACTORS,
  qualityManifestSchema,
} from '../model/model-manifest.ts';
import type { CloseLookOptions } from '../pipeline/close-look.ts';
import type { NetworkImage, PipelineRuntime } from '../pipeline/pipeline-runtime.ts';
import type { DecodedPhoto } from '../pipeline/pixels.ts';

/** A head that the scripted detector reports, in pixels of the network's input. */
export interface ScriptedHead {
  readonly box: Box;
  readonly dog?: number;
  readonly cat?: number;
  readonly leftEye?: Point;
}

/** What the scripted embedder thinks of the n-th crop it is shown: log-odds that it is a head. */
export interface ScriptedHeadCheck {
  readonly settings: NonNullable<EmbedderManifest['headCheck']>;
  readonly logOdds: readonly number[];
}

export interface ScriptedRuntime {
  readonly runtime: PipelineRuntime;
  /** Inputs that the detector was shown. */
  readonly looks: NetworkImage[];
  /** Crops per run of the embedder. */
  readonly batches: number[];
}

const SIDE = 16;
const common = {
  version: '1',
  weights: { file: 'weights.onnx', sha256: '0'.repeat(64), bytes: 1, precision: 'fp32' },
  data: [],
  licence: 'CC-BY-4.0',
  golden: { file: 'golden.json', tolerance: 0.01 },
};
const raw = { name: 'pixels', dtype: 'uint8', layout: 'NHWC', color: 'RGB' };
const calibration = { slope: 1, intercept: 0, fmr: [], n: { individuals: 0, photos: 0, mated: 0, nonMated: 0 }, data: '' };

interface RuntimeOptions {
  readonly templateLength?: number;
  readonly closeLook?: CloseLookOptions;
  readonly headCheck?: ScriptedHeadCheck;
}

/** A pipeline runtime whose detector answers its n-th look with the n-th list of heads (nothing after the last). */
export function makeRuntime(
  script: ReadonlyArray<readonly ScriptedHead[]>,
  { templateLength = 1, closeLook, headCheck }: RuntimeOptions = {},
): ScriptedRuntime {
  const looks: NetworkImage[] = [];
  const batches: number[] = [];
  const detector = detectorManifestSchema.parse({
    ...common,
    id: 'fake-detector',
    task: 'head-detection',
    input: raw,
    output: { name: 'candidates' },
    postprocess: {
      scoreThreshold: 0.4,
      nmsIou: 0.5,
      maxHeads: 20,
      secondPassBelow: 0.4,
      tiles: { fraction: 0.6, overlap: 0.25 },
      closeLook,
    },
  });
  const embedder = embedderManifestSchema.parse({
    ...common,
    id: 'fake-embedder',
    task: 'face-embedding',
    input: { ...raw, side: SIDE },
    output: { name: 'templates' },
    headCheck: headCheck?.settings,
    crop: { side: SIDE, scale: 1.25, align: { minConfidence: 0.6, maxRoll: 45 } },
    calibration: { species: { dog: calibration, cat: calibration } },
  });
  const quality = qualityManifestSchema.parse({
    ...common,
    id: 'fake-quality',
    task: 'head-quality',
    input: { ...raw, side: SIDE },
    output: { name: 'factors', factors: QUALITY_FACTORS },
    score: { utility: [[0, 1]], headSide: [[0, 1]] },
    reasons: [],
  });
  const runtime: PipelineRuntime = {
    detector: {
      manifest: detector,
      async run(image) {
        looks.push(image);
        return Float32Array.from((script[looks.length - 1] ?? []).flatMap(toRow));
      },
    },
    embedder: {
      manifest: embedder,
      async run({ count }) {
        const shown = batches.reduce((sum, size) => sum + size, 0);
        batches.push(count);
        const rows = Array.from({ length: count }, (_, i) => {
          const row = [templateLength, ...new Array<number>(255).fill(0)];
          return headCheck ? [...row, headCheck.logOdds[shown + i] ?? 0] : row;
        });
        return Float32Array.from(rows.flat());
      },
    },
    quality: { manifest: quality, run: async ({ count }) => new Float32Array(count * QUALITY_FACTORS.length).fill(0.5) },
  };
  return { runtime, looks, batches };
}

export interface PhotoSize {
  readonly width: number;
  readonly height: number;
  readonly photoWidth?: number;
  readonly photoHeight?: number;
}

/** A grey photo; `width` and `height` of the working image. */
export function makePhoto({ width, height, photoWidth = width, photoHeight = height }: PhotoSize): DecodedPhoto {
  const pixels = { data: new Uint8Array(width * height * 3).fill(128), width, height, channels: 3 } as const;
  return { pixels, width: photoWidth, height: photoHeight, takenAt: null };
}

function toRow({ box, dog = 0, cat = 0, leftEye = [0, 0] }: ScriptedHead): readonly number[] {
  return [...box, dog, cat, ...leftEye, 0, 0, 0, 0, leftEye[0] > 0 ? 1 : 0, 0, 0, 0];
}
