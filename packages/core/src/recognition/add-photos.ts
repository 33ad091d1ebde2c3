import { type AnalysedNose, type AnalysedPhoto, analysePhotos } from './analyse-photos.ts';
import { chooseHeads } from './choose-heads.ts';
import { DomainError } from './domain-error.ts';
import type { EnrolledPhoto, NoseCloseUp, Pet, PetId } from './gallery.port.ts';
import { findPetOrThrow } from './pets.ts';
import type { PhotoFile, PhotoProblem } from './photo-file.ts';
import type { RecognitionDeps } from './recognition-deps.ts';
import { storePhotos } from './store-photos.ts';
import { comparablePhotos } from './templates.ts';

export interface AddPhotos {
  readonly petId: PetId;
  readonly photos: readonly PhotoFile[];
  /** A person has said that all photos show this pet, however different they look. */
  readonly sameAnimal?: boolean;
}

/** `rejected`: nothing was stored. `skipped` names the photos that were of no use. */
export type AddPhotosResult =
  | {
      readonly kind: 'added';
      readonly pet: Pet;
      readonly photos: readonly EnrolledPhoto[];
      readonly noses: readonly NoseCloseUp[];
      readonly skipped: readonly PhotoProblem[];
    }
  | { readonly kind: 'rejected'; readonly problems: readonly PhotoProblem[] };

/** @throws DomainError `pet-not-found`, `no-photos`. */
export async function addPhotos(deps: RecognitionDeps, request: AddPhotos): Promise<AddPhotosResult> {
  if (request.photos.length === 0) throw new DomainError('no-photos', 'There is no photo to add.');
  const { pet, photos: stored } = await findPetOrThrow(deps, request.petId);

  const files = new Set([...stored, ...(await deps.gallery.noseCloseUps(pet.id))].map(({ sha256 }) => sha256));
  const outcomes = await analysePhotos(deps, request.photos, pet.species);
  const useless = outcomes.flatMap((outcome) => (outcome.kind === 'problem' ? [outcome.problem] : []));
  const known: AnalysedPhoto[] = [];
  const fresh: AnalysedPhoto[] = [];
  const noses: AnalysedNose[] = [];
  for (const outcome of outcomes) {
    if (outcome.kind === 'problem') continue;
    if (files.has(outcome.photo.sha256)) known.push(outcome.photo);
    else if (outcome.kind === 'nose') noses.push(outcome.photo);
    else fresh.push(outcome.photo);
  }
  const skipped = [...useless, ...known.map(({ file }) => alreadyStored(file, pet))];
  const { chosen, problems } = chooseHeads({
    photos: fresh,
    species: pet.species,
    calibration: deps.recogniser.models.calibration,
    known: comparablePhotos(stored, deps.recogniser.models).map(({ template, quality }) => ({ template, quality: quality.score })),
    sameAnimal: request.sameAnimal ?? false,
  });
  const elsewhere = await filesOfOtherPets(deps, { fresh: [...fresh, ...noses], pet, sameAnimal: request.sameAnimal ?? false });
  const questions = [...skipped.filter(({ kind }) => kind === 'species-mismatch'), ...problems, ...elsewhere];
  if (questions.length > 0 || chosen.length + noses.length === 0) {
    return { kind: 'rejected', problems: [...skipped.filter(({ kind }) => kind !== 'species-mismatch'), ...questions] };
  }
  const added = await storePhotos(deps, { petId: pet.id, chosen, noses }, (rows) => deps.gallery.addPhotos(pet.id, rows));
  if (added === null) throw new DomainError('pet-not-found', `There is no pet ${pet.id} any more.`);
  return { kind: 'added', pet, ...added, skipped };
}

function alreadyStored(file: PhotoFile, pet: Pet): PhotoProblem {
  return { kind: 'same-file', photo: file.name, of: file.name, message: `This photo is stored for ${pet.name} already.` };
}

/** A photo file that is stored for another pet: one of the two must be wrong, unless a person says otherwise. */
async function filesOfOtherPets(
  deps: Pick<RecognitionDeps, 'gallery'>,
  input: { readonly fresh: readonly AnalysedPhoto[]; readonly pet: Pet; readonly sameAnimal: boolean },
): Promise<readonly PhotoProblem[]> {
  if (input.sameAnimal) return [];
  const problems: PhotoProblem[] = [];
  for (const { file, sha256 } of input.fresh) {
    const [other] = await deps.gallery.findPhotosBySha256(sha256);
    const found = other && other.petId !== input.pet.id ? await deps.gallery.findPet(other.petId) : null;
    if (!found) continue;
    const message = `This very file is stored for ${found.pet.name}. Leave it out, or say that it shows ${input.pet.name}.`;
    problems.push({ kind: 'file-of-another-pet', photo: file.name, pet: found.pet, message });
  }
  return problems;
}
