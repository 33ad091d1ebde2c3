/** A pet as its owner's requests have made it. */
export interface PetState {
  /** SHA-256 of the files, sorted. */
  readonly photos: readonly string[];
  readonly marks: string;
  readonly isArchived: boolean;
  /** To the keeper, who takes every pet that is offered. */
  readonly isGivenAway: boolean;
  /** Name of the pet that holds its photos. */
  readonly mergedInto: string | null;
}

/** The pets that one person has had, by name, which is unique in a run; erased ones are not in it. */
export type World = ReadonlyMap<string, PetState>;

export const NEW_PET: Omit<PetState, 'photos'> = { marks: '', isArchived: false, isGivenAway: false, mergedInto: null };

/** The world with one pet changed. */
export function withPet(world: World, name: string, change: Partial<PetState>): World {
  const before = world.get(name) ?? { ...NEW_PET, photos: [] };
  return new Map([...world, [name, { ...before, ...change }]]);
}

export function withoutPet(world: World, name: string): World {
  return new Map([...world].filter(([other]) => other !== name));
}

/** As text: equal for equal worlds. */
export function inWords(world: World): string {
  const pets = [...world].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return pets
    .map(([name, { photos, marks, isArchived, isGivenAway, mergedInto }]) => {
      const state = [isArchived && 'archived', isGivenAway && 'given away', mergedInto && `merged into ${mergedInto}`, marks];
      return `${name}: ${[...state.filter(Boolean), ...photos.map((sha256) => sha256.slice(0, 8))].join(', ')}`;
    })
    .join('; ');
}
