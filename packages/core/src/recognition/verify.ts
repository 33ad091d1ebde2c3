import { analysePhotos } from './analyse-photos.ts';
import { weighed } from './choose-heads.ts';
import { decide } from './decide.ts';
import type { Decision, Use } from './decision.ts';
import { DomainError } from './domain-error.ts';
import type { EnrolledPhoto, Pet, PetId, PhotoId } from './gallery.port.ts';
import { findPetOrThrow } from './pets.ts';
import type { AnalysedHead } from './photo-analysis.ts';
import type { PhotoFile, PhotoProblem } from './photo-file.ts';
import type { RecognitionDeps } from './recognition-deps.ts';
import { comparablePhotos, comparePet, poolTemplates, type WeighedTemplate } from './templates.ts';

type Deps = Pick<RecognitionDeps, 'gallery' | 'recogniser'>;

export interface Verify {
  readonly petId: PetId;
  /** All of the one animal that is said to be this pet. */
  readonly photos: readonly PhotoFile[];
  readonly use: Use;
}

/** `verified`: the photos could be compared (whatever the decision). `heads`: the head taken from each photo used. */
export type VerifyResult =
  | {
      readonly kind: 'verified';
      readonly pet: Pet;
      readonly decision: Decision;
      readonly heads: readonly { readonly photo: string; readonly head: AnalysedHead }[];
      readonly skipped: readonly PhotoProblem[];
    }
  | { readonly kind: 'rejected'; readonly problems: readonly PhotoProblem[] };

/** @throws DomainError `pet-not-found`, `no-photos`, `templates-outdated` (run re-embedding first). */
export async function verify(deps: Deps, request: Verify): Promise<VerifyResult> {
  if (request.photos.length === 0) throw new DomainError('no-photos', 'Verifying a pet takes at least one photo.');
  const { pet, photos } = await findPetOrThrow(deps, request.petId);
  const { calibration, embedder } = deps.recogniser.models;
  const enrolled = comparablePhotos(photos, deps.recogniser.models);
  if (enrolled.length === 0)
    throw new DomainError('templates-outdated', `The templates of ${pet.name} were made by an older model: run the re-embedding.`);

  const outcomes = await analysePhotos(deps.recogniser, request.photos, pet.species);
  const skipped = outcomes.flatMap((outcome) => (outcome.kind === 'problem' ? [outcome.problem] : []));
  const usable = outcomes.flatMap((outcome) => (outcome.kind === 'usable' ? [outcome.photo] : []));
  const templates = enrolled.map(toWeighed);
  const heads = usable.flatMap(({ file, analysis }) => {
    const head = likeliestHead(analysis.heads, templates);
    return head ? [{ photo: file.name, head }] : [];
  });
  if (heads.length === 0) return { kind: 'rejected', problems: skipped };

  const { similarity, mostAlike } = comparePet(poolTemplates(heads.map(({ head }) => weighed(head))), templates);
  const decision = decide({
    // Taking the likeliest of several heads is as many chances of a false match as there are heads.
    found: {
      hits: [{ pet, photoId: mostAlike.photoId, similarity }],
      searched: Math.max(...usable.map(({ analysis }) => analysis.heads.length)),
    },
    use: request.use,
    calibration: calibration.species[pet.species],
    model: embedder,
    quality: Math.max(...heads.map(({ head }) => head.quality.score)),
    limit: 1,
  });
  return { kind: 'verified', pet, decision, heads, skipped };
}

function toWeighed(photo: EnrolledPhoto): WeighedTemplate & { readonly photoId: PhotoId } {
  return { photoId: photo.id, template: photo.template, quality: photo.quality.score };
}

function likeliestHead(heads: readonly AnalysedHead[], templates: readonly WeighedTemplate[]): AnalysedHead | undefined {
  return heads
    .map((head) => ({ head, similarity: comparePet(head.template, templates).similarity }))
    .sort((a, b) => b.similarity - a.similarity)[0]?.head;
}
