import { describe, expect, it } from 'vitest';
import { parseAmount } from './parse-amount.ts';

describe('an amount as people write it', () => {
  it.each([
    ['120', 12_000],
    ['120.5', 12_050],
    [' 120.50 ', 12_050],
    ['0', 0],
    ['1,234.05', 123_405],
    ['1,234,567', 123_456_700],
    // In binary fractions these are not exact: 4.35 * 100 is 434.99999999999994.
    ['4.35', 435],
    ['1.15', 115],
    ['100000000', 10_000_000_000],
  ])('%s is %d minor units', (text, amount) => {
    expect(parseAmount(text)).toBe(amount);
  });

  it.each(['', '-5', '12,50', '1,23,456', '1.234', '1.234,50', '£5', '1e3', '.5', '5.', '100000000.01', '9'.repeat(400)])(
    '%s is none',
    (text) => {
      expect(parseAmount(text)).toBeNull();
    },
  );

  it('is read to the last unit, of all there are below a hundred', () => {
    const units = Array.from({ length: 10_000 }, (_, unit) => unit);
    expect(units.map((unit) => parseAmount((unit / 100).toFixed(2)))).toEqual(units);
  });
});
