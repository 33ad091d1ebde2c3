import { black, shadow, white, whiteMarkings } from './coat-markings.ts';
import type { Patterned, PatternList, PatternMaker, PatternSource } from './coat-pattern.ts';
import { type Colour, luma, mix, parseColour } from './colour.ts';
import type { Marking } from './marking.ts';
import type { Random } from './random.ts';

const orangeOf = (random: Random): Colour => parseColour(random.pick(['#c7803f', '#d9a566', '#b56f35']));

function tabbyOf({ random, colour, seed }: PatternSource): Patterned {
  const showsStripes = luma(colour) > 80 && luma(colour) < 215;
  const under = showsStripes ? colour : parseColour(random.pick(['#a08a6c', '#9b958c', '#cf8f4c', '#b79d78']));
  return {
    base: under,
    markings: [
      {
        kind: 'stripes',
        colour: shadow(under, random.between(0.2, 0.6)),
        width: random.between(0.24, 0.46),
        strength: random.between(0.55, 0.95),
        seed,
      },
      { kind: 'muzzle', colour: mix(under, white, random.between(0.3, 0.8)), reach: random.between(0.35, 0.55), lean: 0 },
    ],
  };
}

const tabby: PatternMaker = tabbyOf;

const tabbyWithWhite: PatternMaker = (source) => {
  const { base, markings } = tabbyOf(source);
  return { base, markings: [...markings, ...whiteMarkings(source.random, source.random.between(0.4, 1))] };
};

const bicolour: PatternMaker = ({ random, colour }) => ({
  base: luma(colour) > 190 ? black : colour,
  markings: whiteMarkings(random, random.between(0.4, 1)),
});

const solid: PatternMaker = ({ random, colour }) => ({
  base: colour,
  markings: random.chance(0.25) ? [{ kind: 'chest', colour: white, edge: 0.7 }] : [],
});

const tortoiseshell: PatternMaker = ({ random, seed }) => {
  const orange = orangeOf(random);
  return {
    base: black,
    markings: [
      { kind: 'patches', colour: orange, size: random.between(0.3, 0.6), share: random.between(0.4, 0.55), seed },
      { kind: 'ticking', colour: orange, share: 0.35, seed: seed + 1 },
    ],
  };
};

const calico: PatternMaker = ({ random, seed }) => ({
  base: white,
  markings: [
    { kind: 'patches', colour: orangeOf(random), size: random.between(0.6, 1), share: random.between(0.45, 0.6), seed },
    { kind: 'patches', colour: black, size: random.between(0.6, 1), share: random.between(0.35, 0.5), seed: seed + 5 },
    ...whiteMarkings(random, random.between(0.4, 0.8)),
  ],
});

const points: PatternMaker = ({ random }) => ({
  base: parseColour(random.pick(['#e5d8c2', '#dccbb0', '#ece6da', '#cdbca3'])),
  markings: [
    { kind: 'points', colour: parseColour(random.pick(['#3a2c26', '#5a4638', '#77757c', '#a9825c'])), reach: random.between(0.6, 0.95) },
  ],
});

const spotted: PatternMaker = ({ random, colour, seed }) => ({
  base: luma(colour) < 90 ? parseColour('#b08a58') : colour,
  markings: [
    { kind: 'spots', colour: shadow(colour, 0.35), size: random.between(0.26, 0.4), radius: 0.33, share: 0.85, seed },
    { kind: 'stripes', colour: shadow(colour, 0.4), width: 0.3, strength: 0.4, seed },
  ],
});

const van: PatternMaker = ({ random, colour, seed }) => {
  const patch = luma(colour) > 180 ? orangeOf(random) : colour;
  const markings: Marking[] = [{ kind: 'crown', colour: patch, edge: random.between(-0.6, -0.25), lean: random.between(-0.4, 0.5) }];
  if (random.chance(0.6))
    markings.push({
      kind: 'eyePatch',
      colour: patch,
      side: random.chance(0.5) ? -1 : 1,
      radius: random.between(0.2, 0.4),
      rise: 0.05,
      seed,
    });
  return { base: white, markings };
};

/** Patterns of cats; commoner ones stand several times. */
export const catPatterns: PatternList = [
  ['tabby', tabby],
  ['tabby', tabby],
  ['tabby', tabby],
  ['tabby with white', tabbyWithWhite],
  ['tabby with white', tabbyWithWhite],
  ['bicolour', bicolour],
  ['bicolour', bicolour],
  ['solid', solid],
  ['solid', solid],
  ['tortoiseshell', tortoiseshell],
  ['calico', calico],
  ['points', points],
  ['spotted', spotted],
  ['van', van],
];
