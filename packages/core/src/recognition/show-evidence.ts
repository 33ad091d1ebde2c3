import { checkCoat } from '../matching/check-coat.ts';
import type { CoatDeps, CoatFinding } from '../matching/compare-coats.ts';
import { headRegion } from '../matching/head-region.ts';
import type { Marks } from '../matching/marks.ts';
import { bestHead, type ClaimDeps, lookAtClaim } from './claimed-pet.ts';
import type { Use } from './decision.ts';
import type { Pet, PetId } from './gallery.port.ts';
import type { Head } from './photo-analysis.ts';
import type { PhotoFile, PhotoProblem } from './photo-file.ts';
import type { RecognitionDeps } from './recognition-deps.ts';

type Deps = ClaimDeps & Pick<RecognitionDeps, 'photos'> & Pick<CoatDeps, 'markFinder'>;

export interface ShowEvidence {
  readonly petId: PetId;
  readonly photos: readonly PhotoFile[];
  readonly use: Use;
}

export interface EvidenceSide {
  readonly marks: Marks;
  /** The crop that the marks are in: RGB bytes, row by row, marks.side squared. */
  readonly picture: Uint8Array;
}

/** `sides`: the photo sent and the stored one, in the order of the finding's pairs. `no-marks`: nothing can be laid side by side. */
export type EvidenceResult =
  | { readonly kind: 'shown'; readonly pet: Pet; readonly finding: CoatFinding; readonly sides: readonly [EvidenceSide, EvidenceSide] }
  | { readonly kind: 'no-marks' }
  | { readonly kind: 'rejected'; readonly problems: readonly PhotoProblem[] };

/**
 * What the coats of a photo and of a pet have in common, with both pictures: for whoever has to judge a verification, or one answer of an
 * identification. Asked again rather than remembered, so that photos sent are not kept. @throws as `verify`.
 */
export async function showEvidence(deps: Deps, { petId, photos, use }: ShowEvidence): Promise<EvidenceResult> {
  const { pet, enrolled, heads, skipped } = await lookAtClaim(deps, { petId, photos });
  const best = bestHead(heads);
  if (best === undefined) return { kind: 'rejected', problems: skipped };
  const finding = await checkCoat(deps, { file: best.photo.file, head: best.head, enrolled, use });
  const stored = enrolled.find(({ id }) => id === finding?.photoId);
  if (finding === null || stored === undefined) return { kind: 'no-marks' };
  const bytes = await deps.photos.get(stored.blobKey);
  const pictures = [await pictureOf(deps, best.photo.file.bytes, best.head), bytes && (await pictureOf(deps, bytes, stored))] as const;
  const [own, other] = pictures;
  if (own === null || other === null) return { kind: 'no-marks' };
  const [a, b] = finding.marks;
  return {
    kind: 'shown',
    pet,
    finding,
    sides: [
      { marks: a, picture: own },
      { marks: b, picture: other },
    ],
  };
}

async function pictureOf({ markFinder }: Deps, bytes: Uint8Array, head: Pick<Head, 'box' | 'landmarks'>): Promise<Uint8Array | null> {
  const result = await markFinder.find(bytes, headRegion(head), { withPicture: true });
  return result.kind === 'found' ? result.picture : null;
}
