import { brighten, type Colour, mix, parseColour } from './colour.ts';
import type { Marking } from './marking.ts';
import type { Random } from './random.ts';

export const white = parseColour('#f1ede4');
export const black = parseColour('#1f1c1b');

/** A darker relative of a coat colour, as pigment is. */
export const shadow = (colour: Colour, factor: number): Colour => mix(brighten(colour, factor), black, 0.15);

/** White markings as they really come: chest, muzzle, blaze, cheeks, in growing amounts (0 to 1). */
export function whiteMarkings(random: Random, amount: number): Marking[] {
  const markings: Marking[] = [];
  const lean = random.between(-0.22, 0.22);
  if (amount > 0.2) markings.push({ kind: 'chest', colour: white, edge: random.between(0.2, 0.9) - amount * 0.5 });
  if (amount > 0.35) markings.push({ kind: 'muzzle', colour: white, reach: random.between(0.35, 0.75), lean });
  if (amount > 0.45 && random.chance(0.8)) {
    markings.push({ kind: 'blaze', colour: white, width: random.between(0.06, 0.34), top: random.between(-1.1, -0.1), lean });
  }
  if (amount > 0.7) markings.push({ kind: 'cheeks', colour: white, top: random.between(-0.05, 0.45) });
  return markings;
}
