import type { Coat } from './coat.ts';
import { planCoat } from './coat-plan.ts';
import { brighten, type Colour, mix, parseColour } from './colour.ts';
import { createRandom, type Random } from './random.ts';

export type DrawnSpecies = 'dog' | 'cat';

export interface EarShape {
  readonly carriage: 'upright' | 'folded' | 'floppy' | 'semi';
  /** Lengths in head units. */
  readonly length: number;
  readonly width: number;
  /** 0 pointed to 1 round. */
  readonly roundness: number;
  /** Angle of the root from the middle of the crown, radians. */
  readonly set: number;
  /** Outward lean, radians. */
  readonly lean: number;
}

/** Everything that stays the same over all photos of one animal. Lengths are in head units (half a skull's width). */
export interface PetIdentity {
  readonly seed: string;
  readonly species: DrawnSpecies;
  readonly skull: { readonly width: number; readonly height: number; readonly depth: number };
  readonly muzzle: {
    readonly length: number;
    readonly width: number;
    readonly height: number;
    readonly drop: number;
    readonly taper: number;
  };
  readonly cheeks: { readonly size: number; readonly fur: number };
  readonly brow: number;
  readonly ears: EarShape;
  readonly eyes: {
    readonly colours: readonly [Colour, Colour];
    readonly size: number;
    readonly spacing: number;
    readonly height: number;
    /** Outer corner up, radians. */
    readonly slant: number;
    /** Height over width of the opening. */
    readonly opening: number;
  };
  readonly nose: { readonly colour: Colour; readonly width: number; readonly height: number };
  readonly fur: { readonly length: number; readonly width: number; readonly disorder: number; readonly gloss: number };
  readonly whiskers: { readonly length: number; readonly count: number };
  readonly collar: Colour | null;
  readonly build: number;
  readonly coat: Coat;
}

const dogEyes = [
  '#3a2115',
  '#3a2115',
  '#4a2a17',
  '#4a2a17',
  '#5d3718',
  '#5d3718',
  '#7a4b1e',
  '#94642c',
  '#2a1a13',
  '#2a1a13',
  '#6b3f1c',
  '#7f9fb5',
] as const;
const catEyes = ['#9fae3f', '#6f9a4a', '#c79a2f', '#d9a93a', '#b5762a', '#5d8f73', '#6d9fc4', '#8fb2c9', '#c7b84a'] as const;
const collars = ['#a62b2b', '#234a86', '#2c2622', '#6a3f22', '#2f6b45', '#c2447a', '#d9982e', '#6b4a8a', '#d8d4cc'] as const;

const pink = parseColour('#c98d86');
const leather = (random: Random): Colour => parseColour(random.pick(['#1d1a1a', '#1d1a1a', '#2a2422', '#3a2c27', '#5a3c30']));

const vary = (random: Random, hex: string): Colour => brighten(parseColour(hex), random.between(0.85, 1.15));

function dogShape(random: Random): Pick<PetIdentity, 'skull' | 'muzzle' | 'cheeks' | 'brow' | 'ears' | 'fur'> {
  // 0 a pug, 1 a collie: the muzzle decides the type and the rest follows loosely.
  const longFace = random.next();
  const furry = random.next() ** 1.6;
  const carriage = random.pick<EarShape['carriage']>(['upright', 'upright', 'floppy', 'floppy', 'floppy', 'semi', 'folded']);
  return {
    skull: {
      width: random.between(0.82, 1.04) - longFace * 0.1,
      height: random.between(0.74, 0.92) - longFace * 0.06,
      depth: random.between(0.85, 1.02),
    },
    muzzle: {
      length: 0.3 + longFace * 0.95 + random.between(-0.06, 0.12),
      width: random.between(0.3, 0.46) + (1 - longFace) * 0.1,
      height: random.between(0.26, 0.38),
      drop: random.between(0.3, 0.54),
      taper: random.between(0.62, 0.95),
    },
    cheeks: { size: random.between(0.32, 0.52) - longFace * 0.06, fur: furry * random.between(0.4, 1) },
    brow: random.between(0.16, 0.3),
    ears: {
      carriage,
      length: carriage === 'floppy' ? random.between(0.75, 1.55) : random.between(0.7, 1.2),
      width: random.between(0.36, 0.58),
      roundness: carriage === 'upright' ? random.between(0, 0.7) : random.between(0.35, 1),
      set: carriage === 'upright' ? random.between(0.5, 0.85) : random.between(0.7, 1.15),
      lean: random.between(0.05, 0.6),
    },
    fur: {
      length: 0.1 + furry * 0.32,
      width: random.between(0.8, 1.3),
      disorder: random.between(0.12, 0.3) + (random.chance(0.2) ? 0.45 : 0),
      gloss: random.next(),
    },
  };
}

