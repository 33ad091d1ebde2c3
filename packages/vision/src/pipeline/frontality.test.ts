import type { Point } from '@snout/core/recognition';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frontalityOf } from './frontality.ts';

const face = (noseX: number) => ({ leftEye: [40, 50] as Point, rightEye: [80, 50] as Point, nose: [noseX, 80] as Point });

describe('frontalityOf', () => {
  it('is 1 for a nose midway between the eyes and falls to 0 half an eye distance to the side', () => {
    expect(frontalityOf(face(60))).toBe(1);
    expect(frontalityOf(face(70))).toBeCloseTo(0.5);
    expect(frontalityOf(face(80))).toBe(0);
    expect(frontalityOf(face(20))).toBe(0);
  });

  it('takes a hidden eye for a profile and says nothing about unknown landmarks', () => {
    expect(frontalityOf({ ...face(60), rightEye: null })).toBe(0);
    expect(frontalityOf({ ...face(60), nose: null })).toBeNull();
    expect(frontalityOf({ leftEye: null, rightEye: null, nose: null })).toBeNull();
  });

  it('does not change when the head rolls or the photo is scaled', () => {
    fc.assert(
      fc.property(fc.double({ min: -0.8, max: 0.8, noNaN: true }), fc.double({ min: 0.5, max: 20, noNaN: true }), (roll, scale) => {
        const turn = ([x, y]: Point): Point => [
          scale * (x * Math.cos(roll) - y * Math.sin(roll)),
          scale * (x * Math.sin(roll) + y * Math.cos(roll)),
        ];
        const { leftEye, rightEye, nose } = face(68);
        expect(frontalityOf({ leftEye: turn(leftEye), rightEye: turn(rightEye), nose: turn(nose) })).toBeCloseTo(0.6);
      }),
    );
  });
});
