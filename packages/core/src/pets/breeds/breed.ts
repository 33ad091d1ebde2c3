import type { Species } from '../../recognition/index.ts';
import { CAT_BREEDS } from './cat-breeds.ts';
import { DOG_BREEDS } from './dog-breeds.ts';

/** A breed as registries name it. `id`: stable, kept with the pet. */
export interface Breed {
  readonly id: string;
  readonly species: Species;
  /** Name of the FCI or AKC (dogs), of TICA or CFA (cats). */
  readonly en: string;
  readonly zh: string;
  /** What else people call it, in any language. */
  readonly aliases: readonly string[];
}

/** [id, English name, Chinese name, ...aliases] */
export type BreedRow = readonly [id: string, en: string, zh: string, ...aliases: string[]];

export const MIXED = 'mixed';
export const UNKNOWN_BREED = 'unknown';

const OF_ANY_SPECIES: readonly BreedRow[] = [
  [MIXED, 'Mixed breed', '混血', 'mongrel', 'mix', 'mutt', 'crossbreed', 'cross', 'moggy', '串串', '杂交', '土猫', '土狗'],
  [UNKNOWN_BREED, 'Unknown', '未知', "don't know", '不知道', '不详'],
];

const toBreed = (species: Species, [id, en, zh, ...aliases]: BreedRow): Breed => ({ id, species, en, zh, aliases });

/** By English name; mixed and unknown first, since most animals are. */
export const BREEDS: Readonly<Record<Species, readonly Breed[]>> = {
  dog: [...OF_ANY_SPECIES, ...DOG_BREEDS].map((row) => toBreed('dog', row)),
  cat: [...OF_ANY_SPECIES, ...CAT_BREEDS].map((row) => toBreed('cat', row)),
};

export function findBreed(species: Species, id: string): Breed | null {
  return BREEDS[species].find((breed) => breed.id === id) ?? null;
}
