import type { Pet } from './gallery.port.ts';
import type { Box, PhotoRejection, Species } from './photo-analysis.ts';
import type { PhotoFetchFault } from './photo-fetcher.port.ts';

export const PHOTO_VIEWS = ['face', 'nose', 'body'] as const;
/** What of a pet a photo shows, as whoever sent it says. In a photo of the nose, the nose is looked for; the rest is a hint for reminders. */
export type PhotoView = (typeof PHOTO_VIEWS)[number];

/** A photo as offered by a person. */
export interface PhotoFile {
  /** What the person calls it (a file name): comes back in every problem. */
  readonly name: string;
  /** The encoded image file. */
  readonly bytes: Uint8Array;
  /** A head drawn by hand, in pixels of the upright photo: taken in place of detection. */
  readonly box?: Box;
  /** Absent: the face. */
  readonly view?: PhotoView;
}

/**
 * Why one photo was not used. `not-fetched`: its address did not give it. `no-nose`: said to be a close-up of the nose, which is not to be seen, and shows no head either. `same-file`: offered twice, or stored already for this pet. `several-heads`: nothing tells which
 * head is meant; `boxes` are the choices. `other-animal`: shows another animal than the other photos (or the pet) do.
 * `file-of-another-pet`: null when it is somebody else's, which is not told. `message` is for people and says what to do.
 */
export type PhotoProblem = { readonly photo: string; readonly message: string } & (
  | { readonly kind: 'unreadable'; readonly reason: PhotoRejection }
  | { readonly kind: 'not-fetched'; readonly fault: PhotoFetchFault }
  | { readonly kind: 'no-head' }
  | { readonly kind: 'no-nose' }
  | { readonly kind: 'several-heads'; readonly boxes: readonly Box[] }
  | { readonly kind: 'species-mismatch'; readonly found: Species; readonly expected: Species }
  | { readonly kind: 'other-animal' }
  | { readonly kind: 'same-file'; readonly of: string }
  | { readonly kind: 'file-of-another-pet'; readonly pet: Pet | null }
);
