import type { FoundNose } from '@snout/core/matching';
import type { Head, Quality } from '@snout/core/recognition';

/** The head in one frame of a live camera, in pixels of the camera's frame (not of the smaller copy that was looked at). */
export interface LiveHead extends Head {
  readonly quality: Quality;
}

/** What was seen in one frame. */
export interface LiveLook {
  /** The surest head, or null. */
  readonly head: LiveHead | null;
  /** Heads found in all. */
  readonly heads: number;
  /** In pixels of the camera's frame. Null: none is seen, or none was looked for. */
  readonly nose: FoundNose | null;
  /** Mean absolute difference of neighbouring grey values in the middle of the frame, 0 to 255: what is in focus has more of it. */
  readonly detail: number;
  /** Time that looking took, copying the pixels included, ms. */
  readonly milliseconds: number;
}

/** A frame to look at, made small, and the size of the camera's own frame in pixels. */
export interface LiveFrame {
  readonly bitmap: ImageBitmap;
  readonly width: number;
  readonly height: number;
  /** Whether a nose is to be looked for, too. */
  readonly nose: boolean;
}

/** To the worker. `open` comes first; frames before it has been answered are an error of the caller. */
export type LiveRequest =
  | { readonly kind: 'open'; readonly modelsUrl: string; readonly threads: number; readonly longerSide: number }
  | ({ readonly kind: 'frame' } & LiveFrame);

/** From the worker, one for each request, in order. */
export type LiveAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'look'; readonly look: LiveLook }
  | { readonly kind: 'failed'; readonly message: string };
