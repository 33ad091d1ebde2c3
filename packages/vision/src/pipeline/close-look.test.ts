import type { Box } from '@snout/core/recognition';
import { describe, expect, it } from 'vitest';
import { makePhoto, makeRuntime } from '../testing/tiny-runtime.ts';
import { findHeads } from './find-heads.ts';

const CLOSE = { from: 0.2, scale: 2, side: 224, atMost: 2 };
const { pixels } = makePhoto({ width: 416, height: 416 });
/** The square around it is 200 px of the image wide and begins at (50, 50): the network sees it 1.12 times as large. */
const FIRST: Box = [100, 100, 200, 200];
const near = ([x0, y0, x1, y1]: Box): Box => [(x0 - 50) * 1.12, (y0 - 50) * 1.12, (x1 - 50) * 1.12, (y1 - 50) * 1.12];

describe('a close look', () => {
  it('moves box and landmarks towards what is seen from near, by the scores', async () => {
    const { runtime, looks } = makeRuntime(
      [
        [{ box: FIRST, dog: 0.3, leftEye: [120, 130] }],
        [{ box: near([104, 100, 196, 200]), dog: 0.9, leftEye: [(124 - 50) * 1.12, (134 - 50) * 1.12] }],
      ],
      { closeLook: CLOSE },
    );
    const [head] = await findHeads(pixels, runtime.detector);
    expect(looks[1]).toMatchObject({ width: 224, height: 224 });
    expect(head?.score).toBeCloseTo(0.6);
    for (const [index, value] of [103, 100, 197, 200].entries()) expect(head?.box[index]).toBeCloseTo(value, 3);
    expect(head?.leftEye.point[0]).toBeCloseTo(123, 3);
    expect(head?.leftEye.point[1]).toBeCloseTo(133, 3);
  });

  it('drops what is no head from near, and finds what was doubtful from afar', async () => {
    const { runtime } = makeRuntime(
      [
        [
          { box: FIRST, dog: 0.7 },
          { box: [300, 300, 360, 360], cat: 0.3 },
        ],
        [],
        [{ box: [56, 56, 168, 168], cat: 0.6 }],
      ],
      { closeLook: CLOSE },
    );
    const heads = await findHeads(pixels, runtime.detector);
    expect(heads.map(({ species, score }) => [species, Number(score.toFixed(2))])).toEqual([['cat', 0.45]]);
  });

  it('is not misled by another head that is seen beside it', async () => {
    const { runtime } = makeRuntime([[{ box: FIRST, dog: 0.7 }], [{ box: near([180, 100, 280, 200]), dog: 0.9 }]], { closeLook: CLOSE });
    expect(await findHeads(pixels, runtime.detector)).toEqual([]);
  });

  it('is given to the best heads of a crowd only', async () => {
    const crowd = [0.9, 0.8, 0.7, 0.3].map((dog, index) => ({ box: [index * 100, 0, index * 100 + 60, 60] as Box, dog }));
    const { runtime, looks } = makeRuntime([crowd, [{ box: [56, 56, 168, 168], dog: 0.9 }], [{ box: [56, 56, 168, 168], dog: 0.8 }]], {
      closeLook: CLOSE,
    });
    const heads = await findHeads(pixels, runtime.detector);
    expect(looks).toHaveLength(3);
    expect(heads.map(({ score }) => Number(score.toFixed(2)))).toEqual([0.9, 0.8, 0.7]);
  });

  it('is not given where the manifest does not ask for it', async () => {
    const { runtime, looks } = makeRuntime([[{ box: FIRST, dog: 0.7 }]]);
    expect(await findHeads(pixels, runtime.detector)).toHaveLength(1);
    expect(looks).toHaveLength(1);
  });
});
