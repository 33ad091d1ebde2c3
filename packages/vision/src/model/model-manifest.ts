import { QUALITY_REASONS } from '@snout/core/recognition';
import { z } from 'zod';
import { ModelError } from './model-error.ts';

/**
 * Schema of models/<name>/model.json: everything outside the weights that changes an answer. Unknown keys are ignored, so that
 * a newer training may add notes; a missing or wrong key refuses the model.
 */
const fileName = z.string().regex(/^[\w][\w.-]*$/, 'a file name without folders');
const unitInterval = z.number().min(0).max(1);
const positiveInteger = z.number().int().positive();

const common = {
  /** Stamped on everything the model makes; changes whenever the weights do. */
  id: z.string().min(1),
  version: z.string().min(1),
  weights: z.object({
    file: fileName,
    sha256: z.string().regex(/^[0-9a-f]{64}$/, 'a lower-case hexadecimal SHA-256'),
    bytes: positiveInteger,
    precision: z.string(),
  }),
  data: z.array(z.object({ name: z.string(), licence: z.string(), use: z.string() })),
  licence: z.string().min(1),
  golden: z.object({ file: fileName, tolerance: z.number().positive(), relativeTolerance: z.number().min(0).default(0) }),
};

const rawPixels = { name: z.string(), dtype: z.literal('uint8'), layout: z.literal('NHWC'), color: z.literal('RGB') };

export const detectorManifestSchema = z.object({
  ...common,
  task: z.literal('head-detection'),
  /** The photo is scaled so that its longer side is `longerSide`, then padded with grey `padding` to multiples of `multipleOf` (px). */
  input: z.object({
    ...rawPixels,
    longerSide: positiveInteger.default(416),
    multipleOf: positiveInteger.default(32),
    padding: z.number().int().min(0).max(255).default(114),
  }),
  output: z.object({ name: z.string(), columns: z.number().int().min(15).default(16) }),
  postprocess: z.object({
    scoreThreshold: unitInterval,
    nmsIou: unitInterval,
    maxHeads: positiveInteger,
    /** The tiles are looked at only when no candidate of the whole photo scores this much. */
    secondPassBelow: unitInterval,
    /** Square tiles of `fraction` of the photo's longer side, overlapping by at least `overlap` of a tile. */
    tiles: z.object({ fraction: z.number().min(0.2).max(1), overlap: z.number().min(0).max(0.8) }),
    /** Each candidate from score `from` on is looked at once more from near, the best `atMost` of a photo; see close-look.ts. */
    closeLook: z
      .object({ from: unitInterval, scale: z.number().min(1).max(6), side: positiveInteger.multipleOf(32), atMost: positiveInteger })
      .optional(),
  }),
});

const speciesCalibration = z.object({
  slope: z.number(),
  intercept: z.number(),
  fmr: z.array(z.object({ fmr: unitInterval, threshold: z.number() })),
  n: z.object({ individuals: z.number(), photos: z.number(), mated: z.number(), nonMated: z.number() }),
  data: z.string(),
});

export const embedderManifestSchema = z.object({
  ...common,
  task: z.literal('face-embedding'),
  input: z.object({ ...rawPixels, side: positiveInteger }),
  output: z.object({ name: z.string(), dimensions: positiveInteger.default(256) }),
  /**
   * Where the output has one more column, the log-odds that the crop shows a head at all: what the detector finds from score `from` on is
   * judged by both, and kept from `threshold` on; see head-check.ts.
   */
  headCheck: z.object({ from: unitInterval, part: z.number().min(0), threshold: unitInterval }).optional(),
  crop: z.object({
    side: positiveInteger,
    /** Side of the square crop as a multiple of the box's longer side. */
    scale: z.number().min(0.5).max(3),
    /** Degrees of head roll up to which the line of the eyes is made level. */
    align: z.object({ minConfidence: unitInterval, maxRoll: z.number().min(0).max(90) }),
  }),
  calibration: z.object({ species: z.object({ dog: speciesCalibration, cat: speciesCalibration }) }),
});

export const QUALITY_FACTORS = ['utility', 'sharpness', 'light', 'visibility', 'glare'] as const;
/** Columns of the quality model's output, in this order. */
const factorOrder = z.array(z.string()).refine((names) => names.join() === QUALITY_FACTORS.join(), `must be ${QUALITY_FACTORS.join(', ')}`);

