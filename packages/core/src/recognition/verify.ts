import type { Decision, Use } from './decision.ts';
import type { Pet, PetId } from './gallery.port.ts';
import type { AnalysedHead } from './photo-analysis.ts';
import type { PhotoFile, PhotoProblem } from './photo-file.ts';
import type { RecognitionDeps } from './recognition-deps.ts';

export interface Verify {
  readonly petId: PetId;
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
export async function verify(_deps: Pick<RecognitionDeps, 'gallery' | 'recogniser'>, _request: Verify): Promise<VerifyResult> {
  throw new Error('Not written yet.');
}
