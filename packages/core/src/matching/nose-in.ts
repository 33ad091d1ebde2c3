import type { Head } from '../recognition/photo-analysis.ts';
import type { FindMarksOptions, MarkFinder, MarksResult } from './mark-finder.port.ts';
import { squaresAroundNose } from './squares-around-nose.ts';

interface PhotoOfNose {
  readonly bytes: Uint8Array;
  readonly head: Pick<Head, 'box' | 'landmarks'> | undefined;
}

/** The nose of a photo, with its marks: of the head that is seen, or, without one, in a close-up. */
export function noseIn({ bytes, head }: PhotoOfNose, markFinder: MarkFinder, options: FindMarksOptions = {}): Promise<MarksResult> {
  return markFinder.find(bytes, { kind: 'nose', near: head === undefined ? [] : squaresAroundNose(head) }, options);
}

/** The nose of what its sender calls a close-up of one, as the live capture finds it: so near, what is taken for a head may be none. */
export async function noseOfCloseUp(photo: PhotoOfNose, markFinder: MarkFinder, options: FindMarksOptions = {}): Promise<MarksResult> {
  const sawNose = photo.head !== undefined && photo.head.landmarks.nose !== null;
  const result = await noseIn(photo, markFinder, options);
  return result.kind === 'no-nose' && sawNose ? noseIn({ ...photo, head: undefined }, markFinder, options) : result;
}
