import { expect, test } from 'vitest';
import { median, quantile, slope } from './statistics.ts';

test('quantiles lie between neighbours', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(quantile([0, 10, 20, 30, 40], 0.95)).toBeCloseTo(38);
  expect(median([])).toBeNaN();
});

test('the slope of points on a line is the slope of the line', () => {
  expect(slope([0, 1, 5, 9].map((x) => [x, 7 - 2 * x] as const))).toBeCloseTo(-2);
});
