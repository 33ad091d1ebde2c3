import type { BoxDto, PointDto } from '@snout/contract';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The smallest head that can be marked, as a share of the photo's shorter side. */
const LEAST = 0.05;
/** The frame that a tap makes, as a share of the photo's shorter side. */
const TAPPED = 0.4;

/** A square around a tapped point. All boxes are in pixels of the photo and inside of it. */
export function frameAt([x, y]: PointDto, photo: Size): BoxDto {
  const half = (Math.min(photo.width, photo.height) * TAPPED) / 2;
  return inside([x - half, y - half, x + half, y + half], photo);
}

/** The frame between two corners, or a tap's when they are next to each other. */
export function frameBetween(a: PointDto, b: PointDto, photo: Size): BoxDto {
  const box: BoxDto = [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])];
  const least = Math.min(photo.width, photo.height) * LEAST;
  return box[2] - box[0] < least || box[3] - box[1] < least ? frameAt(a, photo) : clip(box, photo);
}

/** Moved by a share of the photo's shorter side, size kept. */
export function moveFrame([x0, y0, x1, y1]: BoxDto, [dx, dy]: PointDto, photo: Size): BoxDto {
  const step = Math.min(photo.width, photo.height);
  return inside([x0 + dx * step, y0 + dy * step, x1 + dx * step, y1 + dy * step], photo);
}

/** Larger or smaller about its middle. */
export function growFrame([x0, y0, x1, y1]: BoxDto, factor: number, photo: Size): BoxDto {
  const least = Math.min(photo.width, photo.height) * LEAST;
  const halfWidth = Math.min(Math.max((x1 - x0) * factor, least), photo.width) / 2;
  const halfHeight = Math.min(Math.max((y1 - y0) * factor, least), photo.height) / 2;
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return inside([x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight], photo);
}

/** Pushed into the photo, not cut. */
function inside([x0, y0, x1, y1]: BoxDto, photo: Size): BoxDto {
  const x = Math.min(Math.max(x0, 0), photo.width - (x1 - x0));
  const y = Math.min(Math.max(y0, 0), photo.height - (y1 - y0));
  return clip([x, y, x + (x1 - x0), y + (y1 - y0)], photo);
}

function clip([x0, y0, x1, y1]: BoxDto, { width, height }: Size): BoxDto {
  const [left, right] = [Math.min(Math.max(x0, 0), width), Math.min(Math.max(x1, 0), width)];
  const [top, bottom] = [Math.min(Math.max(y0, 0), height), Math.min(Math.max(y1, 0), height)];
  return [Math.round(left), Math.round(top), Math.round(right), Math.round(bottom)];
}
