import { drawFilm, type Film } from '../film.ts';
import { drawLight, type Light } from '../light.ts';
import { createRandom, type Random } from '../random.ts';
import type { Turn } from '../vector.ts';

export const NOSE_RUNGS = ['easy', 'middle', 'hard'] as const;

/** How far photos of one nose may differ. */
export type NoseRung = (typeof NOSE_RUNGS)[number];

/** Limits of a rung. Each photo draws between the least and the greatest (or up to the greatest, in both directions). */
interface RungLimits {
  /** Turn to the side and tilt up or down, degrees, in both directions. */
  readonly turn: number;
  /** Roll in the image plane, degrees, in both directions. */
  readonly roll: number;
  /** Width of the leather over the photo's side. */
  readonly fill: readonly [number, number];
  /** Distance of the camera in half widths of the canonical square: small is strong perspective. */
  readonly distance: readonly [number, number];
  /** 0 dry to 1 dripping. */
  readonly wet: readonly [number, number];
  /** Focus: standard deviation of the blur in thousandths of the photo's side. */
  readonly blur: readonly [number, number];
  /** Longest smear by motion in thousandths of the photo's side, and how many photos in a hundred have one. */
  readonly motion: readonly [longest: number, percent: number];
  /** Standard deviation of the sensor's noise, steps of 255. */
  readonly noise: readonly [number, number];
  /** Movement of the skin: how far places shift, in half widths of the canonical square. */
  readonly elastic: number;
  /** Change by growth: width against height, and height of the beads, as a share; the cells stay. */
  readonly growth: number;
  /** Spread of the exposure, natural logarithm. */
  readonly exposure: number;
  /** Quality of the JPEG. */
  readonly jpeg: readonly [number, number];
}

/**
 * The ladder of difficulty. `easy`: one sitting with a steady hand. `middle`: another day, another light, hand-held. `hard`: what a
 * person would call a poor photo: turned, wet, soft or shaken, small.
 */
export const NOSE_LADDER: Readonly<Record<NoseRung, RungLimits>> = {
  easy: {
    turn: 8,
    roll: 6,
    fill: [0.72, 0.82],
    distance: [6, 9],
    wet: [0, 0.3],
    blur: [0, 2],
    motion: [0, 0],
    noise: [1, 3],
    elastic: 0.006,
    growth: 0.01,
    exposure: 0.06,
    jpeg: [88, 95],
  },
  middle: {
    turn: 18,
    roll: 12,
    fill: [0.6, 0.82],
    distance: [4.5, 9],
    wet: [0, 0.6],
    blur: [0, 4],
    motion: [8, 15],
    noise: [1, 6],
    elastic: 0.014,
    growth: 0.04,
    exposure: 0.15,
    jpeg: [75, 95],
  },
  hard: {
    turn: 30,
    roll: 22,
    fill: [0.45, 0.82],
    distance: [3.5, 9],
    wet: [0.2, 1],
    blur: [2, 8],
    motion: [18, 40],
    noise: [3, 12],
    elastic: 0.026,
    growth: 0.1,
    exposure: 0.3,
    jpeg: [50, 90],
  },
};

/** Everything that one photo of a nose has of its own. */
export interface NoseView {
  readonly seed: string;
  readonly turn: Turn;
  readonly fill: number;
  readonly distance: number;
  /** Middle of the leather in the photo, as a share of its side from the photo's middle. */
  readonly shift: readonly [x: number, y: number];
  readonly wet: number;
  readonly elastic: number;
  /** Factors on the leather's width, height and relief. */
  readonly growth: readonly [width: number, height: number, relief: number];
  readonly light: Light;
  readonly film: Film;
  readonly jpeg: number;
}

/** Draws how one photo is taken. `side` is the photo's, in pixels: blur is relative to it. */
export function drawNoseView(seed: number | string, rung: NoseRung, side: number): NoseView {
  const limits = NOSE_LADDER[rung];
  const random = createRandom(`nose-view/${rung}/${seed}`);
  const degrees = (most: number): number => (random.between(-most, most) * Math.PI) / 180;
  const grown = (): number => 1 + random.between(-limits.growth, limits.growth);
  const turn: Turn = { yaw: degrees(limits.turn), pitch: degrees(limits.turn), roll: degrees(limits.roll), above: 0 };
  const fill = random.between(...limits.fill);
  const room = (1 - fill) * 0.4;
  return {
    seed: `${rung}/${seed}`,
    turn,
    fill,
    distance: random.between(...limits.distance),
    shift: [random.between(-room, room) * 0.5, random.between(-room, room) * 0.5],
    wet: random.between(...limits.wet),
    elastic: limits.elastic * random.between(0.4, 1),
    growth: [grown(), grown(), 1 + 2 * random.between(-limits.growth, limits.growth)],
    light: drawLight(random.fork('light')),
    film: drawNoseFilm(limits, random.fork('film'), side),
    jpeg: Math.round(random.between(...limits.jpeg)),
  };
}

function drawNoseFilm(limits: RungLimits, random: Random, side: number): Film {
  const [longest, percent] = limits.motion;
  const moved = random.chance(percent / 100);
  return {
    ...drawFilm(random, `nose/${random.next()}`),
    blur: (random.between(...limits.blur) * side) / 1000,
    motion: { length: moved ? (random.between(0.3, 1) * longest * side) / 1000 : 0, angle: random.between(0, Math.PI) },
    // Close to a dark thing, cameras meter brighter than for a whole animal.
    exposure: Math.exp(random.normal(0.3, limits.exposure)),
    noise: random.between(...limits.noise),
  };
}
