import { type AnalysedNose, type AnalysedPhoto, analysePhotos, faceMissing } from './analyse-photos.ts';
import { DomainError } from './domain-error.ts';
import type { EnrolledPhoto, Pet, PetId } from './gallery.port.ts';
import { findPetOrThrow } from './pets.ts';
import type { AnalysedHead } from './photo-analysis.ts';
import type { PhotoFile, PhotoProblem } from './photo-file.ts';
import type { Recogniser } from './recogniser.port.ts';
import type { RecognitionDeps } from './recognition-deps.ts';
import { comparablePhotos, comparePet, type WeighedTemplate } from './templates.ts';

/** A photo with the head in it that is most like the pet. */
export interface ClaimedHead {
  readonly photo: AnalysedPhoto;
  readonly head: AnalysedHead;
}

export interface ClaimDeps extends Pick<RecognitionDeps, 'gallery' | 'markFinder'> {
  readonly recogniser: Pick<Recogniser, 'analyse' | 'models'>;
}

/** Photos that are said to show a pet, and what is stored of that pet. */
export interface ClaimedPet {
  readonly pet: Pet;
  /** Its photos with templates that can be compared with the heads'; never none. */
  readonly enrolled: readonly EnrolledPhoto[];
  /** Empty when no photo is of use. */
  readonly heads: readonly ClaimedHead[];
  /** Close-ups of the nose. */
  readonly noses: readonly AnalysedNose[];
  readonly skipped: readonly PhotoProblem[];
}

/** @throws DomainError `pet-not-found`, `no-photos`, `templates-outdated` (run re-embedding first). */
export async function lookAtClaim(
  deps: ClaimDeps,
  { petId, photos: files }: { readonly petId: PetId; readonly photos: readonly PhotoFile[] },
): Promise<ClaimedPet> {
  if (files.length === 0) throw new DomainError('no-photos', 'Verifying a pet takes at least one photo.');
  const { pet, photos } = await findPetOrThrow(deps, petId);
  const enrolled = comparablePhotos(photos, deps.recogniser.models);
  if (enrolled.length === 0)
    throw new DomainError('templates-outdated', `The templates of ${pet.name} were made by an older model: run the re-embedding.`);
  const outcomes = await analysePhotos(deps, files, pet.species);
  const noses = outcomes.flatMap((outcome) => (outcome.kind === 'nose' ? [outcome.photo] : []));
  const problems = outcomes.flatMap((outcome) => (outcome.kind === 'problem' ? [outcome.problem] : []));
  const templates = enrolled.map(({ template, quality }) => ({ template, quality: quality.score }));
  const heads = outcomes.flatMap((outcome) => {
    const head = outcome.kind === 'usable' ? likeliestHead(outcome.photo.analysis.heads, templates) : undefined;
    return outcome.kind === 'usable' && head ? [{ photo: outcome.photo, head }] : [];
  });
  const skipped = heads.length > 0 ? problems : [...problems, ...noses.map(faceMissing)];
  return { pet, enrolled, heads, noses, skipped };
}

/** Looking at coats costs time: of several photos it is done for the best one. */
export function bestHead(heads: readonly ClaimedHead[]): ClaimedHead | undefined {
  return heads.toSorted((a, b) => b.head.quality.score - a.head.quality.score)[0];
}

function likeliestHead(heads: readonly AnalysedHead[], templates: readonly WeighedTemplate[]): AnalysedHead | undefined {
  return heads
    .map((head) => ({ head, similarity: comparePet(head.template, templates).similarity }))
    .sort((a, b) => b.similarity - a.similarity)[0]?.head;
}
