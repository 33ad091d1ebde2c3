import { DomainError } from './domain-error.ts';
import type { EnrolledPhoto, ListedPet, NoseCloseUp, Pet, PetCursor, PetId, PetPhoto } from './gallery.port.ts';
import type { RecognitionDeps } from './recognition-deps.ts';

/** `next`: hand it in as `after` for the next page; null at the end. */
export async function listPets(
  deps: Pick<RecognitionDeps, 'gallery'>,
  page: { readonly limit: number; readonly after?: PetCursor },
): Promise<{ readonly pets: readonly ListedPet[]; readonly next: PetCursor | null }> {
  const oneMore = await deps.gallery.listPets({ ...page, limit: page.limit + 1 });
  const pets = oneMore.slice(0, page.limit);
  const last = pets.at(-1);
  return { pets, next: last && oneMore.length > page.limit ? { name: last.name, id: last.id } : null };
}

/** @throws DomainError `pet-not-found`. */
export async function showPet(
  deps: Pick<RecognitionDeps, 'gallery'>,
  id: PetId,
): Promise<{ readonly pet: Pet; readonly photos: readonly EnrolledPhoto[]; readonly noses: readonly NoseCloseUp[] }> {
  return { ...(await findPetOrThrow(deps, id)), noses: await deps.gallery.noseCloseUps(id) };
}

/**
 * Removes the pet, its templates and its photo files. Rows first: a crash in between leaves files that nothing refers to, which
 * the sweep removes. @throws DomainError `pet-not-found`.
 */
export async function forgetPet(
  deps: Pick<RecognitionDeps, 'gallery' | 'photos'>,
  id: PetId,
): Promise<{ readonly pet: Pet; readonly photos: number }> {
  const { pet, photos } = await findPetOrThrow(deps, id);
  const keys = await deps.gallery.removePet(id);
  if (keys === null) throw petNotFound(id);
  await Promise.all(keys.map((key) => deps.photos.delete(key)));
  return { pet, photos: photos.length };
}

/**
 * The original file, with whatever its camera wrote into it (place!): decode it and strip the metadata before it leaves the machine.
 * @throws DomainError `photo-file-missing`.
 */
export async function readOriginalPhoto(
  { photos }: Pick<RecognitionDeps, 'photos'>,
  { id, blobKey }: Pick<PetPhoto, 'id' | 'blobKey'>,
): Promise<Uint8Array> {
  const bytes = await photos.get(blobKey);
  if (bytes === null)
    throw new DomainError('photo-file-missing', `The file of photo ${id} is missing from the photo store: restore it from a backup.`);
  return bytes;
}

/** @throws DomainError `pet-not-found`. */
export async function findPetOrThrow(
  deps: Pick<RecognitionDeps, 'gallery'>,
  id: PetId,
): Promise<{ readonly pet: Pet; readonly photos: readonly EnrolledPhoto[] }> {
  const found = await deps.gallery.findPet(id);
  if (found === null) throw petNotFound(id);
  return found;
}

function petNotFound(id: PetId): DomainError {
  return new DomainError('pet-not-found', `There is no pet ${id}.`);
}
