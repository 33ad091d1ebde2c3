import { black, shadow, white, whiteMarkings } from './coat-markings.ts';
import type { PatternList, PatternMaker } from './coat-pattern.ts';
import { type Colour, luma, mix, parseColour } from './colour.ts';
import type { Marking } from './marking.ts';
import type { Random } from './random.ts';

const tanOf = (random: Random): Colour => parseColour(random.pick(['#b5763b', '#c99a5e', '#9c5f2f', '#dcc39a']));
const isDark = (colour: Colour): boolean => luma(colour) < 70;
/** A colour that shows on white. */
const onWhite = (colour: Colour, random: Random): Colour => (luma(colour) > 170 ? tanOf(random) : colour);

const solid: PatternMaker = ({ random, colour }) => {
  const markings: Marking[] = random.chance(0.4) ? whiteMarkings(random, random.between(0.2, 0.4)) : [];
  if (luma(colour) > 110)
    markings.push({ kind: 'muzzle', colour: mix(colour, white, random.between(0, 0.4)), reach: random.between(0.5, 0.8), lean: 0 });
  if (random.chance(0.5)) markings.push({ kind: 'ears', colour: shadow(colour, random.between(0.6, 1)), left: true, right: true });
  return { base: colour, markings };
};

const bicolour: PatternMaker = ({ random, colour }) => ({
  base: isDark(colour) || random.chance(0.7) ? colour : mix(colour, parseColour('#a8692f'), 0.4),
  markings: whiteMarkings(random, random.between(0.4, 1)),
});

const mask: PatternMaker = ({ random, colour }) => ({
  base: isDark(colour) ? tanOf(random) : colour,
  markings: [
    { kind: 'mask', colour: shadow(colour, 0.25), reach: random.between(0.5, 1.05) },
    { kind: 'ears', colour: shadow(colour, random.between(0.3, 0.8)), left: true, right: true },
  ],
});

const tanPoints: PatternMaker = ({ random, colour }) => {
  const tan = tanOf(random);
  return {
    base: random.chance(0.75) ? black : colour,
    markings: [
      { kind: 'muzzle', colour: tan, reach: random.between(0.45, 0.75), lean: 0 },
      { kind: 'brows', colour: tan, radius: random.between(0.09, 0.17) },
      { kind: 'chest', colour: tan, edge: random.between(0.5, 0.9) },
      {
        kind: 'blaze',
        colour: random.chance(0.4) ? white : black,
        width: random.between(0.1, 0.25),
        top: random.between(-1, 0),
        lean: random.between(-0.1, 0.1),
      },
    ],
  };
};

const spots: PatternMaker = ({ random, colour, seed }) => {
  const dots = random.chance(0.6) ? black : onWhite(colour, random);
  const size = random.between(0.3, 0.55);
  const markings: Marking[] = [
    { kind: 'spots', colour: dots, size, radius: random.between(0.25, 0.42), share: random.between(0.5, 0.95), seed },
  ];
  if (random.chance(0.5)) markings.push({ kind: 'ears', colour: dots, left: random.chance(0.7), right: random.chance(0.7) });
  return { base: white, markings };
};

const piebald: PatternMaker = ({ random, colour, seed }) => {
  const patch = onWhite(colour, random);
  const markings: Marking[] = [{ kind: 'patches', colour: patch, size: random.between(0.6, 1.1), share: random.between(0.4, 0.65), seed }];
  if (random.chance(0.6)) markings.push({ kind: 'ears', colour: patch, left: random.chance(0.8), right: random.chance(0.8) });
  if (random.chance(0.5)) markings.push({ kind: 'muzzle', colour: white, reach: 0.5, lean: 0 });
  return { base: white, markings };
};

const merle: PatternMaker = ({ random, seed }) => {
  const markings: Marking[] = [{ kind: 'patches', colour: black, size: random.between(0.25, 0.5), share: random.between(0.35, 0.5), seed }];
  if (random.chance(0.7)) markings.push({ kind: 'brows', colour: tanOf(random), radius: 0.12 }, ...whiteMarkings(random, random.next()));
  return { base: parseColour(random.pick(['#8f949b', '#a39a90', '#9a7a62'])), markings };
};

const brindle: PatternMaker = ({ random, seed }) => {
  const markings: Marking[] = [
    { kind: 'brindle', colour: black, width: random.between(0.16, 0.3), strength: random.between(0.5, 0.9), seed },
  ];
  if (random.chance(0.6)) markings.push(...whiteMarkings(random, random.next()));
  return { base: parseColour(random.pick(['#8a5630', '#a8692f', '#b08a58', '#6b4a30'])), markings };
};

const saddle: PatternMaker = ({ random, colour }) => {
  const dark = random.chance(0.6) ? black : shadow(colour, 0.4);
  const markings: Marking[] = [{ kind: 'crown', colour: dark, edge: random.between(-0.75, -0.2), lean: random.between(-0.2, 0.5) }];
  if (random.chance(0.6))
    markings.push({ kind: 'muzzle', colour: random.chance(0.5) ? black : white, reach: random.between(0.35, 0.6), lean: 0 });
  return { base: isDark(colour) ? tanOf(random) : colour, markings };
};

const ticked: PatternMaker = ({ random, colour, seed }) => ({
  base: colour,
  markings: [
    { kind: 'ticking', colour: shadow(colour, 0.4), share: random.between(0.3, 0.6), seed },
    ...whiteMarkings(random, random.next()),
  ],
});

const eyePatch: PatternMaker = ({ random, colour, seed }) => {
  const patch = onWhite(colour, random);
  const side = random.chance(0.5) ? -1 : 1;
  return {
    base: white,
    markings: [
      { kind: 'eyePatch', colour: patch, side, radius: random.between(0.3, 0.6), rise: random.between(-0.05, 0.2), seed },
      { kind: 'ears', colour: patch, left: side < 0 || random.chance(0.4), right: side > 0 || random.chance(0.4) },
    ],
  };
};

/** Patterns of dogs; commoner ones stand twice. */
export const dogPatterns: PatternList = [
  ['solid', solid],
  ['solid', solid],
  ['solid', solid],
  ['bicolour', bicolour],
  ['bicolour', bicolour],
  ['mask', mask],
  ['tan points', tanPoints],
  ['spots', spots],
  ['piebald', piebald],
  ['piebald', piebald],
  ['merle', merle],
  ['brindle', brindle],
  ['saddle', saddle],
  ['ticked', ticked],
  ['eye patch', eyePatch],
];
