import type { Box } from '@snout/core/recognition';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxContainment, boxIou, clipBox } from './box-overlap.ts';
import { suppressOverlaps } from './suppress-overlaps.ts';

const boxes = fc
  .tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 90 }), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }))
  .map(([x, y, w, h]): Box => [x, y, x + w, y + h]);
const scored = fc.array(fc.record({ box: boxes, score: fc.double({ min: 0, max: 1, noNaN: true }) }), { maxLength: 30 });
const options = { iou: 0.5, limit: 20 };

describe('suppressOverlaps', () => {
  it('leaves no two boxes that overlap strongly, best first, and the best always stays', () => {
    fc.assert(
      fc.property(scored, (candidates) => {
        const kept = suppressOverlaps(candidates, options);
        for (const [index, one] of kept.entries()) {
          for (const other of kept.slice(index + 1)) {
            expect(boxIou(one.box, other.box)).toBeLessThanOrEqual(0.5);
            expect(boxContainment(one.box, other.box)).toBeLessThanOrEqual(0.8);
            expect(one.score).toBeGreaterThanOrEqual(other.score);
          }
        }
        expect(kept[0]?.score).toBe(candidates.length > 0 ? Math.max(...candidates.map(({ score }) => score)) : undefined);
      }),
    );
  });

  it('drops only boxes that a better one stands for, and doing it twice changes nothing', () => {
    fc.assert(
      fc.property(scored, (candidates) => {
        const kept = suppressOverlaps(candidates, { ...options, limit: 100 });
        expect(suppressOverlaps(kept, { ...options, limit: 100 })).toEqual(kept);
        for (const dropped of candidates.filter((candidate) => !kept.includes(candidate))) {
          expect(
            kept.some(
              ({ box, score }) => score >= dropped.score && (boxIou(box, dropped.box) > 0.5 || boxContainment(box, dropped.box) > 0.8),
            ),
          ).toBe(true);
        }
      }),
    );
  });

  it('takes a muzzle inside a head for the same head', () => {
    const head = { box: [0, 0, 100, 100] as Box, score: 0.9 };
    expect(suppressOverlaps([{ box: [30, 50, 70, 90], score: 0.6 }, head], options)).toEqual([head]);
  });

  it('keeps two heads side by side that touch', () => {
    const pair = [
      { box: [0, 0, 100, 100] as Box, score: 0.9 },
      { box: [70, 10, 170, 110] as Box, score: 0.8 },
    ];
    expect(suppressOverlaps(pair, options)).toHaveLength(2);
  });

  it('returns at most as many as asked', () => {
    const apart = Array.from({ length: 9 }, (_, i) => ({ box: [i * 10, 0, i * 10 + 5, 5] as Box, score: i / 10 }));
    expect(suppressOverlaps(apart, { iou: 0.5, limit: 3 }).map(({ score }) => score)).toEqual([0.8, 0.7, 0.6]);
  });
});

describe('boxIou', () => {
  it('is symmetric, 1 for the same box, 0 apart, also for empty boxes', () => {
    fc.assert(fc.property(boxes, boxes, (a, b) => boxIou(a, b) === boxIou(b, a) && boxIou(a, a) === 1));
    expect(boxIou([0, 0, 1, 1], [2, 2, 3, 3])).toBe(0);
    expect(boxIou([0, 0, 0, 0], [0, 0, 0, 0])).toBe(0);
  });
});

describe('clipBox', () => {
  it('keeps the part inside the image', () => {
    expect(clipBox([-5, 10, 50, 200], 40, 100)).toEqual([0, 10, 40, 100]);
  });
});
