import { existsSync, readFileSync } from 'node:fs';
import type { Box } from '@snout/core/recognition';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ConfidentPoint } from './candidates.ts';
import { headSquare } from './crop-geometry.ts';
import type { Pixels } from './pixels.ts';
import { sampleCrops } from './sample-crops.ts';

/** Crops that training cut from made-up pictures, with its own code: both must look at a head alike. */
const FIXTURE = new URL('../../fixtures/crop-parity.json', import.meta.url);
/** Mean absolute difference: rounding differs at the sharp edges of the pictures. */
const TOLERANCE = 6;

const landmark = z.object({ x: z.number(), y: z.number(), confidence: z.number() }).nullish();
const fixtureSchema = z
  .array(
    z.object({
      image: z.object({ generator: z.literal('ramp2d'), seed: z.number(), width: z.number(), height: z.number() }),
      head: z.object({
        box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
        landmarks: z.object({ leftEye: landmark, rightEye: landmark }).partial().nullish(),
      }),
      scale: z.number(),
      side: z.number(),
      align: z.object({ minConfidence: z.number(), maxRoll: z.number() }).default({ minConfidence: 0.6, maxRoll: 45 }),
      cropBase64: z.string(),
    }),
  )
  .min(1);

describe.skipIf(!existsSync(FIXTURE))(
  `crops of training and of the product (${existsSync(FIXTURE) ? 'both' : 'SKIPPED: no fixture'})`,
  () => {
    it('are the same', () => {
      const cases = fixtureSchema.parse(JSON.parse(readFileSync(FIXTURE, 'utf8')));
      for (const { image, head, scale, side, align, cropBase64 } of cases) {
        const wanted = Buffer.from(cropBase64, 'base64');
        const leftEye = toPoint(head.landmarks?.leftEye);
        const rightEye = toPoint(head.landmarks?.rightEye);
        const box: Box = head.box;
        const square = headSquare({ box, ...(leftEye && { leftEye }), ...(rightEye && { rightEye }) }, { scale, align });
        const crop = sampleCrops(ramp2d(image), [square], side);
        expect(wanted.length).toBe(crop.length);
        const difference = crop.reduce((sum, value, i) => sum + Math.abs(value - (wanted[i] ?? 0)), 0) / crop.length;
        expect({ box, difference: difference <= TOLERANCE ? 'small' : difference }).toEqual({ box, difference: 'small' });
      }
    });
  },
);

/** value(x, y, c) = (x * 3 + y * 5 + c * 40 + seed * 17 + ((x >> 4) ^ (y >> 4)) * 11) & 255, the formula of training's generator. */
function ramp2d({ seed, width, height }: { seed: number; width: number; height: number }): Pixels {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const value = x * 3 + y * 5 + seed * 17 + ((x >> 4) ^ (y >> 4)) * 11;
      for (let c = 0; c < 3; c++) data[(y * width + x) * 3 + c] = (value + c * 40) & 255;
    }
  }
  return { data, width, height, channels: 3 };
}

function toPoint(value: z.infer<typeof landmark>): ConfidentPoint | undefined {
  return value ? { point: [value.x, value.y], confidence: value.confidence } : undefined;
}
