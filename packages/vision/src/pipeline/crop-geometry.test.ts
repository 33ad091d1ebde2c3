import type { Box, Point } from '@snout/core/recognition';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyMap, invertMap } from './affine-map.ts';
import { type CropOptions, cropMap, frameSquare, headSquare } from './crop-geometry.ts';

const options: CropOptions = { scale: 1.25, align: { minConfidence: 0.6, maxRoll: 45 } };
const box: Box = [100, 60, 180, 160];
const eye = (point: Point, confidence = 0.9) => ({ point, confidence });
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe('headSquare', () => {
  it('is centred on the box and scales its longer side', () => {
    expect(headSquare({ box }, options)).toEqual({ centreX: 140, centreY: 110, side: 125, roll: 0 });
  });

  it('turns so that the line of the eyes becomes level, about the centre of the box', () => {
    fc.assert(
      fc.property(number(-44, 44), number(5, 30), (degrees, half) => {
        const angle = (degrees * Math.PI) / 180;
        const left: Point = [140 - half * Math.cos(angle), 100 - half * Math.sin(angle)];
        const right: Point = [140 + half * Math.cos(angle), 100 + half * Math.sin(angle)];
        const square = headSquare({ box, leftEye: eye(left), rightEye: eye(right) }, options);
        const toCrop = invertMap(cropMap(square, 128));
        expect(applyMap(toCrop, left)[1]).toBeCloseTo(applyMap(toCrop, right)[1], 6);
        expect(applyMap(toCrop, left)[0]).toBeLessThan(applyMap(toCrop, right)[0]);
        expect(applyMap(toCrop, [140, 110])).toEqual([expect.closeTo(64, 6), expect.closeTo(64, 6)]);
      }),
    );
  });

  it.each([
    ['an unsure eye', eye([120, 90], 0.5), eye([160, 110])],
    ['more roll than is believed', eye([135, 70]), eye([145, 120])],
  ])('does not turn for %s', (_, leftEye, rightEye) => {
    expect(headSquare({ box, leftEye, rightEye }, options).roll).toBe(0);
  });
});

describe('cropMap', () => {
  it('sends the corners of the crop to a square of the asked side', () => {
    fc.assert(
      fc.property(
        number(-500, 500),
        number(1, 900),
        number(-Math.PI, Math.PI),
        fc.integer({ min: 1, max: 256 }),
        (centre, side, roll, output) => {
          const map = cropMap({ centreX: centre, centreY: -centre, side, roll }, output);
          const [x0, y0] = applyMap(map, [0, 0]);
          const [x1, y1] = applyMap(map, [output, 0]);
          expect(Math.hypot(x1 - x0, y1 - y0)).toBeCloseTo(side, 6);
          const middle = applyMap(map, [output / 2, output / 2]);
          expect(middle).toEqual([expect.closeTo(centre, 6), expect.closeTo(-centre, 6)]);
        },
      ),
    );
  });

  it('goes there and back again', () => {
    fc.assert(
      fc.property(number(0, 1600), number(1, 900), number(-1, 1), number(0, 128), (centre, side, roll, at) => {
        const map = cropMap({ centreX: centre, centreY: centre / 2, side, roll }, 128);
        const [x, y] = applyMap(invertMap(map), applyMap(map, [at, 128 - at]));
        expect([x, y]).toEqual([expect.closeTo(at, 5), expect.closeTo(128 - at, 5)]);
      }),
    );
  });

  it('keeps the aspect of a photo that is a head crop already', () => {
    const map = cropMap(frameSquare(200, 100), 128);
    expect(applyMap(map, [0, 32])).toEqual([expect.closeTo(0), expect.closeTo(0)]);
    expect(applyMap(map, [128, 96])).toEqual([expect.closeTo(200), expect.closeTo(100)]);
  });
});

describe('invertMap', () => {
  it('refuses a map that flattens the plane', () => {
    expect(() => invertMap({ a: 1, b: 1, c: 0, d: 2, e: 2, f: 0 })).toThrow(RangeError);
  });
});
