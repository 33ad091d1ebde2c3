import { type AnalysedNose, analysePhotos, faceMissing } from './analyse-photos.ts';
import { type ChosenHead, chooseHeads, weighed } from './choose-heads.ts';
import type { Candidate } from './decision.ts';
import { DomainError } from './domain-error.ts';
import type { EnrolledPhoto, NoseCloseUp, Pet, PetId } from './gallery.port.ts';
import { lookAlikes } from './look-alikes.ts';
import type { Species } from './photo-analysis.ts';
import { COPY_DISTANCE } from './photo-copies.ts';
import type { PhotoFile, PhotoProblem } from './photo-file.ts';
import type { RecognitionDeps } from './recognition-deps.ts';
import { storePhotos } from './store-photos.ts';

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
  | {
      readonly kind: 'enrolled';
      readonly pet: Pet;
      readonly photos: readonly EnrolledPhoto[];
      readonly noses: readonly NoseCloseUp[];
      readonly skipped: readonly PhotoProblem[];
    }
  | { readonly kind: 'possible-duplicate'; readonly pets: readonly Duplicate[]; readonly skipped: readonly PhotoProblem[] }
  | { readonly kind: 'rejected'; readonly problems: readonly PhotoProblem[] };

/** `same-file`: the very same photo file is stored for that pet. `same-photo`: a copy of the photo is (saved again, resized, cropped a little). */
export type Duplicate =
  | { readonly why: 'same-file' | 'same-photo'; readonly pet: Pet; readonly photo: string }
  | { readonly why: 'looks-alike'; readonly pet: Pet; readonly candidate: Candidate };

/** @throws DomainError `name-missing`, `no-photos`. */
export async function enrolPet(deps: RecognitionDeps, request: EnrolPet): Promise<EnrolResult> {
  const name = request.name.trim();
  if (name === '') throw new DomainError('name-missing', 'A pet needs a name.');
  if (request.photos.length === 0) throw new DomainError('no-photos', 'Enrolling a pet takes at least one photo.');

  const outcomes = await analysePhotos(deps, request.photos, request.species);
  const skipped = outcomes.flatMap((outcome) => (outcome.kind === 'problem' ? [outcome.problem] : []));
  const noses = outcomes.flatMap((outcome) => (outcome.kind === 'nose' ? [outcome.photo] : []));
  const { species, chosen, problems } = chooseHeads({
    photos: outcomes.flatMap((outcome) => (outcome.kind === 'usable' ? [outcome.photo] : [])),
    ...(request.species ? { species: request.species } : {}),
    calibration: deps.recogniser.models.calibration,
    known: [],
    sameAnimal: request.sameAnimal ?? false,
  });
  const questions = [...skipped.filter(asksAPerson), ...problems];
  if (questions.length > 0 || chosen.length === 0) {
    const useless = [...skipped.filter((problem) => !asksAPerson(problem)), ...(chosen.length === 0 ? noses.map(faceMissing) : [])];
    return { kind: 'rejected', problems: [...useless, ...questions] };
  }

  if (!request.allowDuplicate) {
    const pets = [...(await petsWithSamePhoto(deps, { chosen, noses })), ...(await petsLookingAlike(deps, chosen, species))];
    if (pets.length > 0) return { kind: 'possible-duplicate', pets, skipped };
  }
  const pet: Pet = { id: deps.ids.next() as PetId, name, species, enrolledAt: deps.clock.now().toISOString() };
  const stored = await storePhotos(deps, { petId: pet.id, chosen, noses }, async (rows) => {
    await deps.gallery.addPet(pet, rows);
    return true;
  });
  return { kind: 'enrolled', pet, ...(stored ?? { photos: [], noses: [] }), skipped };
}

/** A photo of the wrong species is not merely useless: perhaps the wrong species was named. */
function asksAPerson(problem: PhotoProblem): boolean {
  return problem.kind === 'species-mismatch';
}

async function petsWithSamePhoto(
  deps: RecognitionDeps,
  { chosen, noses }: { readonly chosen: readonly ChosenHead[]; readonly noses: readonly AnalysedNose[] },
): Promise<readonly Duplicate[]> {
  const duplicates: Duplicate[] = [];
  const found = async (why: 'same-file' | 'same-photo', petId: PetId, photo: string) => {
    if (duplicates.some((duplicate) => duplicate.pet.id === petId)) return;
    const stored = await deps.gallery.findPet(petId);
    if (stored) duplicates.push({ why, pet: stored.pet, photo });
  };
  const photos = chosen.map(({ photo }) => photo);
  for (const { file, sha256 } of [...photos, ...noses]) {
    for (const same of await deps.gallery.findPhotosBySha256(sha256)) await found('same-file', same.petId, file.name);
  }
  for (const { file, analysis } of photos) {
    for (const copy of await deps.gallery.findPhotoCopies(analysis.trace, COPY_DISTANCE))
      await found('same-photo', copy.photo.petId, file.name);
  }
  return duplicates;
}

async function petsLookingAlike(deps: RecognitionDeps, chosen: readonly ChosenHead[], species: Species): Promise<readonly Duplicate[]> {
  const templates = chosen.map(({ head }) => weighed(head));
  const candidates = await lookAlikes({ gallery: deps.gallery, models: deps.recogniser.models }, { templates, species });
  return candidates.map((candidate) => ({ why: 'looks-alike', pet: candidate.pet, candidate }));
}
