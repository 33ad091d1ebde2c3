import type { EnrolledPhoto, ListedPet, Pet, PetCursor, PetId, PhotoId } from './gallery.port.ts';
import type { RecognitionDeps } from './recognition-deps.ts';

/** `next`: hand it in as `after` for the next page; null at the end. */
export async function listPets(
  _deps: Pick<RecognitionDeps, 'gallery'>,
  _page: { readonly limit: number; readonly after?: PetCursor },
): Promise<{ readonly pets: readonly ListedPet[]; readonly next: PetCursor | null }> {
  throw new Error('Not written yet.');
}

/** @throws DomainError `pet-not-found`. */
export async function showPet(
  _deps: Pick<RecognitionDeps, 'gallery'>,
  _id: PetId,
): Promise<{ readonly pet: Pet; readonly photos: readonly EnrolledPhoto[] }> {
  throw new Error('Not written yet.');
}

/** Removes the pet, its templates and its photo files. @throws DomainError `pet-not-found`. */
export async function forgetPet(_deps: Pick<RecognitionDeps, 'gallery' | 'photos'>, _id: PetId): Promise<{ readonly pet: Pet; readonly photos: number }> {
  throw new Error('Not written yet.');
}

/**
 * The original file, with whatever its camera wrote into it (place!): decode it and strip the metadata before it leaves the machine.
 * @throws DomainError `photo-not-found`, `photo-file-missing`.
 */
export async function readOriginalPhoto(
  _deps: Pick<RecognitionDeps, 'gallery' | 'photos'>,
  _id: PhotoId,
): Promise<{ readonly photo: EnrolledPhoto; readonly bytes: Uint8Array }> {
  throw new Error('Not written yet.');
}
