import type { Pet } from './gallery.port.ts';
import type { Box, PhotoRejection, Species } from './photo-analysis.ts';

/** A photo as offered by a person. */
export interface PhotoFile {
  /** What the person calls it (a file name): comes back in every problem. */
  readonly name: string;
  /** The encoded image file. */
  readonly bytes: Uint8Array;
  /** A head drawn by hand, in pixels of the upright photo: taken in place of detection. */
  readonly box?: Box;
}

/**
 * Why one photo was not used. `same-file`: offered twice, or stored already for this pet. `several-heads`: nothing tells which
 * head is meant; `boxes` are the choices. `other-animal`: shows another animal than the other photos (or the pet) do.
 * `message` is for people and says what to do.
 */
export type PhotoProblem = { readonly photo: string; readonly message: string } & (
  | { readonly kind: 'unreadable'; readonly reason: PhotoRejection }
  | { readonly kind: 'no-head' }
  | { readonly kind: 'several-heads'; readonly boxes: readonly Box[] }
  | { readonly kind: 'species-mismatch'; readonly found: Species; readonly expected: Species }
  | { readonly kind: 'other-animal' }
  | { readonly kind: 'same-file'; readonly of: string }
  | { readonly kind: 'file-of-another-pet'; readonly pet: Pet }
);
