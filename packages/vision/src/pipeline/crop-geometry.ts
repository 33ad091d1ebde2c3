import type { Box } from '@snout/core/recognition';
import type { AffineMap } from './affine-map.ts';
import type { ConfidentPoint } from './candidates.ts';

/** A square looked at, in pixels of the image: its centre, side and the angle of its own x axis (radians, clockwise on screen). */
export interface CropSquare {
  readonly centreX: number;
  readonly centreY: number;
  readonly side: number;
  readonly roll: number;
}

export interface CropOptions {
  /** Side of the square as a multiple of the box's longer side. */
  readonly scale: number;
  readonly align: {
    /** Both eyes must be this visible (0 to 1) before the crop is turned: a noisy landmark is worse than none. */
    readonly minConfidence: number;
    /** Degrees; a head that seems to lean more than this is taken as it is. */
    readonly maxRoll: number;
  };
}

export interface CropHead {
  readonly box: Box;
  readonly leftEye?: ConfidentPoint;
  readonly rightEye?: ConfidentPoint;
}

/** The square around a head's box, turned about the box's centre so that the line of the eyes is level. Frame: as the box. */
export function headSquare({ box, leftEye, rightEye }: CropHead, { scale, align }: CropOptions): CropSquare {
  return {
    centreX: (box[0] + box[2]) / 2,
    centreY: (box[1] + box[3]) / 2,
    side: scale * Math.max(box[2] - box[0], box[3] - box[1]),
    roll: eyeRoll(leftEye, rightEye, align),
  };
}

/** The square that holds the whole image in its middle: for photos that are head crops already. */
export function frameSquare(width: number, height: number): CropSquare {
  return { centreX: width / 2, centreY: height / 2, side: Math.max(width, height), roll: 0 };
}

/** Frames: pixels of a crop of `outputSide` x `outputSide` -> pixels of the image. */
export function cropMap({ centreX, centreY, side, roll }: CropSquare, outputSide: number): AffineMap {
  const step = side / outputSide;
  const cos = Math.cos(roll) * step;
  const sin = Math.sin(roll) * step;
  const half = outputSide / 2;
  return { a: cos, b: -sin, c: centreX - half * cos + half * sin, d: sin, e: cos, f: centreY - half * sin - half * cos };
}

function eyeRoll(left: ConfidentPoint | undefined, right: ConfidentPoint | undefined, align: CropOptions['align']): number {
  if (left === undefined || right === undefined) return 0;
  if (!(left.confidence >= align.minConfidence && right.confidence >= align.minConfidence)) return 0;
  const roll = Math.atan2(right.point[1] - left.point[1], right.point[0] - left.point[0]);
  return Math.abs(roll) <= (align.maxRoll * Math.PI) / 180 ? roll : 0;
}
