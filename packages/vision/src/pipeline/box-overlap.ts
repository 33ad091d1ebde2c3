import type { Box } from '@snout/core/recognition';

export function boxArea([x0, y0, x1, y1]: Box): number {
  return Math.max(0, x1 - x0) * Math.max(0, y1 - y0);
}

export function intersectionArea(a: Box, b: Box): number {
  return boxArea([Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])]);
}

/** Intersection over union, 0 to 1. */
export function boxIou(a: Box, b: Box): number {
  const shared = intersectionArea(a, b);
  const union = boxArea(a) + boxArea(b) - shared;
  return union > 0 ? shared / union : 0;
}

/** Share of the smaller box that lies inside the other, 0 to 1. */
export function boxContainment(a: Box, b: Box): number {
  const smaller = Math.min(boxArea(a), boxArea(b));
  return smaller > 0 ? intersectionArea(a, b) / smaller : 0;
}

export function clipBox([x0, y0, x1, y1]: Box, width: number, height: number): Box {
  const clip = (value: number, limit: number) => Math.min(Math.max(value, 0), limit);
  return [clip(x0, width), clip(y0, height), clip(x1, width), clip(y1, height)];
}