const curve = z
  .array(z.tuple([z.number(), unitInterval]))
  .min(1)
  .refine((points) => points.every(([x, y], i) => i === 0 || isAfter([x, y], points[i - 1])), 'x must ascend and y must not fall');

export const qualityManifestSchema = z.object({
  ...common,
  task: z.literal('head-quality'),
  input: z.object({ ...rawPixels, side: positiveInteger }),
  output: z.object({ name: z.string(), factors: factorOrder }),
  /** score = 100 * utility curve * head side curve (px of the photo); piecewise linear, level beyond both ends. */
  score: z.object({ utility: curve, headSide: curve }),
  reasons: z.array(
    z.object({
      factor: z.enum([...QUALITY_FACTORS, 'headSide', 'frontality']),
      below: z.number().optional(),
      above: z.number().optional(),
      reason: z.enum(QUALITY_REASONS),
    }),
  ),
});

/** As a face's, over the strength of an agreement instead of a similarity; `drawn`: no real animal took part. */
const marksCalibration = speciesCalibration.extend({ measuredOn: z.enum(['photos', 'drawn']) });

/** See FusionCalibration in core's matching/fusion.ts. */
const fusionCalibration = speciesCalibration.extend({
  embedder: z.string(),
  coat: z.object({ slope: z.number().positive(), intercept: z.number() }),
  weight: z.number().min(0),
});

/** See MatchingRule in core's matching/agreement.ts. */
const matchingRule = z.object({
  ratio: unitInterval,
  guess: unitInterval,
  map: unitInterval,
  reach: unitInterval,
  base: unitInterval,
  stretch: unitInterval,
});

export const marksManifestSchema = z.object({
  ...common,
  task: z.literal('local-marks'),
  input: z.object({ ...rawPixels, side: positiveInteger.multipleOf(32) }),
  /** A row a mark: x, y, score, then a vector of `dimensions` numbers. */
  output: z.object({ name: z.string(), dimensions: positiveInteger }),
  /** `least`: see PickOptions in marks/pick-marks.ts. `edge`: strip without marks beside the edge of the photo, px of the crop. */
  pick: z.object({ edge: z.number().int().min(0), least: unitInterval }),
  /** How a head is cropped; as the embedder's. */
  crop: z.object({
    scale: z.number().min(0.5).max(3),
    align: z.object({ minConfidence: unitInterval, maxRoll: z.number().min(0).max(90) }),
  }),
  matching: z.object({ nose: matchingRule, coat: matchingRule }),
  calibration: z.object({
    nose: marksCalibration,
    coat: z.object({ dog: marksCalibration, cat: marksCalibration }),
    fused: z.object({ dog: fusionCalibration.exactOptional(), cat: fusionCalibration.exactOptional() }).exactOptional(),
  }),
});

export const noseManifestSchema = z.object({
  ...common,
  task: z.literal('nose-region'),
  input: z.object({ ...rawPixels, side: positiveInteger }),
  /** 1 + 3 · cells² numbers, see nose/decode-nose.ts. */
  output: z.object({ name: z.string(), cells: positiveInteger }),
  /** Probability of a nose from which there is one. */
  least: unitInterval,
});

export type DetectorManifest = z.infer<typeof detectorManifestSchema>;
export type EmbedderManifest = z.infer<typeof embedderManifestSchema>;
export type QualityManifest = z.infer<typeof qualityManifestSchema>;
export type MarksManifest = z.infer<typeof marksManifestSchema>;
export type NoseManifest = z.infer<typeof noseManifestSchema>;
export type ModelManifest = DetectorManifest | EmbedderManifest | QualityManifest | MarksManifest | NoseManifest;

/** Columns of the embedder's output: the template and, where the manifest has a head check, the log-odds for it. */
export function embeddedColumns({ output, headCheck }: Pick<EmbedderManifest, 'output' | 'headCheck'>): number {
  return output.dimensions + (headCheck === undefined ? 0 : 1);
}

/** Parses the text of a model.json. Throws ModelError `model-manifest-invalid` that names every wrong key. */
export function parseModelManifest<M extends ModelManifest>(model: string, schema: z.ZodType<M>, text: string): M {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new ModelError('model-manifest-invalid', model, `model.json is not JSON: ${String(error)}`);
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'model.json'}: ${issue.message}`);
  throw new ModelError('model-manifest-invalid', model, `model.json is not as expected: ${issues.join('; ')}.`);
}

function isAfter(point: readonly [number, number], before: readonly [number, number] | undefined): boolean {
  return before === undefined || (point[0] > before[0] && point[1] >= before[1]);
}
