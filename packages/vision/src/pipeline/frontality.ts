import type { Landmarks } from '@snout/core/recognition';

/**
 * How much the head faces the camera, from the landmarks in any one frame: 1 when the nose lies midway between the eyes, 0 when it
 * is half an eye distance or more to the side or an eye is hidden. Null when nothing is known: a drawn box, a crop, a hidden nose.
 * The same measure as in training (quality/train.py).
 */
export function frontalityOf({ leftEye, rightEye, nose }: Landmarks): number | null {
  if (leftEye === null && rightEye === null) return null;
  if (leftEye === null || rightEye === null) return 0;
  if (nose === null) return null;
  const [dx, dy] = [rightEye[0] - leftEye[0], rightEye[1] - leftEye[1]];
  const squared = dx * dx + dy * dy;
  if (squared < 1) return null;
  const [fromMiddleX, fromMiddleY] = [nose[0] - (leftEye[0] + rightEye[0]) / 2, nose[1] - (leftEye[1] + rightEye[1]) / 2];
  return Math.max(0, 1 - (2 * Math.abs(fromMiddleX * dx + fromMiddleY * dy)) / squared);
}
