import { speciesMismatch } from '../recognition/analyse-photos.ts';
import type { Use } from '../recognition/decision.ts';
import type { AnalysedHead, Species, Template } from '../recognition/photo-analysis.ts';
import type { PhotoFile, PhotoProblem } from '../recognition/photo-file.ts';
import { type Agreement, agreementOf, type MatchingRule } from './agreement.ts';
import { coatEvidence } from './fusion.ts';
import { type FaceJudgement, judgeFace, judgeFused } from './judge-face.ts';
import { judgeMarks, type MarksJudgement } from './judge-marks.ts';
import { type Look, type LookDeps, type LookedAtPhoto, lookAtPhoto } from './look-at-photo.ts';
import type { MarksCalibration, MarksModel } from './mark-finder.port.ts';
import type { Marks } from './marks.ts';
import type { Modality } from './modality.ts';
import type { FoundNose } from './nose-region.ts';
import { type Verdict, verdictOf } from './verdict.ts';

export interface ComparePhotos extends Look {
  readonly photos: readonly [PhotoFile, PhotoFile];
  readonly use: Use;
}

/** One photo's side of the comparison, to be shown. */
export interface ComparedSide {
  readonly photo: string;
  readonly marks: Marks;
  /** RGB bytes of the crop; null unless asked for. */
  readonly picture: Uint8Array | null;
  /** The face's; null: it is not by faces that the photos are compared. */
  readonly template: Template | null;
  /** Null: no nose was looked for. */
  readonly nose: FoundNose | null;
}

export interface Comparison {
  readonly kind: 'compared';
  readonly modality: Modality;
  /** Null: noses are compared whatever they are of. */
  readonly species: Species | null;
  readonly verdict: Verdict;
  /** Null: the faces were not looked at. */
  readonly face: FaceJudgement | null;
  /** Faces and coats weighed together; null where the coats say nothing or nobody has weighed them: the face stands alone. */
  readonly fused: FaceJudgement | null;
  readonly marks: MarksJudgement;
  readonly sides: readonly [ComparedSide, ComparedSide];
}

/** `rejected`: at least one of the photos cannot be compared; each problem says what to do. */
export type ComparePhotosResult = Comparison | { readonly kind: 'rejected'; readonly problems: readonly PhotoProblem[] };

/** One photo against one photo, by face and marks of the coat, by marks of the coat, or by marks of the nose. */
export async function comparePhotos(deps: LookDeps, { photos, use, ...look }: ComparePhotos): Promise<ComparePhotosResult> {
  const [fileA, fileB] = photos;
  if (isSame(fileA.bytes, fileB.bytes)) {
    const message = `This is the same file as ${fileA.name}: compare two photos that were taken at different times.`;
    return { kind: 'rejected', problems: [{ kind: 'same-file', photo: fileB.name, of: fileA.name, message }] };
  }
  const [a, b] = await Promise.all([
    lookAtPhoto(deps, fileA, { ...look, withMarks: true }),
    lookAtPhoto(deps, fileB, { ...look, withMarks: true }),
  ]);
  const problems = [a, b].flatMap((outcome) => (outcome.kind === 'problem' ? [outcome.problem] : []));
  if (a.kind === 'problem' || b.kind === 'problem') return { kind: 'rejected', problems };
  const species = speciesOf(a, b, look);
  if (species === 'differ')
    return { kind: 'rejected', problems: [speciesMismatch(fileB.name, b.head?.species ?? 'dog', a.head?.species ?? 'dog')] };
  const sides = [side(fileA, a, look.modality), side(fileB, b, look.modality)] as const;
  const [marksA, marksB] = [sides[0].marks, sides[1].marks] as const;
  const agreement = agreementOf(marksA, marksB, ruleFor(deps.markFinder.model, look.modality));
  const marks = judgeMarks({ agreement, marks: [marksA, marksB] }, calibrationFor(deps.markFinder.model, look.modality, species), use);
  const faces = facesOf(a, b, { species, modality: look.modality });
  const face = faces && judgeFace(...faces.heads, { calibration: deps.recogniser.models.calibration.species[faces.species], use });
  const fused = faces && weighTogether(deps, faces, { agreement, marks: [marksA, marksB], use });
  return { kind: 'compared', modality: look.modality, species, verdict: verdictOf(fused ?? face, marks), face, fused, marks, sides };
}

/** How the marks of a modality are compared. */
export function ruleFor({ rules }: MarksModel, modality: Modality): MatchingRule {
  return modality === 'nose' ? rules.nose : rules.coat;
}

/** The calibration of a modality's marks. Heads have a species; noses are calibrated as one. */
function calibrationFor({ calibration }: MarksModel, modality: Modality, species: Species | null): MarksCalibration {
  return modality === 'nose' || species === null ? calibration.nose : calibration.coat[species];
}

function speciesOf(
  a: LookedAtPhoto,
  b: LookedAtPhoto,
  { modality, species }: Pick<Look, 'modality' | 'species'>,
): Species | null | 'differ' {
  if (modality === 'nose') return null;
  const [first, second] = [a.head?.species ?? species, b.head?.species ?? species];
  return first === undefined || first !== second ? 'differ' : first;
}

function side({ name }: PhotoFile, { marks, picture, head, nose }: LookedAtPhoto, modality: Modality): ComparedSide {
  if (marks === null) throw new RangeError(`${name} was looked at without its marks.`);
  return { photo: name, marks, picture, template: modality === 'face' ? (head?.template ?? null) : null, nose };
}

interface Faces {
  readonly species: Species;
  readonly heads: readonly [AnalysedHead, AnalysedHead];
}

/** Null: it is not by faces that the photos are compared. */
function facesOf(
  a: LookedAtPhoto,
  b: LookedAtPhoto,
  { species, modality }: { readonly species: Species | null; readonly modality: Modality },
): Faces | null {
  if (modality !== 'face' || a.head === null || b.head === null || species === null) return null;
  return { species, heads: [a.head, b.head] };
}

interface Coats {
  readonly agreement: Agreement;
  readonly marks: readonly [Marks, Marks];
  readonly use: Use;
}

function weighTogether(
  { recogniser, markFinder }: LookDeps,
  { species, heads: [a, b] }: Faces,
  { agreement, marks, use }: Coats,
): FaceJudgement | null {
  const calibration = markFinder.model.calibration.fused[species];
  if (calibration === undefined || calibration.embedder !== recogniser.models.embedder) return null;
  return judgeFused(a, b, { coat: coatEvidence(agreement, marks, [a.quality.score, b.quality.score]), calibration, use });
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}
