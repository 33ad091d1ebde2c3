import { z } from 'zod';
import { ModelError } from './model-error.ts';
import type { ModelManifest } from './model-manifest.ts';
import type { PixelTensor, TensorSession } from './tensor-session.ts';

const goldenSchema = z
  .array(
    z.object({
      input: z.object({
        generator: z.literal('ramp'),
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
    const got = await session.run(manifest.input.name, rampPixels(input.seed, input.shape), manifest.output.name);
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
