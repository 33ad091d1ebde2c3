import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxShrink } from './box-shrink.ts';
import type { Pixels } from './pixels.ts';
import { type SampleRequest, sampleAffine } from './sample-affine.ts';

function noise(width: number, height: number, channels: 3 | 4 = 3): Pixels {
  const data = Uint8Array.from({ length: width * height * channels }, (_, i) => (i * 7919 + (i >> 3) * 104729) & 255);
  return { data, width, height, channels };
}

function sample(image: Pixels, request: Pick<SampleRequest, 'map' | 'step' | 'width' | 'height'>): Uint8Array {
  const into = new Uint8Array(request.width * request.height * 3);
  sampleAffine(image, { ...request, into, offset: 0, stride: request.width, fill: 7 });
  return into;
}

const sizes = fc.integer({ min: 1, max: 40 });

describe('boxShrink', () => {
  it('averages whole blocks and what exists of those at the border', () => {
    const image: Pixels = { data: Uint8Array.from([10, 0, 0, 20, 0, 0, 31, 9, 0]), width: 3, height: 1, channels: 3 };
    expect([...boxShrink(image, 2, { x0: 0, y0: 0, x1: 2, y1: 1 }).data]).toEqual([15, 0, 0, 31, 9, 0]);
  });

  it('rounds half up', () => {
    const image: Pixels = { data: Uint8Array.from([0, 1, 2, 1, 2, 3]), width: 2, height: 1, channels: 3 };
    expect([...boxShrink(image, 2, { x0: 0, y0: 0, x1: 1, y1: 1 }).data]).toEqual([1, 2, 3]);
  });

  it('gives a part the same pixels as the whole, for RGB and RGBA', () => {
    fc.assert(
      fc.property(sizes, sizes, fc.integer({ min: 1, max: 5 }), fc.constantFrom(3, 4), (width, height, factor, channels) => {
        const image = noise(width, height, channels as 3 | 4);
        const columns = Math.ceil(width / factor);
        const rows = Math.ceil(height / factor);
        const whole = boxShrink(image, factor, { x0: 0, y0: 0, x1: columns, y1: rows }).data;
        const last = boxShrink(image, factor, { x0: columns - 1, y0: rows - 1, x1: columns, y1: rows }).data.slice(-3);
        expect([...last]).toEqual([...whole.slice(-3)]);
      }),
    );
  });

  it('keeps the mean of an image that divides evenly', () => {
    const image = noise(32, 24);
    const mean = (data: ArrayLike<number>) => Array.from(data).reduce((sum, value) => sum + value, 0) / data.length;
    expect(mean(boxShrink(image, 4, { x0: 0, y0: 0, x1: 8, y1: 6 }).data)).toBeCloseTo(mean(image.data), 0);
  });
});

describe('sampleAffine', () => {
  it('copies the image when the map is the identity', () => {
    fc.assert(
      fc.property(sizes, sizes, (width, height) => {
        const image = noise(width, height);
        const copy = sample(image, { map: { a: 1, b: 0, c: 0, d: 0, e: 1, f: 0 }, step: 1, width, height });
        expect(copy).toEqual(image.data);
      }),
    );
  });

  it('turns by a quarter without touching a value', () => {
    const image = noise(9, 9);
    const turned = sample(image, { map: { a: 0, b: -1, c: 9, d: 1, e: 0, f: 0 }, step: 1, width: 9, height: 9 });
    for (let row = 0; row < 9; row++) {
      for (let column = 0; column < 9; column++) {
        expect(turned[(row * 9 + column) * 3]).toBe(image.data[(column * 9 + 8 - row) * 3]);
      }
    }
  });

  it('keeps a flat picture flat under any map that stays inside', () => {
    const image: Pixels = { data: new Uint8Array(64 * 48 * 3).fill(93), width: 64, height: 48, channels: 3 };
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 1.4, noNaN: true }),
        fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }),
        (step, roll) => {
          const [cos, sin] = [Math.cos(roll) * step, Math.sin(roll) * step];
          const map = { a: cos, b: -sin, c: 32 - 16 * (cos - sin), d: sin, e: cos, f: 24 - 16 * (sin + cos) };
          const inside = sample(image, { map, step, width: 32, height: 32 });
          expect(inside.every((value) => value === 93)).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('writes the fill value outside the image and nowhere inside', () => {
    const image: Pixels = { data: new Uint8Array(10 * 10 * 3).fill(200), width: 10, height: 10, channels: 3 };
    const out = sample(image, { map: { a: 1, b: 0, c: -5, d: 0, e: 1, f: 0 }, step: 1, width: 20, height: 10 });
    const firstRow = Array.from({ length: 20 }, (_, column) => out[column * 3]);
    expect(firstRow).toEqual([...Array(5).fill(7), ...Array(10).fill(200), ...Array(5).fill(7)]);
  });

  it('survives maps that look far away, with not a number written wrongly', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -5000, max: 5000 }),
        fc.integer({ min: -5000, max: 5000 }),
        fc.double({ min: 0.01, max: 300, noNaN: true }),
        (c, f, step) => {
          const image: Pixels = { data: new Uint8Array(13 * 7 * 3).fill(50), width: 13, height: 7, channels: 3 };
          const out = sample(image, { map: { a: step, b: 0, c, d: 0, e: step, f }, step, width: 8, height: 8 });
          expect(out.every((value) => value === 7 || value === 50)).toBe(true);
        },
      ),
    );
  });

  it('shrinks fine stripes to their mean instead of picking some of them', () => {
    const image: Pixels = {
      data: Uint8Array.from({ length: 160 * 160 * 3 }, (_, i) => (Math.floor(i / 3) % 2 === 0 ? 0 : 200)),
      width: 160,
      height: 160,
      channels: 3,
    };
    const out = sample(image, { map: { a: 10, b: 0, c: 0, d: 0, e: 10, f: 0 }, step: 10, width: 16, height: 16 });
    expect(out.every((value) => value === 100)).toBe(true);
  });
});
