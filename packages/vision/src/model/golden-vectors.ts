import { z } from 'zod';
import { ModelError } from './model-error.ts';
import type { ModelManifest } from './model-manifest.ts';
import type { PixelTensor, TensorSession } from './tensor-session.ts';

const goldenSchema = z
  .array(
    z.object({
      input: z.object({
        generator: z.enum(['ramp', 'blobs']),
        seed: z.number().int(),
        shape: z.array(z.number().int().positive()).length(4),
      }),
      /** Row-major, as one flat list. */
      output: z.array(z.number()),
    }),
  )
  .min(1);

/**
 * The pixels that golden vectors are made from: value at flat index i = (i * 31 + seed * 17 + (i >> 7) * 7) & 255. The same formula
 * is in training, so that no picture has to be stored.
 */
export function rampPixels(seed: number, shape: readonly number[]): PixelTensor {
  const data = new Uint8Array(shape.reduce((product, size) => product * size, 1));
  for (let i = 0; i < data.length; i++) data[i] = (i * 31 + seed * 17 + (i >> 7) * 7) & 255;
  return { data, shape };
}

/**
 * Soft spots of many sizes on grey, for networks that look for such: whole numbers alone, so that every machine makes the same. `shape`:
 * [1, height, width, 3]. The same formula is in training.
 */
export function blobPixels(seed: number, shape: readonly number[]): PixelTensor {
  const [, height = 0, width = 0] = shape;
  const data = new Uint8Array(width * height * 3);
  const spots = Array.from({ length: SPOTS }, (_, k) => {
    const start = seed * 7919 + k * k * 31;
    return { x: (start + k * 137) % width, y: (start + k * 251) % height, reach: 9 + ((k * 53) % 120), height: k % 2 === 1 ? 90 : -90 };
  });
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let value = 128;
      for (const spot of spots) {
        const near = spot.reach - (x - spot.x) ** 2 - (y - spot.y) ** 2;
        if (near > 0) value += Math.floor((near * spot.height) / spot.reach);
      }
      data.fill(Math.min(255, Math.max(0, value)), (y * width + x) * 3, (y * width + x) * 3 + 3);
    }
  }
  return { data, shape };
}

const SPOTS = 60;
const PIXELS = { ramp: rampPixels, blobs: blobPixels };

export interface GoldenCheck {
  readonly model: string;
  readonly manifest: ModelManifest;
  readonly session: TensorSession;
  /** Text of golden.json. */
  readonly text: string;
}

/**
 * Runs the golden inputs and compares with the recorded outputs: |got - want| <= tolerance + relativeTolerance * |want| for every
 * number. Catches weights that load but are not the trained ones, and runtimes that compute something else.
 * Throws ModelError `model-golden-differs`.
 */
export async function checkGoldenVectors({ model, manifest, session, text }: GoldenCheck): Promise<void> {
  const refuse = (detail: string) => new ModelError('model-golden-differs', model, `${manifest.golden.file}: ${detail}`);
  const parsed = goldenSchema.safeParse(parseJson(text));
  if (!parsed.success) throw refuse('it is not a list of golden vectors.');
  for (const [index, { input, output }] of parsed.data.entries()) {
    const got = await session.run(manifest.input.name, PIXELS[input.generator](input.seed, input.shape), manifest.output.name);
    if (got.data.length !== output.length) {
      throw refuse(`vector ${index} has ${got.data.length} numbers instead of ${output.length}.`);
    }
    const { tolerance, relativeTolerance } = manifest.golden;
    for (const [i, want] of output.entries()) {
      const difference = Math.abs((got.data[i] ?? Number.NaN) - want);
      if (!(difference <= tolerance + relativeTolerance * Math.abs(want))) {
        throw refuse(`vector ${index} differs by ${difference.toPrecision(3)} at number ${i}; allowed are ${tolerance}.`);
      }
    }
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
