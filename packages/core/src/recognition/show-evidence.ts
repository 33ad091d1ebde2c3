import { checkCoat } from '../matching/check-coat.ts';
import { checkNose, closeUpRegion, type NoseFinding } from '../matching/check-nose.ts';
import type { CoatDeps, CoatFinding } from '../matching/compare-coats.ts';
import { type ExplainFaceDeps, explainFace, type FaceHeat } from '../matching/explain-face.ts';
import { headRegion } from '../matching/head-region.ts';
import type { MarkRegion, MarksResult } from '../matching/mark-finder.port.ts';
import type { Marks } from '../matching/marks.ts';
import { noseOfCloseUp } from '../matching/nose-in.ts';
import { bestHead, type ClaimDeps, type ClaimedHead, type ClaimedPet, lookAtClaim } from './claimed-pet.ts';
import type { Use } from './decision.ts';
import type { EnrolledPhoto, Pet, PetId, PetPhoto } from './gallery.port.ts';
import type { PhotoFile, PhotoProblem } from './photo-file.ts';
import type { RecognitionDeps } from './recognition-deps.ts';

type Deps = ClaimDeps & Pick<RecognitionDeps, 'photos'> & Pick<CoatDeps, 'markFinder'>;

export interface ShowEvidence {
  readonly petId: PetId;
  readonly photos: readonly PhotoFile[];
  readonly use: Use;
  /** `nose`: of close-ups that are sent and stored. */
  readonly of: 'coat' | 'nose';
  /** With `coat`: the score of the faces is explained, too, which takes some seconds. Null: it is not. */
  readonly encode: ExplainFaceDeps['encode'] | null;
}

export interface EvidenceSide {
  readonly marks: Marks;
  /** The crop that the marks are in: RGB bytes, row by row, marks.side squared. */
  readonly picture: Uint8Array;
  /** Null: it was not asked for, or this crop alone shows no face. */
  readonly faceHeat: FaceHeat | null;
}

interface Shown {
  readonly kind: 'shown';
  readonly pet: Pet;
  /** The photo sent and the stored one, in the order of the finding's pairs. */
  readonly sides: readonly [EvidenceSide, EvidenceSide];
}

/** `no-marks`: nothing can be laid side by side. */
export type EvidenceResult =
  | (Shown & ({ readonly of: 'coat'; readonly finding: CoatFinding } | { readonly of: 'nose'; readonly finding: NoseFinding }))
  | { readonly kind: 'no-marks' }
  | { readonly kind: 'rejected'; readonly problems: readonly PhotoProblem[] };

/**
 * What a photo and a pet have in common, with both pictures: for whoever has to judge a verification, or one answer of an
 * identification. Asked again rather than remembered, so that photos sent are not kept. @throws as `verify`.
 */
export async function showEvidence(deps: Deps, asked: ShowEvidence): Promise<EvidenceResult> {
  const claim = await lookAtClaim(deps, asked);
  const best = bestHead(claim.heads);
  if (best === undefined) return { kind: 'rejected', problems: claim.skipped };
  return asked.of === 'nose' ? noseEvidence(deps, claim, asked) : coatEvidence(deps, { ...claim, best }, asked);
}

async function coatEvidence(
  deps: Deps,
  { pet, enrolled, best }: ClaimedPet & { readonly best: ClaimedHead },
  { use, encode }: ShowEvidence,
): Promise<EvidenceResult> {
  const { head, photo } = best;
  const finding = await checkCoat(deps, { file: photo.file, head, enrolled, use });
  const stored = enrolled.find(({ id }) => id === finding?.photoId);
  if (finding === null || stored === undefined) return { kind: 'no-marks' };
  const own = await pictureOf(deps, photo.file.bytes, headRegion(head));
  const other = await storedPicture(deps, stored, headRegion(stored));
  if (own === null || other === null) return { kind: 'no-marks' };
  const heats = encode === null ? null : await explainFaces({ ...deps, encode }, { best, stored, own, other, side: finding.marks[0].side });
  return { kind: 'shown', of: 'coat', pet, finding, sides: sidesOf(finding.marks, [own, other], heats) };
}

async function noseEvidence(deps: Deps, { pet, noses }: ClaimedPet, { use }: ShowEvidence): Promise<EvidenceResult> {
  const enrolled = noses.length > 0 ? await deps.gallery.noseCloseUps(pet.id) : [];
  const finding = await checkNose(deps, { noses, enrolled, use });
  const sent = noses.find(({ file }) => file.name === finding?.photo);
  const stored = enrolled.find(({ id }) => id === finding?.photoId);
  if (finding === null || sent === undefined || stored === undefined) return { kind: 'no-marks' };
  const [head] = sent.analysis.heads;
  const own = pictureIn(await noseOfCloseUp({ bytes: sent.file.bytes, head }, deps.markFinder, { withPicture: true }));
  const other = await storedPicture(deps, stored, closeUpRegion(stored.nose));
  if (own === null || other === null) return { kind: 'no-marks' };
  return { kind: 'shown', of: 'nose', pet, finding, sides: sidesOf(finding.marks, [own, other], null) };
}

type Both<T> = readonly [T, T];

function sidesOf([a, b]: Both<Marks>, [own, other]: Both<Uint8Array>, heats: Both<FaceHeat | null> | null): Both<EvidenceSide> {
  const [first, second] = heats ?? [null, null];
  return [
    { marks: a, picture: own, faceHeat: first },
    { marks: b, picture: other, faceHeat: second },
  ];
}

interface TwoFaces {
  readonly best: ClaimedHead;
  readonly stored: EnrolledPhoto;
  readonly own: Uint8Array;
  readonly other: Uint8Array;
  readonly side: number;
}

function explainFaces(deps: ExplainFaceDeps, { best: { head }, stored, own, other, side }: TwoFaces): Promise<Both<FaceHeat | null>> {
  const { species } = head;
  return Promise.all([
    explainFace(deps, { picture: own, side, species }, stored.template),
    explainFace(deps, { picture: other, side, species }, head.template),
  ]);
}

async function storedPicture(deps: Deps, { blobKey }: Pick<PetPhoto, 'blobKey'>, region: MarkRegion): Promise<Uint8Array | null> {
  const bytes = await deps.photos.get(blobKey);
  return bytes && pictureOf(deps, bytes, region);
}

async function pictureOf({ markFinder }: Deps, bytes: Uint8Array, region: MarkRegion): Promise<Uint8Array | null> {
  return pictureIn(await markFinder.find(bytes, region, { withPicture: true }));
}

function pictureIn(result: MarksResult): Uint8Array | null {
  return result.kind === 'found' ? result.picture : null;
}
