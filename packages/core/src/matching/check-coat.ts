import type { Use } from '../recognition/decision.ts';
import type { EnrolledPhoto, Gallery, PhotoId } from '../recognition/gallery.port.ts';
import type { AnalysedHead, Head, Species } from '../recognition/photo-analysis.ts';
import type { PhotoFile } from '../recognition/photo-file.ts';
import type { PhotoStore } from '../recognition/photo-store.port.ts';
import { templateSimilarity } from '../recognition/templates.ts';
import { agreementOf } from './agreement.ts';
import { headRegion } from './head-region.ts';
import { judgeMarks, type MarksJudgement } from './judge-marks.ts';
import type { MarkFinder } from './mark-finder.port.ts';
import type { Marks } from './marks.ts';
import { strengthOf } from './strength.ts';

export interface CoatDeps {
  readonly markFinder: MarkFinder;
  readonly gallery: Pick<Gallery, 'marksOf' | 'keepMarks'>;
  readonly photos: Pick<PhotoStore, 'get'>;
}

export interface CheckCoat {
  readonly file: PhotoFile;
  readonly head: AnalysedHead;
  /** Of the pet that the head may be; with templates that can be compared with the head's. */
  readonly enrolled: readonly EnrolledPhoto[];
  readonly use: Use;
}

/** What the marks of face and coat say beside the faces: for the same animal, against it, or hardly anything. */
export interface CoatFinding {
  readonly says: 'supports' | 'doubts' | 'silent';
  readonly species: Species;
  /** Of the stored photo in which most agrees; probability and rate allow for its being the best of `compared`. */
  readonly judgement: MarksJudgement;
  readonly photoId: PhotoId;
  /** Stored photos that the head was compared with. */
  readonly compared: number;
  /** Name of the photo offered. */
  readonly photo: string;
  /** Of the photo offered and of the stored one, in the order of the agreement's pairs. */
  readonly marks: readonly [Marks, Marks];
}

/** Each costs some milliseconds, the first time as much as a photo's analysis. */
const MOST_PHOTOS = 3;
/** Support is rarer than this among different animals, whichever stored photo it comes from; see judge-marks.ts. */
const SUPPORT_FMR = 1e-2;

/**
 * The marks of a head and those of a pet's stored photos whose faces are most like it: of these the pose is likest, too. Marks of a stored photo
 * are found once and kept. Null where there is nothing to compare: the photo shows no place for marks, or the pet's files are missing.
 */
export async function checkCoat(deps: CoatDeps, { file, head, enrolled, use }: CheckCoat): Promise<CoatFinding | null> {
  const probe = await find(deps, file.bytes, head);
  if (probe === null) return null;
  const likest = enrolled
    .map((photo) => ({ photo, similarity: templateSimilarity(head.template, photo.template) }))
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, MOST_PHOTOS)
    .map(({ photo }) => photo);
  const stored = await storedMarks(deps, likest);
  const { rules, calibration } = deps.markFinder.model;
  const [best] = stored
    .map(({ photo, marks }) => ({ photo, marks, agreement: agreementOf(probe, marks, rules.coat) }))
    .sort((a, b) => strengthOf(b.agreement) - strengthOf(a.agreement));
  if (best === undefined) return null;
  const { agreement, marks, photo } = best;
  const judgement = bestOf(stored.length, judgeMarks({ agreement, marks: [probe, marks] }, calibration.coat[head.species], use));
  return {
    says: saying(judgement),
    species: head.species,
    judgement,
    photoId: photo.id,
    compared: stored.length,
    photo: file.name,
    marks: [probe, marks],
  };
}

/** That one of n photos of another animal agrees so well by chance is up to n times as likely as that one certain photo does. */
function bestOf(n: number, judgement: MarksJudgement): MarksJudgement {
  const { probability, falseMatch } = judgement;
  return {
    ...judgement,
    probability: probability / (probability + n * (1 - probability)),
    falseMatch: { ...falseMatch, rate: Math.min(1, n * falseMatch.rate) },
  };
}

function saying({ kind, falseMatch }: MarksJudgement): CoatFinding['says'] {
  switch (kind) {
    case 'match':
    case 'supports':
      return falseMatch.rate <= SUPPORT_FMR ? 'supports' : 'silent';
    case 'doubts':
    case 'silent':
      return kind;
  }
}

interface MarkedPhoto {
  readonly photo: EnrolledPhoto;
  readonly marks: Marks;
}

/** Without those whose file is missing or cannot be read. */
async function storedMarks(deps: CoatDeps, photos: readonly EnrolledPhoto[]): Promise<readonly MarkedPhoto[]> {
  const ids = photos.map(({ id }) => id);
  const kept = await deps.gallery.marksOf(ids, deps.markFinder.model.id);
  const marked = await Promise.all(
    photos.map(async (photo): Promise<MarkedPhoto | null> => {
      const marks = kept.get(photo.id) ?? (await findAndKeep(deps, photo));
      return marks && { photo, marks };
    }),
  );
  return marked.filter((one) => one !== null);
}

async function findAndKeep(deps: CoatDeps, photo: EnrolledPhoto): Promise<Marks | null> {
  const bytes = await deps.photos.get(photo.blobKey);
  const marks = bytes && (await find(deps, bytes, photo));
  if (marks !== null) await deps.gallery.keepMarks(photo.id, marks);
  return marks;
}

async function find({ markFinder }: CoatDeps, bytes: Uint8Array, head: Pick<Head, 'box' | 'landmarks'>): Promise<Marks | null> {
  const result = await markFinder.find(bytes, headRegion(head));
  return result.kind === 'found' ? result.marks : null;
}
