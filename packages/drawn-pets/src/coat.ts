import { type Colour, mix } from './colour.ts';
import type { FurPlace } from './fur-place.ts';
import { type Marking, markingShare } from './marking.ts';
import { valueNoise } from './noise.ts';
import { along, scale } from './vector.ts';

export interface Coat {
  /** The pattern's name, for people. */
  readonly pattern: string;
  readonly base: Colour;
  /** Each lies over those before it. */
  readonly markings: readonly Marking[];
  /** Shifts the ragged edges of this individual's markings. */
  readonly seed: number;
}

/** The colour of the hair that grows there, before any light. */
export function coatColourAt(coat: Coat, place: FurPlace): Colour {
  const { at, part } = place;
  const wobble = (seed: number): number => valueNoise(scale(at, 4.5), coat.seed + seed) - 0.5;
  const ragged = { ...place, at: along(at, [wobble(1), wobble(2), wobble(3)], part === 'body' ? 0.22 : 0.11) };
  let colour = coat.base;
  for (const marking of coat.markings) {
    const share = markingShare(marking, ragged);
    if (share > 0.004) colour = mix(colour, marking.colour, share);
  }
  const shade = 0.94 + 0.12 * valueNoise(scale(at, 1.7), coat.seed);
  return [colour[0] * shade, colour[1] * shade, colour[2] * shade];
}
