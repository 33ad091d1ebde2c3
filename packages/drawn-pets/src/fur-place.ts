import type { Vector } from './vector.ts';

/** Where a hair grows: patterns differ between the parts. */
export type FurPart = 'head' | 'ear' | 'body';

/** Fixed places of the head that markings refer to, in the head's own frame. */
export interface HeadLandmarks {
  readonly nose: Vector;
  /** Left and right in the image when the face looks at the viewer. */
  readonly eyes: readonly [Vector, Vector];
}

/** A place on the animal: in the head's frame, which a body continues. */
export interface FurPlace {
  readonly at: Vector;
  readonly part: FurPart;
  readonly face: HeadLandmarks;
}
