import type { Candidate } from './decision.ts';
import type { EnrolledPhoto, Pet } from './gallery.port.ts';
import type { Species } from './photo-analysis.ts';
import type { PhotoFile, PhotoProblem } from './photo-file.ts';
import type { RecognitionDeps } from './recognition-deps.ts';

export interface EnrolPet {
  readonly name: string;
  /** Absent: what the photos show. */
  readonly species?: Species;
  readonly photos: readonly PhotoFile[];
  /** A person has looked at the duplicates found and says that this is another animal. */
  readonly allowDuplicate?: boolean;
  /** A person has said that all photos show one animal, however different they look. */
  readonly sameAnimal?: boolean;
}

/**
 * `enrolled`: the pet is stored durably; `skipped` names the photos that were of no use (unreadable, no head, offered twice).
 * `possible-duplicate`: nothing was stored; `pets` are already enrolled and look like this one, or have the same photo file.
 * `rejected`: nothing was stored; a person must say which animal is meant, or bring other photos.
 */
export type EnrolResult =
  | { readonly kind: 'enrolled'; readonly pet: Pet; readonly photos: readonly EnrolledPhoto[]; readonly skipped: readonly PhotoProblem[] }
  | { readonly kind: 'possible-duplicate'; readonly pets: readonly Duplicate[]; readonly skipped: readonly PhotoProblem[] }
  | { readonly kind: 'rejected'; readonly problems: readonly PhotoProblem[] };

/** `same-file`: the very same photo file is stored for that pet. */
export type Duplicate =
  | { readonly why: 'same-file'; readonly pet: Pet; readonly photo: string }
  | { readonly why: 'looks-alike'; readonly pet: Pet; readonly candidate: Candidate };

/** @throws DomainError `name-missing`, `no-photos`. */
export async function enrolPet(_deps: RecognitionDeps, _request: EnrolPet): Promise<EnrolResult> {
  throw new Error('Not written yet.');
}
