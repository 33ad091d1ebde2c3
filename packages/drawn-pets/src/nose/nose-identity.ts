import { brighten, type Colour, mix, parseColour } from '../colour.ts';
import type { DrawnSpecies } from '../pet-identity.ts';
import { createRandom, type Random } from '../random.ts';

export type NosePigment = 'black' | 'brown' | 'pink' | 'spotted';

/**
 * Everything that stays the same over all photos of one nose. Lengths are in half widths of the canonical square, which reaches from
 * -1 to 1; the leather's half width is `LEATHER_REACH`.
 */
export interface NoseIdentity {
  readonly seed: string;
  readonly species: DrawnSpecies;
  /** Height of the leather over its width. */
  readonly aspect: number;
  /** Share of its width that the leather loses towards the mouth. */
  readonly narrowing: number;
  /** Depth of the dip in the middle of the upper rim. */
  readonly dip: number;
  /** How far the outline wanders from the plain shape. */
  readonly wobble: number;
  readonly cells: NoseCells;
  readonly nostrils: { readonly apart: number; readonly height: number; readonly size: number; readonly slant: number };
  readonly philtrum: { readonly width: number; readonly bend: number };
  readonly pigment: { readonly kind: NosePigment; readonly leather: Colour; readonly patch: Colour; readonly patches: number };
  readonly hair: Colour;
}

/** The beads of the leather: what makes a nose print. */
export interface NoseCells {
  /** Cells along half the leather's width, in its middle. */
  readonly across: number;
  /** 0 a regular lattice to 1 points scattered at will. */
  readonly jitter: number;
  /** How much denser the cells get towards the rim. */
  readonly denser: number;
  /** How far the lattice is bent, in cells: gives rows their direction. */
  readonly bend: number;
  /** Length of a cell over its width. */
  readonly elongation: number;
  /** Main direction of the rows in radians. */
  readonly direction: number;
  /** Share of neighbouring cells that have grown together. */
  readonly merged: number;
  /** Width of the grooves, in cells. */
  readonly groove: number;
  /** Height of the beads, in half widths of the square. */
  readonly relief: number;
}

/** Half width of the leather in the canonical square; the rest is hair. */
export const LEATHER_REACH = 0.78;

const LEATHERS: Record<Exclude<NosePigment, 'spotted'>, readonly [Colour, ...Colour[]]> = {
  black: [parseColour('#2b2727'), parseColour('#383232'), parseColour('#45403f'), parseColour('#1f1c1d')],
  brown: [parseColour('#5e4436'), parseColour('#74523f'), parseColour('#4b372e')],
  pink: [parseColour('#c48d83'), parseColour('#b87b70'), parseColour('#d3a196')],
};

const HAIRS: readonly [Colour, ...Colour[]] = [
  parseColour('#e9e3d8'),
  parseColour('#c9a06a'),
  parseColour('#8a6848'),
  parseColour('#5a4638'),
  parseColour('#3a3431'),
  parseColour('#9a948c'),
];

/** The nose of one animal. The same species and seed give the same nose. */
export function drawNoseIdentity(species: DrawnSpecies, seed: number | string): NoseIdentity {
  const random = createRandom(`nose/${species}/${seed}`);
  const cat = species === 'cat';
  const shape = random.fork('shape');
  return {
    seed: `nose/${species}/${seed}`,
    species,
    aspect: cat ? shape.between(0.62, 0.78) : shape.between(0.7, 0.92),
    narrowing: cat ? shape.between(0.55, 0.68) : shape.between(0.18, 0.42),
    dip: cat ? shape.between(0.05, 0.16) : shape.between(0, 0.07),
    wobble: shape.between(0.02, 0.07),
    cells: drawCells(cat, random.fork('cells')),
    nostrils: {
      apart: cat ? shape.between(0.36, 0.46) : shape.between(0.4, 0.52),
      height: cat ? shape.between(0.2, 0.34) : shape.between(0.02, 0.18),
      size: cat ? shape.between(0.09, 0.13) : shape.between(0.13, 0.19),
      slant: shape.between(0.3, 0.75),
    },
    philtrum: { width: shape.between(0.018, 0.04), bend: shape.normal(0, 0.02) },
    pigment: drawPigment(cat, random.fork('pigment')),
    hair: brighten(random.fork('hair').pick(HAIRS), random.between(0.85, 1.1)),
  };
}

function drawCells(cat: boolean, random: Random): NoseCells {
  return {
    across: cat ? random.between(9, 13) : random.between(10, 16),
    jitter: random.between(0.62, 0.88),
    denser: random.between(0.1, 0.32),
    bend: random.between(0.8, 2.2),
    elongation: random.between(1, 1.45),
    direction: random.between(0, Math.PI),
    merged: random.between(0.08, 0.24),
    groove: random.between(0.16, 0.3),
    relief: cat ? random.between(0.01, 0.018) : random.between(0.014, 0.028),
  };
}

function drawPigment(cat: boolean, random: Random): NoseIdentity['pigment'] {
  const kind: NosePigment = cat
    ? random.pick(['pink', 'pink', 'brown', 'black', 'spotted'])
    : random.pick(['black', 'black', 'black', 'black', 'brown', 'brown', 'pink', 'spotted']);
  const plain = random.pick(LEATHERS[kind === 'spotted' ? 'pink' : kind]);
  const leather = brighten(mix(plain, [128, 110, 104], random.between(0, 0.15)), random.between(0.85, 1.15));
  const patch = kind === 'spotted' ? random.pick(LEATHERS.black) : brighten(leather, random.between(0.75, 1.2));
  return { kind, leather, patch, patches: kind === 'spotted' ? random.between(0.3, 0.6) : random.between(0.1, 0.4) };
}
