import type { Use } from '../recognition/decision.ts';
import type { EnrolledPhoto, Gallery, PhotoId } from '../recognition/gallery.port.ts';
import type { AnalysedHead, Head, Species } from '../recognition/photo-analysis.ts';
import type { PhotoFile } from '../recognition/photo-file.ts';
import type { PhotoStore } from '../recognition/photo-store.port.ts';
import { findingsOf, type MarkedStored, type MarksFinding } from './findings-of.ts';
import { headRegion } from './head-region.ts';
import type { MarkFinder } from './mark-finder.port.ts';
import type { Marks } from './marks.ts';

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

/** What the marks of face and coat in a photo and in a stored one say beside the faces. */
export interface CoatFinding extends MarksFinding {
  readonly species: Species;
}

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
  const by = { rule: rules.coat, calibration: calibration.coat[head.species], use };
  const findings = await findingsOf({ photo: file.name, marks: own }, marked, by);
  return findings.map((finding) => ({ ...finding, species: head.species }));
}

interface StoredPhotos extends Required<Pick<CompareCoats, 'stored' | 'mostNew'>> {
  readonly kept: ReadonlyMap<PhotoId, Marks>;
}

async function withMarks(deps: CoatDeps, { stored, kept, mostNew }: StoredPhotos): Promise<readonly MarkedStored[]> {
  const missing = stored.filter(({ id }) => !kept.has(id)).slice(0, mostNew);
  const fresh = new Set(missing.map(({ id }) => id));
  const marked = await Promise.all(
    stored.map(async (photo): Promise<MarkedStored | null> => {
      const marks = kept.get(photo.id) ?? (fresh.has(photo.id) ? await findAndKeep(deps, photo) : null);
      return marks && { photoId: photo.id, marks };
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
