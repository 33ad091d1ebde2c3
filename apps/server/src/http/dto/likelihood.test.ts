import { expect, it } from 'vitest';
import { likelihood } from './likelihood.ts';

it.each([
  [1, 'virtually-certain'],
  [0.99, 'virtually-certain'],
  [0.98, 'very-likely'],
  [0.66, 'likely'],
  [0.5, 'about-as-likely-as-not'],
  [0.2, 'unlikely'],
  [0.0999, 'very-unlikely'],
  [0, 'very-unlikely'],
] as const)('a probability of %d is called %s', (probability, word) => {
  expect(likelihood(probability)).toBe(word);
});
