import type { Colour } from './colour.ts';
import type { Marking } from './marking.ts';
import type { Random } from './random.ts';

/** A pattern's result: the colour of the ground and what lies on it. */
export interface Patterned {
  readonly base: Colour;
  readonly markings: readonly Marking[];
}

/** What a pattern is made from: the individual's own colour and chance. */
export interface PatternSource {
  readonly random: Random;
  readonly colour: Colour;
  readonly seed: number;
}

export type PatternMaker = (source: PatternSource) => Patterned;

/** Named patterns to draw from; commoner ones stand several times. */
export type PatternList = readonly [readonly [string, PatternMaker], ...(readonly [string, PatternMaker])[]];
