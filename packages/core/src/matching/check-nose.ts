import type { AnalysedNose } from '../recognition/analyse-photos.ts';
import type { Use } from '../recognition/decision.ts';
import type { NoseCloseUp } from '../recognition/gallery.port.ts';
import type { CoatDeps } from './compare-coats.ts';
import { marksSentences } from './describe-comparison.ts';
import { findingsOf, type MarkedStored, type MarksFinding } from './findings-of.ts';
import type { MarkRegion } from './mark-finder.port.ts';
import type { Marks } from './marks.ts';
import { adviceForNose, type NoseQuality } from './nose-region.ts';

/** What the marks of the nose in a close-up and in a stored one say beside the faces. They decide nothing. */
export interface NoseFinding extends MarksFinding {
  /** Of the close-up offered. */
  readonly quality: NoseQuality;
}

export interface CheckNose {
  /** Close-ups of the one animal; the best is compared. */
  readonly noses: readonly AnalysedNose[];
  /** Of the pet that it may be. */
  readonly enrolled: readonly NoseCloseUp[];
  readonly use: Use;
}

/** The first comparison with each costs as much as a photo's analysis. */
const MOST_CLOSE_UPS = 3;
/** In a photo worse than this marks are missed, and that they do not agree says nothing. */
const DOUBT_FROM_QUALITY = 50;

/** Null where there is nothing to compare. */
export async function checkNose(deps: CoatDeps, { noses, enrolled, use }: CheckNose): Promise<NoseFinding | null> {
  const [own] = noses.toSorted((a, b) => b.nose.quality.score - a.nose.quality.score);
  if (own === undefined || enrolled.length === 0) return null;
  const stored = enrolled.toSorted((a, b) => b.nose.quality.score - a.nose.quality.score).slice(0, MOST_CLOSE_UPS);
  const { rules, calibration } = deps.markFinder.model;
  const by = { rule: rules.nose, calibration: calibration.nose, use };
  const [best] = await findingsOf({ photo: own.file.name, marks: own.marks }, await marked(deps, stored), by);
  if (best === undefined) return null;
  const other = stored.find(({ id }) => id === best.photoId);
  const isSharp = Math.min(own.nose.quality.score, other?.nose.quality.score ?? 0) >= DOUBT_FROM_QUALITY;
  return { ...best, quality: own.nose.quality, says: best.says === 'doubts' && !isSharp ? 'silent' : best.says };
}

/** What the nose says, in plain sentences for people. */
export function describeNose({ says, judgement, compared, quality }: NoseFinding): readonly string[] {
  const words = [...marksSentences({ modality: 'nose', species: null, verdict: { kind: 'unknown' } }, { ...judgement, kind: says })];
  if (compared > 1) words.push(`The best of ${compared} stored close-ups is meant; the figures allow for that.`);
  const advice = adviceForNose(quality);
  if (advice !== null) words.push(`For a better close-up: ${advice}.`);
  return words;
}

/** Marks of stored close-ups are found once and kept; without those whose file is missing. */
async function marked(deps: CoatDeps, stored: readonly NoseCloseUp[]): Promise<readonly MarkedStored[]> {
  const kept = await deps.gallery.marksOf(
    stored.map(({ id }) => id),
    deps.markFinder.model.id,
  );
  const all = await Promise.all(
    stored.map(async (closeUp): Promise<MarkedStored | null> => {
      const marks = kept.get(closeUp.id) ?? (await findAndKeep(deps, closeUp));
      return marks && { photoId: closeUp.id, marks };
    }),
  );
  return all.filter((one) => one !== null);
}

async function findAndKeep({ gallery, photos, markFinder }: CoatDeps, { id, blobKey, nose }: NoseCloseUp): Promise<Marks | null> {
  const bytes = await photos.get(blobKey);
  if (bytes === null) return null;
  const found = await markFinder.find(bytes, closeUpRegion(nose));
  if (found.kind !== 'found') return null;
  await gallery.keepMarks(id, found.marks);
  return found.marks;
}

/** Where the nose of a stored close-up is found again: twice as wide as its leather. */
export function closeUpRegion({ leather: [x0, y0, x1, y1] }: NoseCloseUp['nose']): MarkRegion {
  const [x, y, half] = [(x0 + x1) / 2, (y0 + y1) / 2, Math.max(x1 - x0, y1 - y0)];
  return { kind: 'nose', near: [[x - half, y - half, x + half, y + half]] };
}
