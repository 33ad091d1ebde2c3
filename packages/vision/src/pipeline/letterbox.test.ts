import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { letterbox } from './letterbox.ts';
import type { Pixels } from './pixels.ts';
import { tileBoxes } from './tiles.ts';

const options = { longerSide: 64, multipleOf: 32, padding: 114 };

function flat(width: number, height: number): Pixels {
  return { data: new Uint8Array(width * height * 3).fill(200), width, height, channels: 3 };
}

describe('letterbox', () => {
  it('keeps the aspect, pads right and below with grey and rounds up to whole multiples', () => {
    const { data, width, height } = letterbox(flat(128, 80), options);
    expect([width, height]).toEqual([64, 64]);
    expect([data[0], data[(39 * 64 + 63) * 3], data[40 * 64 * 3]]).toEqual([200, 200, 114]);
  });

  it('leads back to the image, whatever its size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 32, max: 300 }), fc.integer({ min: 32, max: 300 }), (width, height) => {
        const box = letterbox(flat(width, height), options);
        const scale = 64 / Math.max(width, height);
        expect((box.width % 32) + (box.height % 32)).toBe(0);
        expect(box.toImage([0, 0])).toEqual([0, 0]);
        const corner = box.toImage([Math.round(width * scale), Math.round(height * scale)]);
        expect(corner).toEqual([expect.closeTo(width, 6), expect.closeTo(height, 6)]);
      }),
      { numRuns: 40 },
    );
  });

  it('shows only the asked part', () => {
    const image = flat(100, 100);
    image.data.fill(10, 0, 100 * 50 * 3);
    const { data, toImage } = letterbox(image, options, [0, 50, 100, 100]);
    expect([data[0], toImage([0, 0])]).toEqual([200, [0, 50]]);
  });
});

describe('tileBoxes', () => {
  it('covers every pixel, inside the image, with neighbours overlapping as asked', () => {
    const side = fc.integer({ min: 100, max: 1600 });
    fc.assert(
      fc.property(side, side, (width, height) => {
        const tiles = tileBoxes(width, height, { fraction: 0.6, overlap: 0.25 });
        expect(tiles.every(([x0, y0, x1, y1]) => x0 >= 0 && y0 >= 0 && x1 <= width && y1 <= height && x1 > x0 && y1 > y0)).toBe(true);
        const columns = [...new Map(tiles.map(([x0, , x1]) => [x0, x1]))].toSorted((a, b) => a[0] - b[0]);
        expect([columns[0]?.[0], columns.at(-1)?.[1]]).toEqual([0, width]);
        for (const [index, [start]] of columns.entries()) {
          const [before, end] = columns[index - 1] ?? [0, width];
          if (index > 0) expect(end - start).toBeGreaterThanOrEqual((end - before) * 0.25 - 1);
        }
      }),
    );
  });
});
