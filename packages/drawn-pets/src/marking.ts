import type { Colour } from './colour.ts';
import type { FurPlace } from './fur-place.ts';
import { roughNoise, scatteredPoints, valueNoise } from './noise.ts';
import { length, scale, smoothStep, subtract, type Vector } from './vector.ts';

/** One marking of a coat. Lengths are in head units, seeds choose the noise, shares run from 0 to 1. */
export type Marking =
  | { readonly kind: 'patches'; readonly colour: Colour; readonly size: number; readonly share: number; readonly seed: number }
  | {
      readonly kind: 'stripes';
      readonly colour: Colour;
      readonly width: number;
      readonly strength: number;
      readonly seed: number;
    }
  | {
      readonly kind: 'brindle';
      readonly colour: Colour;
      readonly width: number;
      readonly strength: number;
      readonly seed: number;
    }
  | {
      readonly kind: 'spots';
      readonly colour: Colour;
      readonly size: number;
      readonly radius: number;
      readonly share: number;
      readonly seed: number;
    }
  | { readonly kind: 'mask'; readonly colour: Colour; readonly reach: number }
  | { readonly kind: 'points'; readonly colour: Colour; readonly reach: number }
  | { readonly kind: 'blaze'; readonly colour: Colour; readonly width: number; readonly top: number; readonly lean: number }
  | { readonly kind: 'muzzle'; readonly colour: Colour; readonly reach: number; readonly lean: number }
  | { readonly kind: 'brows'; readonly colour: Colour; readonly radius: number }
  | { readonly kind: 'cheeks'; readonly colour: Colour; readonly top: number }
  | {
      readonly kind: 'eyePatch';
      readonly colour: Colour;
      readonly side: -1 | 1;
      readonly radius: number;
      readonly rise: number;
      readonly seed: number;
    }
  | { readonly kind: 'crown'; readonly colour: Colour; readonly edge: number; readonly lean: number }
  | { readonly kind: 'ears'; readonly colour: Colour; readonly left: boolean; readonly right: boolean }
  | { readonly kind: 'chest'; readonly colour: Colour; readonly edge: number }
  | { readonly kind: 'ticking'; readonly colour: Colour; readonly share: number; readonly seed: number };

type Of<Kind extends Marking['kind']> = Extract<Marking, { readonly kind: Kind }>;

const within = (p: Vector, centre: Vector, radius: number, softness: number): number =>
  smoothStep(radius + softness, radius - softness, length(subtract(p, centre)));

const faceSide = (at: Vector): number => smoothStep(-0.1, 0.3, at[2]);

/** How much of the marking covers this place, 0 to 1. */
export function markingShare(marking: Marking, place: FurPlace): number {
  switch (marking.kind) {
    case 'patches':
      return patches(marking, place);
    case 'stripes':
      return stripes(marking, place);
    case 'brindle':
      return brindle(marking, place);
    case 'spots':
      return spots(marking, place);
    case 'ears':
      return place.part === 'ear' && (place.at[0] < 0 ? marking.left : marking.right) ? 1 : 0;
    case 'chest':
      return place.part === 'body' ? smoothStep(marking.edge - 0.12, marking.edge + 0.12, place.at[2] * 0.9 + place.at[1] * 0.1) : 0;
    case 'ticking':
      return smoothStep(1 - marking.share, 1.2 - marking.share, valueNoise(scale(place.at, 9), marking.seed)) * 0.8;
    case 'points':
      return points(marking, place);
    case 'crown':
      return crown(marking, place);
    default:
      return place.part === 'head' ? faceMarking(marking, place) : 0;
  }
}

