import { type Random, seededRandom } from '../../evaluation/seeded-random.ts';
import type { MatchingRule } from '../agreement.ts';
import type { MarksCalibration } from '../mark-finder.port.ts';
import type { Marks } from '../marks.ts';

export const SIDE = 320;
export const RULE: MatchingRule = { ratio: 0.95, guess: 0.045, map: 0.03, reach: 0.05, base: 0.012, stretch: 0.06 };
const DIMENSIONS = 64;

type Place = readonly [x: number, y: number];

export interface MadeUpMark {
  readonly at: Place;
  readonly vector: Float32Array;
}

/** Marks at random places of a crop, each with a vector of its own. */
export function randomMarks(count: number, seed: number): readonly MadeUpMark[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => ({ at: [random() * SIDE, random() * SIDE], vector: direction(random) }));
}

/** The same marks seen elsewhere: `warp` moves them, `blur` adds so much of a random direction to their vectors. Those led out of the crop are gone. */
export function seenAgain(
  marks: readonly MadeUpMark[],
  warp: (place: Place) => Place,
  { seed = 1, blur = 0.4 } = {},
): readonly MadeUpMark[] {
  const random = seededRandom(seed);
  return marks.flatMap(({ at, vector }) => {
    const noise = direction(random);
    const to = warp(at);
    const isInside = to.every((value) => value >= 0 && value <= SIDE);
    return isInside ? [{ at: to, vector: unit(vector.map((value, i) => value + blur * (noise[i] ?? 0))) }] : [];
  });
}

export function toMarks(marks: readonly MadeUpMark[], model = 'made-up'): Marks {
  const inCrop = Float32Array.from(marks.flatMap(({ at }) => at));
  return {
    model,
    side: SIDE,
    count: marks.length,
    inCrop,
    inPhoto: inCrop,
    scores: new Float32Array(marks.length).fill(0.5),
    vectors: Float32Array.from(marks.flatMap(({ vector }) => [...vector])),
    dimensions: DIMENSIONS,
  };
}

function direction(random: Random): Float32Array {
  return unit(Float32Array.from({ length: DIMENSIONS }, () => random() + random() + random() - 1.5));
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

/** Of 100,000 comparisons of 51 made-up animals, or drawings. */
export function madeUpCalibration(measuredOn: MarksCalibration['measuredOn']): MarksCalibration {
  return {
    measuredOn,
    slope: 20,
    intercept: -10,
    fmr: [
      { fmr: 1e-1, threshold: 0.3 },
      { fmr: 1e-2, threshold: 0.5 },
      { fmr: 1e-3, threshold: 0.6 },
      { fmr: 1e-4, threshold: 0.7 },
    ],
    n: { individuals: 51, photos: 200, mated: 500, nonMated: 100_000 },
    data: 'made up for tests',
  };
}
