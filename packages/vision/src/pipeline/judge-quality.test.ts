import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interpolate, judgeQuality, type QualityFactors } from './judge-quality.ts';

const manifest: Parameters<typeof judgeQuality>[2] = {
  id: 'quality-1',
  score: {
    utility: [
      [0, 0],
      [0.5, 0.7],
      [1, 1],
    ],
    headSide: [
      [24, 0.3],
      [96, 1],
    ],
  },
  reasons: [
    { factor: 'sharpness', below: 0.4, reason: 'hold-still' },
    { factor: 'light', below: 0.25, reason: 'more-light' },
    { factor: 'light', above: 0.8, reason: 'less-light' },
    { factor: 'headSide', below: 64, reason: 'move-closer' },
    { factor: 'frontality', below: 0.4, reason: 'look-at-camera' },
    { factor: 'glare', above: 0.5, reason: 'avoid-glare' },
  ],
};
const fine: QualityFactors = { utility: 0.9, sharpness: 0.9, light: 0.5, visibility: 0.9, glare: 0.1 };
const seen = (headSide: number, frontality: number | null = 0.9) => ({ headSide, frontality });
const unit = fc.double({ min: 0, max: 1, noNaN: true });

describe('judgeQuality', () => {
  it('finds nothing to say about a good photo', () => {
    expect(judgeQuality(fine, seen(200), manifest)).toEqual({ score: 94, reasons: [], model: 'quality-1' });
  });

  it('puts the worst defect first', () => {
    expect(judgeQuality({ ...fine, sharpness: 0.3, light: 0.05 }, seen(40), manifest).reasons).toEqual([
      'more-light',
      'move-closer',
      'hold-still',
    ]);
  });

  it('tells too much light from too little', () => {
    expect(judgeQuality({ ...fine, light: 0.95, glare: 0.55 }, seen(200), manifest).reasons).toEqual(['less-light', 'avoid-glare']);
  });

  it('asks to look at the camera only when the landmarks tell a profile', () => {
    expect(judgeQuality(fine, seen(200, 0.1), manifest).reasons).toEqual(['look-at-camera']);
    expect(judgeQuality(fine, seen(200, null), manifest).reasons).toEqual([]);
  });

  it('stays between 0 and 100 and never falls when utility or size rises', () => {
    const size = fc.double({ min: 0, max: 2000, noNaN: true });
    fc.assert(
      fc.property(unit, unit, size, size, (utility, more, side, larger) => {
        const low = judgeQuality({ ...fine, utility: Math.min(utility, more) }, seen(Math.min(side, larger)), manifest).score;
        const high = judgeQuality({ ...fine, utility: Math.max(utility, more) }, seen(Math.max(side, larger)), manifest).score;
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(100);
      }),
    );
  });
});

describe('interpolate', () => {
  it.each([
    [-1, 0],
    [0.25, 0.35],
    [0.5, 0.7],
    [0.75, 0.85],
    [9, 1],
  ])('gives at %d the value %d', (x, y) => {
    expect(interpolate(manifest.score.utility, x)).toBeCloseTo(y);
  });
});
