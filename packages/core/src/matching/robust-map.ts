import { type Random, seededRandom } from '../evaluation/seeded-random.ts';
import { areaFactor, fitPlaneMap, mapPoint, type PlaneMap, type PointPairs, similarityOfTwo } from './plane-map.ts';

export interface RobustMapOptions {
  /** Pairs farther from a first guess than this do not speak for it, px. Wide: a guess is flat and does not stretch. */
  readonly guessTolerance: number;
  /** The same for the refined map, px. */
  readonly tolerance: number;
  /** Most guesses: bounds the time, whatever the pairs. */
  readonly mostGuesses: number;
}

/** How little and how much one crop may be enlarged against the other: crops of one subject show it at about one size. */
const SCALE: readonly [number, number] = [0.4, 2.5];
/** Largest turn between the crops, radians (60 degrees): the marks' vectors do not survive a larger one anyway. */
const MOST_TURN = Math.PI / 3;
/** Probability of having guessed from two right pairs after which guessing ends (Fischler and Bolles 1981). */
const CONFIDENCE = 0.9995;
/** The first guesses are made from this many of the most distinct pairs, then from more and more (as PROSAC, Chum and Matas 2005). */
const FIRST_POOL = 24;
/** One for all: the same crops always give the same result. */
const SEED = 20_260;
/** Rounds in which the map and the pairs that speak for it settle, first affine, then projective. */
const AFFINE_ROUNDS = 3;
const PROJECTIVE_ROUNDS = 4;
/** Fewer pairs than this do not show perspective: the map stays affine. */
const LEAST_FOR_PERSPECTIVE = 12;

/**
 * The map between two crops that most pairs speak for. Guesses are similarities through two pairs, for which few pairs need to be right;
 * the best is refined by least squares to an affine map and a homography. `pairs` come most distinct first. Null when no map that keeps
 * size, turn and orientation has at least three pairs that speak for it.
 */
export function robustMap(pairs: PointPairs, options: RobustMapOptions): PlaneMap | null {
  if (pairs.count < 3) return null;
  const guess = bestGuess(pairs, options);
  return guess === null ? null : refine(pairs, guess, options);
}

/** Squared distances, px, of where the map leads each pair's first point from its second. */
export function squaredResiduals(pairs: PointPairs, map: PlaneMap, into: Float64Array = new Float64Array(pairs.count)): Float64Array {
  const [a, b, c, d, e, f, g, h] = map;
  for (let k = 0; k < pairs.count; k++) {
    const x = pairs.from[2 * k] ?? 0;
    const y = pairs.from[2 * k + 1] ?? 0;
    const w = g * x + h * y + 1;
    const dx = (a * x + b * y + c) / w - (pairs.to[2 * k] ?? 0);
    const dy = (d * x + e * y + f) / w - (pairs.to[2 * k + 1] ?? 0);
    into[k] = dx * dx + dy * dy;
  }
  return into;
}

function bestGuess(pairs: PointPairs, { guessTolerance, mostGuesses }: RobustMapOptions): PlaneMap | null {
  const random = seededRandom(SEED);
  const limit = guessTolerance * guessTolerance;
  const residuals = new Float64Array(pairs.count);
  let best: PlaneMap | null = null;
  let bestSupport = 0;
  let needed = mostGuesses;
  for (let turn = 0; turn < Math.min(needed, mostGuesses); turn++) {
    const pool = Math.min(pairs.count, FIRST_POOL + Math.floor((pairs.count * 2 * turn) / mostGuesses));
    const [i, j] = twoOf(pool, random);
    const map = similarityOfTwo(pairs, i, j);
    if (map === null || !isPlausible(map)) continue;
    let support = 0;
    let speaking = 0;
    for (const residual of squaredResiduals(pairs, map, residuals)) {
      if (residual >= limit) continue;
      support += 1 - residual / limit;
      speaking++;
    }
    if (speaking < 3 || support <= bestSupport) continue;
    bestSupport = support;
    best = map;
    needed = guessesNeeded(speaking / pairs.count);
  }
  return best;
}

function guessesNeeded(rightShare: number): number {
  const bothRight = Math.min(1 - 1e-9, rightShare * rightShare);
  return Math.ceil(Math.log(1 - CONFIDENCE) / Math.log(1 - bothRight));
}

function twoOf(count: number, random: Random): readonly [number, number] {
  const i = Math.floor(random() * count);
  const j = Math.floor(random() * (count - 1));
  return [i, j >= i ? j + 1 : j];
}

function isPlausible([cos, , , sin]: PlaneMap): boolean {
  const scale = Math.hypot(cos, sin);
  return scale >= SCALE[0] && scale <= SCALE[1] && Math.abs(Math.atan2(sin, cos)) <= MOST_TURN;
}

/** Each round fits the pairs that speak for the last map; the tolerance narrows from the guess's to the map's. A fit that folds is not taken. */
function refine(pairs: PointPairs, guess: PlaneMap, { guessTolerance, tolerance }: RobustMapOptions): PlaneMap {
  let map = guess;
  const rounds = AFFINE_ROUNDS + PROJECTIVE_ROUNDS;
  for (let round = 0; round < rounds; round++) {
    const reach = guessTolerance + (tolerance - guessTolerance) * Math.min(1, (round + 1) / AFFINE_ROUNDS);
    const weights = squaredResiduals(pairs, map).map((residual) => Math.max(0, 1 - residual / (reach * reach)));
    const speaking = weights.reduce((count, weight) => count + Number(weight > 0), 0);
    const next = fitPlaneMap(pairs, weights, round >= AFFINE_ROUNDS && speaking >= LEAST_FOR_PERSPECTIVE);
    if (next === null || !keepsShape(pairs, weights, next)) break;
    map = next;
  }
  return map;
}

/** Nowhere among the pairs that speak for it does the map mirror, flatten or blow up. */
function keepsShape({ count, from }: PointPairs, weights: Float64Array, map: PlaneMap): boolean {
  for (let k = 0; k < count; k++) {
    if ((weights[k] ?? 0) <= 0) continue;
    const [x, y] = [from[2 * k] ?? 0, from[2 * k + 1] ?? 0];
    const factor = areaFactor(map, [x, y]);
    if (!(map[6] * x + map[7] * y + 1 > 0.2 && factor > SCALE[0] ** 2 / 2 && factor < SCALE[1] ** 2 * 2)) return false;
  }
  return mapPoint(map, [0, 0]).every(Number.isFinite);
}
