import { expect, test } from 'vitest';
import { estimate } from './estimate.ts';

const hundred = Array.from({ length: 101 }, (_, index) => index / 100);

test('bounds are the 2.5th and 97.5th percentile of the resamples', () => {
  const { value, low, high } = estimate(0.5, hundred, 50);
  expect(value).toBe(0.5);
  expect(low).toBeCloseTo(0.025, 12);
  expect(high).toBeCloseTo(0.975, 12);
});

test('where no error was seen the rule of three speaks', () => {
  expect(estimate(0, [0, 0, 0], 60)).toEqual({ value: 0, low: 0, high: 0.05 });
  expect(estimate(1, [1, 1, 1], 60)).toEqual({ value: 1, low: 0.95, high: 1 });
  expect(estimate(0, [0], 2).high).toBe(1);
});

test('resamples without a value are left out', () => {
  expect(estimate(0.4, [Number.NaN, 0.3, 0.5], 9)).toEqual({ value: 0.4, low: expect.closeTo(0.305, 9), high: expect.closeTo(0.495, 9) });
});