/** Markings that only a face has. */
function faceMarking(marking: Of<'mask' | 'blaze' | 'muzzle' | 'brows' | 'cheeks' | 'eyePatch'>, { at, face }: FurPlace): number {
  const { nose, eyes } = face;
  switch (marking.kind) {
    case 'mask':
      return within(at, [0, nose[1] - 0.05, nose[2]], marking.reach, marking.reach * 0.3);
    case 'muzzle':
      return within([at[0] + marking.lean * 0.3, at[1] * 0.9, at[2]], [0, nose[1] + 0.1, nose[2]], marking.reach, 0.07);
    case 'brows':
      return Math.max(...eyes.map((eye) => within(at, [eye[0] * 0.85, eye[1] - 0.24, eye[2]], marking.radius, 0.06)));
    case 'cheeks':
      return at[2] > -0.3 ? smoothStep(marking.top - 0.06, marking.top + 0.06, at[1] - Math.abs(at[0]) * 0.12) : 0;
    case 'blaze': {
      if (at[1] < marking.top) return 0;
      const half = marking.width * (0.5 + 0.5 * smoothStep(marking.top, nose[1], at[1]));
      return faceSide(at) * smoothStep(half + 0.05, half - 0.05, Math.abs(at[0] - marking.lean * at[1]));
    }
    case 'eyePatch': {
      const eye = eyes[marking.side < 0 ? 0 : 1];
      const ragged = marking.radius * (0.75 + 0.5 * valueNoise(scale(at, 3), marking.seed));
      return within(at, [eye[0] * 1.15, eye[1] - marking.rise, eye[2] - 0.1], ragged, 0.05);
    }
  }
}

function patches(marking: Of<'patches'>, { at }: FurPlace): number {
  const noise = 0.5 + (roughNoise(scale(at, 1 / marking.size), marking.seed) - 0.5) * 1.7;
  return smoothStep(0.97 - marking.share, 1.03 - marking.share, noise);
}

/** How far tabby lines fade: around the nose and inside the ears. */
function bareOfStripes({ at, part, face }: FurPlace): number {
  if (part === 'head') return within(at, face.nose, 0.55, 0.2);
  return part === 'ear' ? 0.75 : 0;
}

function stripes(marking: Of<'stripes'>, place: FurPlace): number {
  const { at, part } = place;
  const warp = (valueNoise(scale(at, 2.2), marking.seed) - 0.5) * 1.6;
  // On the forehead the lines run up from between the eyes, on the cheeks outwards, on the body around it.
  const forehead = smoothStep(0.05, -0.25, at[1]);
  const across = Math.abs(at[0]) * 1.25 + at[1] * 0.15;
  const cheek = at[1] * 1.1 - Math.abs(at[0]) * 0.35;
  const phase = part === 'body' ? at[2] * 0.9 + at[1] * 0.35 : across * forehead + cheek * (1 - forehead);
  const wave = Math.cos((phase / marking.width) * Math.PI * 2 + warp * 2.2);
  return marking.strength * smoothStep(0.05, 0.65, wave) * (1 - bareOfStripes(place));
}

function brindle(marking: Of<'brindle'>, { at }: FurPlace): number {
  const warp = (roughNoise(scale(at, 3), marking.seed) - 0.5) * 9;
  return marking.strength * smoothStep(0.1, 0.8, Math.cos(((at[1] + at[2] * 0.8) / marking.width) * Math.PI * 2 + warp));
}

function spots(marking: Of<'spots'>, { at }: FurPlace): number {
  const spot = scatteredPoints(scale(at, 1 / marking.size), marking.seed);
  const radius = marking.radius * (0.6 + 0.8 * spot.own);
  return spot.own > marking.share ? 0 : smoothStep(radius + 0.05, radius - 0.05, spot.distance);
}

function points(marking: Of<'points'>, { at, part, face }: FurPlace): number {
  if (part === 'ear') return 1;
  return part === 'head' ? within(at, [0, face.nose[1] - 0.12, face.nose[2]], marking.reach, marking.reach * 0.55) : 0.12;
}

function crown(marking: Of<'crown'>, { at, part }: FurPlace): number {
  if (part !== 'head') return part === 'ear' ? 1 : 0;
  return smoothStep(0.06, -0.06, at[1] - marking.edge - Math.abs(at[0]) * marking.lean + (faceSide(at) - 1) * 1.5);
}
