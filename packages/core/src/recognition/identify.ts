import type { Decision, Use } from './decision.ts';
import type { AnalysedHead, Species } from './photo-analysis.ts';
import type { PhotoFile, PhotoProblem } from './photo-file.ts';
import type { RecognitionDeps } from './recognition-deps.ts';

export interface Identify {
  readonly photos: readonly PhotoFile[];
  readonly use: Use;
  /** Candidates per head. */
  readonly limit: number;
  /** Only heads of this species. */
  readonly species?: Species;
}

export interface IdentifiedHead {
  readonly head: AnalysedHead;
  readonly decision: Decision;
}

/** One entry per photo offered, in order. `heads` is never empty; no two heads of a photo are given the same pet. */
export type IdentifiedPhoto =
  | { readonly kind: 'identified'; readonly photo: string; readonly width: number; readonly height: number; readonly heads: readonly IdentifiedHead[] }
  | { readonly kind: 'problem'; readonly photo: string; readonly problem: PhotoProblem };

export interface IdentifyResult {
  readonly photos: readonly IdentifiedPhoto[];
  /** The one decision on all photos taken together: when two or more have exactly one head each, and these look like one animal. */
  readonly together: Decision | null;
}

/** @throws DomainError `no-photos`. */
export async function identify(_deps: Pick<RecognitionDeps, 'gallery' | 'recogniser'>, _request: Identify): Promise<IdentifyResult> {
  throw new Error('Not written yet.');
}
