import { COPY_DISTANCE, hashDistance, SCREEN_SUSPECTED_FROM } from '@snout/core/recognition';
import { renderDemoPhoto } from '@snout/drawn-pets/node';
import fc from 'fast-check';
import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { createFourier } from './fourier.ts';
import { rephotographScreen } from './rephotograph-screen.ts';
import { tracePhoto } from './trace-photo.ts';

async function toPixels(image: Sharp) {
  const { data, info } = await image.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: 3 } as const;
}

/** Noise of all sizes, the coarser the stronger, as in real scenes (1 / f). */
async function drawClouds(seed: number) {
  const data = new Uint8ClampedArray(SIZE * SIZE * 3).fill(128);
  let state = seed;
  const noise = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return 128 + 100 * (state / 2 ** 32 - 0.5);
  };
  for (let cells = 5; cells <= SIZE; cells *= 2) {
    const grid = Uint8Array.from({ length: cells * cells * 3 }, noise);
    const smooth = await sharp(grid, { raw: { width: cells, height: cells, channels: 3 } })
      .resize(SIZE, SIZE, { kernel: 'cubic' })
      .raw()
      .toBuffer();
    data.forEach((value, i) => {
      data[i] = value + ((smooth[i] ?? 128) - 128) * (8 / Math.sqrt(cells) / 2);
    });
  }
  return { data, width: SIZE, height: SIZE, channels: 3 } as const;
}

const SIZE = 640;
const trace = async (image: Sharp) => tracePhoto(await toPixels(image));
const again = async (image: Sharp) => sharp(await image.jpeg({ quality: 60 }).toBuffer());

describe('traces of photos', () => {
  const photos: Uint8Array[] = [];
  beforeAll(async () => {
    for (const seed of [1, 2, 3, 4]) {
      const pet = { seed, species: seed % 2 ? 'cat' : 'dog' } as const;
      photos.push((await renderDemoPhoto('candid', pet, { photoSeed: seed, size: SIZE })).bytes);
    }
  });
  const each = <T>(what: (image: Sharp, bytes: Uint8Array) => Promise<T>) => Promise.all(photos.map((bytes) => what(sharp(bytes), bytes)));

  it.each([
    ['saved again', (image: Sharp) => again(image)],
    ['made smaller', (image: Sharp) => again(image.resize(300))],
    ['made larger', (image: Sharp) => again(image.resize(1100))],
    ['brightened', (image: Sharp) => again(image.linear(1.15, 6))],
    ['cropped by 2 %', (image: Sharp) => again(image.extract({ left: 7, top: 7, width: SIZE - 13, height: SIZE - 13 }))],
  ])('know a photo that was %s', async (_, change) => {
    const pairs = await each(async (image, bytes) => [await trace(image), await trace(await change(sharp(bytes)))] as const);
    for (const [original, copy] of pairs) expect(hashDistance(original, copy)).toBeLessThanOrEqual(COPY_DISTANCE);
  });

  it('tell different photos apart', async () => {
    const traces = await each((image) => trace(image));
    traces.forEach((a, i) => {
      for (const b of traces.slice(i + 1)) expect(hashDistance(a, b)).toBeGreaterThan(COPY_DISTANCE + 4);
    });
  });

  it('hold a cloudy picture, which has no regular pattern, for a photo of a screen only when it is one', async () => {
    const shot = { screenWidth: 900, width: 800, height: 800, fill: 1.1, angle: 0.05, keystone: 0.08, gap: 0.1, gamma: 1.1, glare: 30 };
    for (const seed of [1, 2, 3]) {
      const clouds = await drawClouds(seed);
      expect((await trace(await again(sharp(clouds.data, { raw: clouds })))).screen).toBeLessThan(SCREEN_SUSPECTED_FROM);
      const { data, width, height } = rephotographScreen(clouds, { ...shot, sharpness: 0.7 });
      const onScreen = await again(sharp(data, { raw: { width, height, channels: 3 } }).blur(0.5));
      expect((await trace(onScreen)).screen).toBeGreaterThanOrEqual(SCREEN_SUSPECTED_FROM);
    }
  });

  it('are made of photos of any shape', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 0, max: 255 }),
        (width, height, grey) => {
          const made = tracePhoto({ data: new Uint8Array(width * height * 3).fill(grey), width, height, channels: 3 });
          expect(made.hash).toMatch(/^[0-9a-f]{16}$/);
          expect(made.screen).toBeLessThan(SCREEN_SUSPECTED_FROM);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('fast Fourier transform', () => {
  it('is the sum of the definition', () => {
    const size = 16;
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 2 * size, maxLength: 2 * size }), (values) => {
        const re = Float64Array.from(values.slice(0, size));
        const im = Float64Array.from(values.slice(size));
        createFourier(size).transform(re, im, 0, 1);
        for (let k = 0; k < size; k++) {
          let [a, b] = [0, 0];
          for (let n = 0; n < size; n++) {
            const [x, y, angle] = [values[n] ?? 0, values[size + n] ?? 0, (-2 * Math.PI * k * n) / size];
            a += x * Math.cos(angle) - y * Math.sin(angle);
            b += x * Math.sin(angle) + y * Math.cos(angle);
          }
          expect(re[k]).toBeCloseTo(a, 9);
          expect(im[k]).toBeCloseTo(b, 9);
        }
      }),
    );
  });
});
