import type { Colour } from '../colour.ts';
import { develop, type Pixels } from '../film.ts';
import { valueNoise } from '../noise.ts';
import { createRandom } from '../random.ts';
import { clamp, dot, smoothStep, unit, type Vector } from '../vector.ts';
import type { LeatherMap } from './leather-map.ts';
import { LEATHER_REACH, type NoseIdentity } from './nose-identity.ts';
import { facing, type NoseSurface, type Point, placeNose } from './nose-surface.ts';
import type { NoseView } from './nose-view.ts';

/** A photo of a nose and where things are in it, in its pixels. */
export interface NosePhoto {
  readonly pixels: Pixels;
  /** Smallest upright box around the leather. */
  readonly leather: readonly [x0: number, y0: number, x1: number, y1: number];
  /** The left one in the image first when the animal looks upright. */
  readonly nostrils: readonly [Point, Point];
  /** The photo's pixel that shows a place of the canonical square. */
  readonly project: NoseSurface['project'];
}

/** What is looked up of the map at one place, between its pixels. */
interface Sample {
  readonly height: number;
  readonly slope: Point;
  readonly albedo: Colour;
  readonly rim: number;
}

/** Takes a photo of a nose: `side` × `side` pixels. Pure. */
export function photographNose(identity: NoseIdentity, map: LeatherMap, view: NoseView, side: number): NosePhoto {
  const surface = placeNose(identity, view, side);
  const rgb = new Uint8Array(side * side * 3);
  const seed = Math.floor(createRandom(`nose-hair/${view.seed}`).between(0, 2 ** 30));
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const { place, slope } = surface.at(x + 0.5, y + 0.5);
      const colour = shade(sampleMap(map, place), { place, slope, seed, identity, view });
      const at = (y * side + x) * 3;
      for (const channel of [0, 1, 2] as const) rgb[at + channel] = clamp(Math.round(colour[channel]), 0, 255);
    }
  }
  const nostril = (which: -1 | 1): Point =>
    surface.project([which * identity.nostrils.apart * LEATHER_REACH, identity.nostrils.height * LEATHER_REACH]);
  return {
    pixels: develop({ width: side, height: side, rgb }, view.film),
    leather: boxOfLeather(map, surface),
    nostrils: [nostril(-1), nostril(1)],
    project: surface.project,
  };
}

interface Spot {
  readonly place: Point;
  readonly slope: Point;
  readonly seed: number;
  readonly identity: NoseIdentity;
  readonly view: NoseView;
}

/** Colour that reaches the camera: skin with its shine, or hair. */
function shade(sample: Sample, spot: Spot): Colour {
  const { place, seed, view, identity } = spot;
  const [u, v] = place;
  const around = Math.atan2(v, u);
  const away = Math.hypot(u, v);
  // Hairs lie along the way out, and in another place in each photo: they are no mark of the animal.
  const hairs = valueNoise([around * 26, away * 4, 1], seed) * 0.6 + valueNoise([around * 61, away * 7, 2], seed) * 0.4;
  const hairy = smoothStep(0.98, 1.03, sample.rim + (hairs - 0.5) * 0.14);
  const relief = identity.cells.relief * view.growth[2] * (1 - hairy);
  const normal = facing([spot.slope[0] + sample.slope[0] * relief, spot.slope[1] + sample.slope[1] * relief], view);
  const { light } = view;
  const film = view.wet * (0.35 + 0.65 * smoothStep(0.3, 0.7, valueNoise([u * 3 + 5, v * 3, 9], seed)));
  const open = (0.55 + 0.45 * sample.height) * (1 - hairy) + (0.7 + 0.6 * (hairs - 0.5)) * hairy;
  const toLight = clamp((dot(normal, light.direction) + 0.15) / 1.15, 0, 1);
  const shine = glint(normal, light.direction, film) * (1 - hairy) * (1 - 0.85 * Number(sample.height < 0.04));
  const skin = 1 - 0.2 * film * (1 - hairy);
  const colour = (channel: 0 | 1 | 2): number =>
    sample.albedo[channel] * skin * open * (light.ambient[channel] * 0.75 + light.key[channel] * 1.1 * toLight) +
    shine * light.key[channel] * 255;
  return [colour(0), colour(1), colour(2)];
}

/** Mirror-like light, 0 to about 1.2 (Blinn 1977): broad and weak on dry leather, narrow and strong under a film of water. */
function glint(normal: Vector, direction: Vector, wet: number): number {
  const half = unit([direction[0], direction[1], direction[2] + 1]);
  const cosine = clamp(dot(normal, half), 0, 1);
  return (0.06 + 0.1 * wet) * cosine ** 9 + 1.05 * wet * cosine ** (24 + 70 * wet);
}

/** Between the map's places (bilinear); the edge's values beyond it. The slope is of height 0 to 1 over units of the square. */
function sampleMap(map: LeatherMap, [u, v]: Point): Sample {
  const { side } = map;
  const x = clamp(((u + 1) * side) / 2 - 0.5, 1, side - 2.001);
  const y = clamp(((v + 1) * side) / 2 - 0.5, 1, side - 2.001);
  const [column, row] = [Math.floor(x), Math.floor(y)];
  const [fx, fy] = [x - column, y - row];
  const base = row * side + column;
  const between = (values: Float32Array, step: number, offset: number): number => {
    const a = values[base * step + offset] ?? 0;
    const b = values[(base + 1) * step + offset] ?? 0;
    const c = values[(base + side) * step + offset] ?? 0;
    const d = values[(base + side + 1) * step + offset] ?? 0;
    return (a + (b - a) * fx) * (1 - fy) + (c + (d - c) * fx) * fy;
  };
  const { height, albedo } = map;
  const perUnit = side / 4;
  return {
    height: between(height, 1, 0),
    slope: [(between(height, 1, 1) - between(height, 1, -1)) * perUnit, (between(height, 1, side) - between(height, 1, -side)) * perUnit],
    albedo: [between(albedo, 3, 0), between(albedo, 3, 1), between(albedo, 3, 2)],
    rim: between(map.rim, 1, 0),
  };
}

function boxOfLeather(map: LeatherMap, surface: NoseSurface): NosePhoto['leather'] {
  let box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let row = 2; row < map.side; row += 4) {
    for (let column = 2; column < map.side; column += 4) {
      if ((map.rim[row * map.side + column] ?? 2) > 1) continue;
      const [x, y] = surface.project([((column + 0.5) * 2) / map.side - 1, ((row + 0.5) * 2) / map.side - 1]);
      box = [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)];
    }
  }
  return box;
}
