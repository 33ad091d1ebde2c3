import type { Species } from '../recognition/index.ts';
import type { BirthDate } from './birth-date.ts';

export const SEXES = ['female', 'male', 'unknown'] as const;
export const NEUTERED = ['yes', 'no', 'unknown'] as const;
/** Of the coat; a pet has up to four. */
export const COLOURS = [
  'black',
  'white',
  'grey',
  'blue',
  'silver',
  'brown',
  'chocolate',
  'red',
  'orange',
  'golden',
  'cream',
  'fawn',
  'tan',
  'lilac',
] as const;
export const PATTERNS = [
  'solid',
  'bicolour',
  'tricolour',
  'tabby',
  'tortoiseshell',
  'calico',
  'colourpoint',
  'brindle',
  'merle',
  'spotted',
  'ticked',
  'sable',
  'saddle',
  'hairless',
] as const;
export type Sex = (typeof SEXES)[number];
export type Neutered = (typeof NEUTERED)[number];
export type Colour = (typeof COLOURS)[number];
export type Pattern = (typeof PATTERNS)[number];

export const PROFILE_LIMITS = { name: 80, colours: 4, microchips: 2, marks: 500, notes: 5000 } as const;

/** What is known of a pet. Made by `changeProfile` alone, which checks it. */
export interface PetProfile {
  readonly name: string;
  readonly species: Species;
  /** Id in the breed list of the species. */
  readonly breed: string;
  readonly sex: Sex;
  readonly neutered: Neutered;
  readonly birth: BirthDate | null;
  readonly colours: readonly Colour[];
  readonly pattern: Pattern | null;
  /** What tells it from others: "white tip of the tail". */
  readonly marks: string;
  /** As `checkMicrochip` writes them; a second chip is implanted when the first fails. */
  readonly microchips: readonly string[];
  /** Private: seen by those who care for the pet. */
  readonly medicalNotes: string;
  /** Private, and the owner's own: taken out when the pet is given to a new owner. */
  readonly contactNotes: string;
}

/** Fields whose words are kept out of the history: it says that they changed, not what they said. */
export const PRIVATE_FIELDS: ReadonlySet<keyof PetProfile> = new Set(['medicalNotes', 'contactNotes']);

export function emptyProfile(name: string, species: Species): PetProfile {
  return {
    name,
    species,
    breed: 'unknown',
    sex: 'unknown',
    neutered: 'unknown',
    birth: null,
    colours: [],
    pattern: null,
    marks: '',
    microchips: [],
    medicalNotes: '',
    contactNotes: '',
  };
}
