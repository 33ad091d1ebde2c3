import { type Backdrop, drawBackdrop } from './backdrop.ts';
import { type Decoy, drawDecoy } from './decoy.ts';
import { drawFilm, type Film } from './film.ts';
import type { Frame } from './frame.ts';
import { drawLight } from './light.ts';
import { drawOccluder } from './occluder.ts';
import { type DrawnAnimal, drawAnimal } from './pet-drawing.ts';
import { type DrawnSpecies, drawPet } from './pet-identity.ts';
import { short } from './placement.ts';
import { drawPose, type HeadView, viewOf } from './pose.ts';
import { createRandom, type Random } from './random.ts';
import type { Turn } from './vector.ts';

type Point = readonly [x: number, y: number];
type Box = readonly [x0: number, y0: number, x1: number, y1: number];

/** One head of a scene in pixels: origin at the top left, x to the right, y down. "Left" is further left in the image. */
export interface SceneHead {
  readonly petSeed: string;
  readonly species: DrawnSpecies;
  /** Head with ears and lower jaw, without neck, clipped to the frame. */
  readonly box: Box;
  /** Null: outside the frame, turned away or behind something. */
  readonly leftEye: Point | null;
  readonly rightEye: Point | null;
  readonly nose: Point | null;
  readonly view: HeadView;
}

export interface Scene extends Frame {
  readonly svg: string;
  readonly heads: readonly SceneHead[];
  readonly film: Film;
}

/** A seed alone draws a dog or a cat; give the species to fix it. */
export type ScenePet = number | string | { readonly seed: number | string; readonly species: DrawnSpecies };

export interface SceneOptions extends Frame {
  readonly pets: readonly ScenePet[];
  readonly photoSeed: number | string;
  readonly view?: Exclude<HeadView, 'partial'>;
  /** Width of the head in pixels of the scene; drawn from the seed when absent. */
  readonly headSize?: number;
  /** Replaces angles of the heads that the seed chooses: an animal that turns keeps everything else. */
  readonly turn?: Partial<Turn>;
  /** False: the head lies near the middle, level and uncovered. */
  readonly candid?: boolean;
  readonly backdrop?: Backdrop;
  readonly decoys?: readonly Decoy[];
  /** Replaces parts of the film that the seed chooses. */
  readonly film?: Partial<Omit<Film, 'seed'>>;
}

/** About how many head units a head with ears is wide. */
const HEAD_WIDTH = 2.5;
/** A head of which more is hidden is not labelled: nobody could mark it in a photo. */
const MOST_HIDDEN = 0.6;

interface Spot {
  readonly pet: ScenePet;
  readonly centre: Point;
  readonly pixelsPerUnit: number;
}

/** Gives each animal its own column of the frame, higher (farther) ones first. */
function placeAnimals(options: SceneOptions, random: Random): Spot[] {
  const { pets, width, height } = options;
  const candid = options.candid ?? true;
  const column = width / Math.max(1, pets.length);
  const largest = Math.min(height * 0.78, column * (pets.length > 1 ? 0.8 : 0.85));
  return pets
    .map((pet, index): Spot => {
      const drawn = Math.exp(random.between(Math.log(Math.min(32, largest * 0.5)), Math.log(largest)));
      const size = options.headSize ?? (random.chance(0.6) ? largest * random.between(0.4, 1) : drawn);
      const margin = size * (candid ? 0.36 : 0.62);
      const x0 = index * column;
      const x = candid
        ? random.between(x0 + Math.min(margin, column / 2), x0 + Math.max(column - margin, column / 2))
        : x0 + column * random.between(0.46, 0.54);
      const y = candid
        ? random.between(Math.min(margin * 1.15, height / 2), Math.max(height * 0.72 - margin * 0.3, height * 0.5))
        : height * random.between(0.46, 0.52);
      return { pet, centre: [x, y], pixelsPerUnit: size / HEAD_WIDTH };
    })
    .sort((a, b) => a.centre[1] - b.centre[1]);
}

interface Shown {
  readonly pet: { readonly seed: string; readonly species: DrawnSpecies };
  readonly animal: DrawnAnimal;
  readonly yaw: number;
  /** Whether something stands before this pixel of the animal. */
  readonly isHidden: (point: Point) => boolean;
}

