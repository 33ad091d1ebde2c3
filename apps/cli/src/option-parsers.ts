import { InvalidArgumentError } from 'commander';

/** For commander's options: a whole number from `low` to `high`. */
export function wholeNumber(low: number, high: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < low || value > high) {
      throw new InvalidArgumentError(`A whole number from ${low} to ${high} is expected.`);
    }
    return value;
  };
}
