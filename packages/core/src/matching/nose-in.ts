import type { Head } from '../recognition/photo-analysis.ts';
import type { FindMarksOptions, MarkFinder, MarksResult } from './mark-finder.port.ts';
import { squaresAroundNose } from './squares-around-nose.ts';

/** The nose of a photo, with its marks: of the head that is seen, or, without one, in a close-up. */
export function noseIn(
  { bytes, head }: { readonly bytes: Uint8Array; readonly head: Pick<Head, 'box' | 'landmarks'> | undefined },
  markFinder: MarkFinder,
  options: FindMarksOptions = {},
): Promise<MarksResult> {
  return markFinder.find(bytes, { kind: 'nose', near: head === undefined ? [] : squaresAroundNose(head) }, options);
}