/** The share of a box's points, on a grid, for which the test holds. */
function shareOf(box: Box, test: (point: Point) => boolean): number {
  const steps = [0.08, 0.25, 0.42, 0.58, 0.75, 0.92];
  const points = steps.flatMap((u) => steps.map((v): Point => [box[0] + (box[2] - box[0]) * u, box[1] + (box[3] - box[1]) * v]));
  return points.filter(test).length / points.length;
}

/** The label of a head, or null when too little of it can be seen to be called visible. */
function headOf({ pet, animal, yaw, isHidden }: Shown, frame: Frame): SceneHead | null {
  const full = animal.headBox;
  const box: Box = [Math.max(0, full[0]), Math.max(0, full[1]), Math.min(frame.width, full[2]), Math.min(frame.height, full[3])];
  const isLost = (p: Point): boolean => p[0] < 0 || p[1] < 0 || p[0] > frame.width || p[1] > frame.height || isHidden(p);
  const lost = shareOf(full, isLost);
  if (lost > MOST_HIDDEN) return null;
  const seen = (p: Point | null): Point | null => (p === null || isLost(p) ? null : p);
  const [a, b] = [seen(animal.eyes[0]), seen(animal.eyes[1])];
  const swapped = a !== null && b !== null && a[0] > b[0];
  const hidden = [...animal.eyes, animal.nose].some((p) => p !== null && isLost(p));
  return {
    petSeed: pet.seed,
    species: pet.species,
    box,
    leftEye: swapped ? b : a,
    rightEye: swapped ? a : b,
    nose: seen(animal.nose),
    view: lost > 0.25 || hidden ? 'partial' : viewOf(yaw),
  };
}

const groundShadow = (spot: Spot, ground: Point): string =>
  `<ellipse cx="${short(ground[0])}" cy="${short(ground[1])}" rx="${short(spot.pixelsPerUnit * 2.2)}" ry="${short(spot.pixelsPerUnit * 0.5)}" fill="#000" opacity="0.3"/>`;

/** Draws a photo's scene. The same options give the same SVG and geometry. */
export function drawScene(options: SceneOptions): Scene {
  const random = createRandom(`photo/${options.photoSeed}`);
  const frame: Frame = { width: options.width, height: options.height };
  const light = drawLight(random.fork('light'));
  const parts: string[] = [drawBackdrop(random.fork('backdrop'), frame, options.backdrop)];
  (options.decoys ?? []).forEach((kind, index) => {
    parts.push(drawDecoy(kind, random.fork(`decoy${index}`), frame, `d${index}`));
  });
  const candid = options.candid ?? true;
  const shown = placeAnimals(options, random.fork('place')).map((spot, index) => {
    const own = random.fork(`animal${index}`);
    const pet = typeof spot.pet === 'object' ? drawPet(spot.pet.seed, spot.pet.species) : drawPet(spot.pet);
    const drawn = drawPose(own.fork('pose'), { view: options.view, candid });
    const pose = { ...drawn, head: { ...drawn.head, ...options.turn } };
    const animal = drawAnimal(pet, pose, { ...spot, light, frame, random: own.fork('hair'), id: `a${index}` });
    const occluder = candid && own.chance(0.12) ? drawOccluder(animal.headBox, own.fork('occluder')) : null;
    parts.push(groundShadow(spot, animal.ground), animal.svg, occluder?.svg ?? '');
    return { pet, animal, yaw: pose.head.yaw, occluder };
  });
  const heads = shown.flatMap((one, index) => {
    const before = shown.slice(index + 1);
    const hides = (point: Point): boolean => before.some((other) => other.animal.covers(point) || other.occluder?.hides(point) === true);
    const head = headOf({ ...one, isHidden: (point) => one.occluder?.hides(point) === true || hides(point) }, frame);
    return head === null ? [] : [head];
  });
  const film: Film = { ...drawFilm(random.fork('film'), String(options.photoSeed)), ...options.film };
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${frame.width}" height="${frame.height}" viewBox="0 0 ${frame.width} ${frame.height}">${parts.join('')}</svg>`;
  return { ...frame, svg, heads, film };
}
