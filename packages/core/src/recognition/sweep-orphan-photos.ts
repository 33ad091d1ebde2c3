import type { RecognitionDeps } from './recognition-deps.ts';

/** A file younger than this may belong to an enrolment that has not committed yet. */
export const ORPHAN_MIN_AGE_MS = 60 * 60 * 1000;

/** Deletes photo files that no row refers to: what a crash between file and row leaves behind. Run it at start. */
export async function sweepOrphanPhotos(
  _deps: Pick<RecognitionDeps, 'gallery' | 'photos' | 'clock'>,
  _options: { readonly minAgeMs: number } = { minAgeMs: ORPHAN_MIN_AGE_MS },
): Promise<{ readonly deleted: readonly string[] }> {
  throw new Error('Not written yet.');
}