function catShape(random: Random): Pick<PetIdentity, 'skull' | 'muzzle' | 'cheeks' | 'brow' | 'ears' | 'fur'> {
  const furry = random.next() ** 1.5;
  const folded = random.chance(0.07);
  return {
    skull: { width: random.between(0.9, 1.08), height: random.between(0.78, 0.92), depth: random.between(0.8, 0.95) },
    muzzle: {
      length: random.between(0.06, 0.3),
      width: random.between(0.26, 0.38),
      height: random.between(0.2, 0.27),
      drop: random.between(0.32, 0.46),
      taper: random.between(0.8, 1),
    },
    cheeks: { size: random.between(0.34, 0.52), fur: furry * random.between(0.3, 1) },
    brow: random.between(0.1, 0.18),
    ears: {
      carriage: folded ? 'folded' : 'upright',
      length: random.between(0.52, 0.9),
      width: random.between(0.4, 0.56),
      roundness: random.between(0, 0.45),
      set: random.between(0.58, 0.9),
      lean: random.between(0.05, 0.5),
    },
    fur: { length: 0.1 + furry * 0.26, width: random.between(0.75, 1.1), disorder: random.between(0.12, 0.3), gloss: random.next() },
  };
}

function catFace(face: Random): Pick<PetIdentity, 'eyes' | 'nose' | 'whiskers'> {
  const colour = vary(face, face.pick(catEyes));
  return {
    eyes: {
      colours: [colour, face.chance(0.05) ? vary(face, '#7fa6c4') : colour],
      size: face.between(0.175, 0.235),
      spacing: face.between(0.35, 0.45),
      height: face.between(-0.02, 0.15),
      slant: face.between(0.08, 0.38),
      opening: face.between(0.66, 0.95),
    },
    nose: {
      colour: mix(pink, leather(face), face.chance(0.45) ? face.between(0.7, 1) : face.between(0, 0.5)),
      width: face.between(0.1, 0.15),
      height: face.between(0.08, 0.12),
    },
    whiskers: { length: face.between(0.7, 1.3), count: 6 },
  };
}

function dogFace(face: Random): Pick<PetIdentity, 'eyes' | 'nose' | 'whiskers'> {
  const colour = vary(face, face.pick(dogEyes));
  const dark = leather(face);
  return {
    eyes: {
      colours: [colour, face.chance(0.04) ? vary(face, '#7fa6c4') : colour],
      size: face.between(0.11, 0.165),
      spacing: face.between(0.32, 0.45),
      height: face.between(-0.14, 0.1),
      slant: face.between(-0.22, 0.25),
      opening: face.between(0.7, 1),
    },
    nose: {
      colour: face.chance(0.12) ? mix(dark, pink, 0.6) : dark,
      width: face.between(0.17, 0.27),
      height: face.between(0.13, 0.2),
    },
    whiskers: { length: face.between(0, 0.4), count: 4 },
  };
}

/** The individual that belongs to a seed. The same seed is the same animal for ever; give `species` to fix it. */
export function drawPet(seed: number | string, species?: DrawnSpecies): PetIdentity {
  const random = createRandom(`pet/${seed}`);
  const drawn = random.chance(0.5) ? 'dog' : 'cat';
  const kind = species ?? drawn;
  const shape = random.fork('shape');
  const face = random.fork('face');
  const own = random.fork('own');
  return {
    seed: String(seed),
    species: kind,
    ...(kind === 'dog' ? dogShape(shape) : catShape(shape)),
    ...(kind === 'dog' ? dogFace(face) : catFace(face)),
    collar: own.chance(kind === 'dog' ? 0.4 : 0.2) ? parseColour(own.pick(collars)) : null,
    build: own.between(0.85, 1.2),
    coat: planCoat(kind, random.fork('coat')),
  };
}
