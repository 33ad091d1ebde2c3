import { type CoatFinding, checkCoat } from '../matching/check-coat.ts';
import type { MarkFinder } from '../matching/mark-finder.port.ts';
import { type AnalysedPhoto, analysePhotos } from './analyse-photos.ts';
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

/** `markFinder`: null where faces alone decide. */
type Deps = Pick<RecognitionDeps, 'gallery' | 'recogniser' | 'photos'> & { readonly markFinder: MarkFinder | null };

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
      /** Null: the coats were not compared. */
      readonly coat: CoatFinding | null;
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
  const chosen = usable.flatMap((photo) => {
    const head = likeliestHead(photo.analysis.heads, templates);
    return head ? [{ photo, head }] : [];
  });
  const heads = chosen.map(({ photo, head }) => ({ photo: photo.file.name, head }));
  if (heads.length === 0) return { kind: 'rejected', problems: skipped };

  const { similarity, mostAlike } = comparePet(poolTemplates(heads.map(({ head }) => weighed(head))), templates);
  const byFace = decide({
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
  const coat = await coatOf(deps, { chosen, enrolled, use: request.use });
  return { kind: 'verified', pet, decision: withCoat(byFace, coat), coat, heads, skipped };
}

interface CoatQuestion {
  readonly chosen: readonly { readonly photo: AnalysedPhoto; readonly head: AnalysedHead }[];
  readonly enrolled: readonly EnrolledPhoto[];
  readonly use: Use;
}

/** Of several photos the best one's: each costs time. */
async function coatOf(deps: Deps, { chosen, enrolled, use }: CoatQuestion): Promise<CoatFinding | null> {
  const { markFinder } = deps;
  const [best] = chosen.toSorted((a, b) => b.head.quality.score - a.head.quality.score);
  if (markFinder === null || best === undefined) return null;
  return checkCoat({ ...deps, markFinder }, { file: best.photo.file, head: best.head, enrolled, use });
}

/** A coat that doubts calls a person; it refuses nobody, and lifts no weak face. */
function withCoat(decision: Decision, coat: CoatFinding | null): Decision {
  if (decision.kind !== 'match' || coat?.says !== 'doubts') return decision;
  const { candidates, basis } = decision;
  return { kind: 'review', candidates, basis, why: ['marks-doubt'] };
}

function toWeighed(photo: EnrolledPhoto): WeighedTemplate & { readonly photoId: PhotoId } {
  return { photoId: photo.id, template: photo.template, quality: photo.quality.score };
}

function likeliestHead(heads: readonly AnalysedHead[], templates: readonly WeighedTemplate[]): AnalysedHead | undefined {
  return heads
    .map((head) => ({ head, similarity: comparePet(head.template, templates).similarity }))
    .sort((a, b) => b.similarity - a.similarity)[0]?.head;
}
