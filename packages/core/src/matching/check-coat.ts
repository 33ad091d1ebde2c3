import type { EnrolledPhoto } from '../recognition/gallery.port.ts';
import { templateSimilarity } from '../recognition/templates.ts';
import { type CoatDeps, type CoatFinding, type CompareCoats, compareCoats } from './compare-coats.ts';

export interface CheckCoat extends Omit<CompareCoats, 'stored'> {
  /** Of the pet that the head may be; with templates that can be compared with the head's. */
  readonly enrolled: readonly EnrolledPhoto[];
}

/** Each costs some milliseconds, the first time as much as a photo's analysis. */
const MOST_PHOTOS = 3;

/**
 * The coat of a head and that of one pet, in the stored photos whose faces are most like it: of these the pose is likest, too. Null where there is
 * nothing to compare.
 */
export async function checkCoat(deps: CoatDeps, { enrolled, ...asked }: CheckCoat): Promise<CoatFinding | null> {
  const stored = enrolled
    .map((photo) => ({ photo, similarity: templateSimilarity(asked.head.template, photo.template) }))
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, MOST_PHOTOS)
    .map(({ photo }) => photo);
  const [best] = await compareCoats(deps, { ...asked, stored });
  return best ?? null;
}
