import type { BoxDto } from '@snout/contract';
import type { CaptureStep } from './capture-steps.ts';

/** A photo that a guided capture made or that was chosen in its place. */
export interface CapturedPhoto {
  readonly id: string;
  /** Null: chosen from the library. */
  readonly step: CaptureStep | null;
  readonly file: File;
  /** Upright, px; null when this browser cannot read the file, which the service may. */
  readonly size: { readonly width: number; readonly height: number } | null;
  /** The head as a person marked it, in pixels of the photo; null: the detector's is as good. */
  readonly box: BoxDto | null;
  /** Whether the detector of this page saw a head; null: not asked. */
  readonly headSeen: boolean | null;
  readonly by: 'burst' | 'hand' | 'library';
}

/** A head must be marked by hand before the photo can be of use, as far as this page can tell. */
export function needsMark({ headSeen, box, step }: CapturedPhoto): boolean {
  // So near, no detector finds the head: the close-up of a nose is looked at by what comes after.
  return headSeen === false && box === null && step !== 'nose';
}
