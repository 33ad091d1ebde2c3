import type { EnrolledPhoto, Pet, PetId } from './gallery.port.ts';
import type { PhotoFile, PhotoProblem } from './photo-file.ts';
import type { RecognitionDeps } from './recognition-deps.ts';

export interface AddPhotos {
  readonly petId: PetId;
  readonly photos: readonly PhotoFile[];
  /** A person has said that all photos show this pet, however different they look. */
  readonly sameAnimal?: boolean;
}

export type AddPhotosResult =
  | { readonly kind: 'added'; readonly pet: Pet; readonly photos: readonly EnrolledPhoto[]; readonly skipped: readonly PhotoProblem[] }
  | { readonly kind: 'rejected'; readonly problems: readonly PhotoProblem[] };

/** @throws DomainError `pet-not-found`, `no-photos`. */
export async function addPhotos(_deps: RecognitionDeps, _request: AddPhotos): Promise<AddPhotosResult> {
  throw new Error('Not written yet.');
}
