import type { RecognitionDeps } from './recognition-deps.ts';

/** A file younger than this (1 hour) may belong to an enrolment that has not committed yet. */
export const ORPHAN_MIN_AGE_MS = 60 * 60 * 1000;

/** Files of imports, which wait for a job; imports/run-import.ts clears them away. */
const OF_OTHERS = 'uploads/';

/** Deletes photo files that no row refers to: what a crash between file and row leaves behind. Run it at start. */
export async function sweepOrphanPhotos(
  deps: Pick<RecognitionDeps, 'gallery' | 'photos' | 'clock'>,
  options: { readonly minAgeMs: number } = { minAgeMs: ORPHAN_MIN_AGE_MS },
): Promise<{ readonly deleted: readonly string[] }> {
  const newest = deps.clock.now().getTime() - options.minAgeMs;
  const old: string[] = [];
  for await (const { key, storedAt } of deps.photos.list()) {
    if (storedAt.getTime() <= newest && !key.startsWith(OF_OTHERS)) old.push(key);
  }
  // Asked after the listing: a row committed meanwhile keeps its file.
  const referred = await deps.gallery.blobKeys();
  const deleted = old.filter((key) => !referred.has(key));
  for (const key of deleted) await deps.photos.delete(key);
  return { deleted };
}
