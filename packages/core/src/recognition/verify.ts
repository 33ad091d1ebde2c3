import { checkCoat } from '../matching/check-coat.ts';
import { checkNose, type NoseFinding } from '../matching/check-nose.ts';
import type { CoatFinding } from '../matching/compare-coats.ts';
import type { MarksFinding } from '../matching/findings-of.ts';
import { weighed } from './choose-heads.ts';
import { bestHead, type ClaimDeps, type ClaimedPet, lookAtClaim } from './claimed-pet.ts';
import { decide } from './decide.ts';
import type { Decision, Use } from './decision.ts';
import type { Pet, PetId } from './gallery.port.ts';
import type { AnalysedHead } from './photo-analysis.ts';
import type { PhotoFile, PhotoProblem } from './photo-file.ts';
import type { RecognitionDeps } from './recognition-deps.ts';
import { comparePet, poolTemplates } from './templates.ts';

/** `markFinder`: null where faces alone decide. */
type Deps = ClaimDeps & Pick<RecognitionDeps, 'photos'>;

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
      /** Null: no noses were compared. */
      readonly nose: NoseFinding | null;
      readonly heads: readonly { readonly photo: string; readonly head: AnalysedHead }[];
      readonly skipped: readonly PhotoProblem[];
    }
  | { readonly kind: 'rejected'; readonly problems: readonly PhotoProblem[] };

/** @throws DomainError `pet-not-found`, `no-photos`, `templates-outdated` (run re-embedding first). */
export async function verify(deps: Deps, { petId, photos, use }: Verify): Promise<VerifyResult> {
  const claim = await lookAtClaim(deps, { petId, photos });
  const { pet, enrolled, heads, noses, skipped } = claim;
  const best = bestHead(heads);
  if (best === undefined) return { kind: 'rejected', problems: skipped };
  const byFace = decideByFace(deps, claim, use);
  const { markFinder } = deps;
  const coat = markFinder && (await checkCoat({ ...deps, markFinder }, { file: best.photo.file, head: best.head, enrolled, use }));
  const closeUps = markFinder === null || noses.length === 0 ? [] : await deps.gallery.noseCloseUps(pet.id);
  const nose = markFinder && (await checkNose({ ...deps, markFinder }, { noses, enrolled: closeUps, use }));
  const named = heads.map(({ photo, head }) => ({ photo: photo.file.name, head }));
  return { kind: 'verified', pet, decision: withMarks(byFace, [coat, nose]), coat, nose, heads: named, skipped };
}

function decideByFace({ recogniser }: Deps, { pet, enrolled, heads }: ClaimedPet, use: Use): Decision {
  const { calibration, embedder } = recogniser.models;
  const templates = enrolled.map(({ id, template, quality }) => ({ photoId: id, template, quality: quality.score }));
  const { similarity, mostAlike } = comparePet(poolTemplates(heads.map(({ head }) => weighed(head))), templates);
  return decide({
    // Taking the likeliest of several heads is as many chances of a false match as there are heads.
    found: {
      hits: [{ pet, photoId: mostAlike.photoId, similarity }],
      searched: Math.max(...heads.map(({ photo }) => photo.analysis.heads.length)),
    },
    use,
    calibration: calibration.species[pet.species],
    model: embedder,
    quality: Math.max(...heads.map(({ head }) => head.quality.score)),
    limit: 1,
  });
}

/** Marks that doubt call a person; they refuse nobody, and lift no weak face. */
function withMarks(decision: Decision, findings: readonly (MarksFinding | null)[]): Decision {
  if (decision.kind !== 'match' || !findings.some((finding) => finding?.says === 'doubts')) return decision;
  const { candidates, basis } = decision;
  return { kind: 'review', candidates, basis, why: ['marks-doubt'] };
}
