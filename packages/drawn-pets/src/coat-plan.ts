import { catPatterns } from './cat-patterns.ts';
import type { Coat } from './coat.ts';
import { brighten, type Colour, mix, parseColour } from './colour.ts';
import { dogPatterns } from './dog-patterns.ts';
import type { Random } from './random.ts';

const dogColours = [
  '#231f1e',
  '#2b2523',
  '#4a2f22',
  '#6b4127',
  '#8a5630',
  '#a8692f',
  '#c08a4e',
  '#d2a566',
  '#e0c494',
  '#ece0c8',
  '#f2eee6',
  '#8d8983',
  '#6d6b6c',
  '#b9ad9c',
  '#9c7850',
  '#c77b3b',
  '#3a3735',
] as const;
const catColours = [
  '#262223',
  '#3a3637',
  '#6a696d',
  '#8a8a8e',
  '#b0a698',
  '#9a8468',
  '#b88a56',
  '#cf8f4c',
  '#d9a566',
  '#e6cfab',
  '#f2eee6',
  '#5a463a',
  '#8b7458',
  '#a59a8c',
  '#7c7266',
  '#e9dcc6',
] as const;

/** A natural coat colour, moved a little so that no two animals share it exactly. */
function ownColour(random: Random, palette: readonly [string, ...string[]]): Colour {
  const colour = parseColour(random.pick(palette));
  const other = parseColour(random.pick(palette));
  return brighten(mix(colour, other, random.next() * 0.18), random.between(0.9, 1.08));
}

/** The coat of an individual. */
export function planCoat(species: 'dog' | 'cat', random: Random): Coat {
  const seed = Math.floor(random.next() * 1e6);
  const colour = ownColour(random, species === 'dog' ? dogColours : catColours);
  const [pattern, make] = random.pick(species === 'dog' ? dogPatterns : catPatterns);
  return { pattern, seed, ...make({ random, colour, seed }) };
}
