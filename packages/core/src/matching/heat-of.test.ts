import { expect, it } from 'vitest';
import { heatOf } from './heat-of.ts';
import { SIDE, toMarks } from './testing/made-up-marks.ts';

it('heat is the share of a square that agrees, row by row, and nothing where there are no marks', () => {
  const vector = Float32Array.from({ length: 64 }, (_, k) => (k === 0 ? 1 : 0));
  const marks = toMarks([
    { at: [1, 1], vector },
    { at: [30, 20], vector },
    { at: [SIDE, SIDE], vector },
    { at: [50, 10], vector },
  ]);
  const heat = heatOf(marks, new Set([1, 2]));
  expect(heat).toHaveLength(8);
  expect(heat[0]).toEqual([0.5, 0, null, null, null, null, null, null]);
  expect(heat[7]).toEqual([null, null, null, null, null, null, null, 1]);
});
