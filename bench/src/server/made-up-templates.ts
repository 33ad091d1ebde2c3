import { type Species, TEMPLATE_DIMENSIONS, toUnitVector, type UnitVector } from '@snout/core/recognition';

/**
 * Made-up templates that lie in space as real ones do (docs/evaluation, dogs held out: photos of one animal have a cosine of 0.65 on
 * average, photos of two animals 0 with a standard deviation of 0.16). Directions drawn evenly from all 256 dimensions would have 0.06:
 * harder for an index, and like nothing that a network makes.
 */
const SAME_ANIMAL = 0.65;
/** Variance of dimension i falls as exp(-i / DECAY): (sum of variances)² / (sum of their squares) = 2 * DECAY = 1 / 0.162². */
const DECAY = 19;

const SPREAD = Float64Array.from({ length: TEMPLATE_DIMENSIONS }, (_, i) => Math.exp(-i / DECAY / 2));

/** The template of one photo of one pet; the same numbers give the same template, everywhere and always. */
export function madeUpTemplate(pet: number, photo: number): UnitVector {
  const ofPet = createNormal(pet * 1000 + 1);
  const ofPhoto = createNormal(pet * 1000 + 2 + photo);
  const values = new Float64Array(TEMPLATE_DIMENSIONS);
  let squares = 0;
  for (let i = 0; i < TEMPLATE_DIMENSIONS; i++) {
    const value = (SPREAD[i] ?? 0) * (Math.sqrt(SAME_ANIMAL) * ofPet() + Math.sqrt(1 - SAME_ANIMAL) * ofPhoto());
    values[i] = value;
    squares += value * value;
  }
  const length = Math.sqrt(squares);
  return toUnitVector(values.map((value) => value / length));
}

/** Three dogs to two cats. */
export function speciesOf(pet: number): Species {
  return pet % 5 < 3 ? 'dog' : 'cat';
}

/** Normal numbers by Box and Muller from SplitMix32-like mixing of a counter. */
function createNormal(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0;
  const uniform = () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return (((mixed ^ (mixed >>> 16)) >>> 0) + 0.5) / 4294967296;
  };
  let spare: number | null = null;
  return () => {
    if (spare !== null) {
      const kept = spare;
      spare = null;
      return kept;
    }
    const radius = Math.sqrt(-2 * Math.log(uniform()));
    const angle = 2 * Math.PI * uniform();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
}
