import type { Use } from '../recognition/decision.ts';
import type { EnrolledPhoto, Gallery, PhotoId } from '../recognition/gallery.port.ts';
import type { AnalysedHead, Head, Species } from '../recognition/photo-analysis.ts';
import type { PhotoFile } from '../recognition/photo-file.ts';
import type { PhotoStore } from '../recognition/photo-store.port.ts';
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

export interface CompareCoats {
  readonly file: PhotoFile;
  readonly head: AnalysedHead;
  /** Stored photos, each with the head that is meant. */
  readonly stored: readonly EnrolledPhoto[];
  /** Of those without marks yet, marks are found of so many, the first ones; the rest is left out. Absent: of all. */
  readonly mostNew?: number;
  readonly use: Use;
}

/** What the marks of face and coat in a photo and in a stored one say beside the faces: for the same animal, against it, or hardly anything. */
export interface CoatFinding {
  readonly says: 'supports' | 'doubts' | 'silent';
  readonly species: Species;
  /** Probability and rate allow for choosing the best of `compared`. */
  readonly judgement: MarksJudgement;
  readonly photoId: PhotoId;
  /** Stored photos that the head was compared with. */
  readonly compared: number;
  /** Name of the photo offered. */
  readonly photo: string;
  /** Of the photo offered and of the stored one, in the order of the agreement's pairs. */
  readonly marks: readonly [Marks, Marks];
}

/** Support is rarer than this among different animals, whichever stored photo it comes from; see judge-marks.ts. */
const SUPPORT_FMR = 1e-2;
/** Comparisons in a row, of some 5 ms each: more would keep everything else waiting. */
const AT_A_TIME = 4;

/**
 * A finding for each stored photo, those in which most agrees first. Marks of stored photos are found once and kept. Without those whose file is
 * missing or cannot be read; empty when that is so of the photo offered.
 */
export async function compareCoats(
  deps: CoatDeps,
  { file, head, stored, use, mostNew = stored.length }: CompareCoats,
): Promise<readonly CoatFinding[]> {
  const ids = stored.map(({ id }) => id);
  const [own, kept] = await Promise.all([find(deps, file.bytes, head), deps.gallery.marksOf(ids, deps.markFinder.model.id)]);
  if (own === null) return [];
  const marked = await withMarks(deps, { stored, kept, mostNew });
  const { rules, calibration } = deps.markFinder.model;
  const findings: CoatFinding[] = [];
  for (const { photo, marks } of marked) {
    const both = [own, marks] as const;
    const agreement = agreementOf(...both, rules.coat);
    const judgement = bestOf(marked.length, judgeMarks({ agreement, marks: both }, calibration.coat[head.species], use));
    const says = saying(judgement);
    findings.push({ says, species: head.species, judgement, photoId: photo.id, compared: marked.length, photo: file.name, marks: both });
    if (findings.length % AT_A_TIME === 0) await othersTurn();
  }
  return findings.sort((a, b) => strengthOf(b.judgement.agreement) - strengthOf(a.judgement.agreement));
}

function othersTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** That one of n photos of other animals agrees so well by chance is up to n times as likely as that one certain photo does. */
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

interface StoredPhotos extends Required<Pick<CompareCoats, 'stored' | 'mostNew'>> {
  readonly kept: ReadonlyMap<PhotoId, Marks>;
}

async function withMarks(deps: CoatDeps, { stored, kept, mostNew }: StoredPhotos): Promise<readonly MarkedPhoto[]> {
  const missing = stored.filter(({ id }) => !kept.has(id)).slice(0, mostNew);
  const fresh = new Set(missing.map(({ id }) => id));
  const marked = await Promise.all(
    stored.map(async (photo): Promise<MarkedPhoto | null> => {
      const marks = kept.get(photo.id) ?? (fresh.has(photo.id) ? await findAndKeep(deps, photo) : null);
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
