import type { LiveHead } from '@snout/vision/live';

/** Size of the camera's frame, px. */
export interface FrameSize {
  readonly width: number;
  readonly height: number;
}

/** Said of a head of which one eye is hidden: turned further than any head of which both are seen. */
const ONE_EYE = 1.2;

/**
 * How far the head is turned, from its landmarks: the nose's distance from the middle between the eyes, along the line of the eyes,
 * in eye distances. 0: straight into the camera; negative: the nose points to the left of the picture. Null: not known.
 */
export function turnOf({ box, landmarks: { leftEye, rightEye, nose } }: Pick<LiveHead, 'box' | 'landmarks'>): number | null {
  if (leftEye !== null && rightEye !== null) {
    if (nose === null) return null;
    const [dx, dy] = [rightEye[0] - leftEye[0], rightEye[1] - leftEye[1]];
    const squared = dx * dx + dy * dy;
    if (squared < 1) return null;
    return ((nose[0] - (leftEye[0] + rightEye[0]) / 2) * dx + (nose[1] - (leftEye[1] + rightEye[1]) / 2) * dy) / squared;
  }
  const eye = leftEye ?? rightEye;
  if (eye === null) return null;
  // In profile the nose lies beyond the one eye that is seen; without it, the eye lies on the side that the head turns to.
  const from = nose === null ? (box[0] + box[2]) / 2 : eye[0];
  const to = nose === null ? eye[0] : nose[0];
  return to < from ? -ONE_EYE : ONE_EYE;
}

/** Longer side of the head as a share of the frame's shorter side. */
export function headShare({ box }: Pick<LiveHead, 'box'>, frame: FrameSize): number {
  return Math.max(box[2] - box[0], box[3] - box[1]) / Math.min(frame.width, frame.height);
}
