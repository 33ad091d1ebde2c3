import { add, rotate, type Turn, type Vector } from './vector.ts';

/** Where a part stands before the camera and how its units become pixels of the scene. */
export interface Placement {
  readonly turn: Turn;
  /** Origin of the part in view units (head units, camera axes). */
  readonly offset: Vector;
  /** Pixels of the scene to which the view's origin falls, and pixels to one unit there. */
  readonly centre: readonly [x: number, y: number];
  readonly pixelsPerUnit: number;
  /** Distance of the camera in units: small is a close wide-angle photo. */
  readonly cameraDistance: number;
}

/** From the part's own frame to the camera's axes. */
export const toView = (placement: Placement, p: Vector): Vector => add(rotate(p, placement.turn), placement.offset);

/** From the camera's axes to pixels of the scene. */
export function toPixels(placement: Placement, view: Vector): readonly [number, number] {
  const k = (placement.pixelsPerUnit * placement.cameraDistance) / Math.max(0.5, placement.cameraDistance - view[2]);
  return [placement.centre[0] + view[0] * k, placement.centre[1] + view[1] * k];
}

/** Straight from the part's frame to pixels. */
export const project = (placement: Placement, p: Vector): readonly [number, number] => toPixels(placement, toView(placement, p));

/** A piece of a drawing with its nearness: greater depth is nearer to the viewer and painted later. */
export interface Piece {
  readonly depth: number;
  readonly svg: string;
}

/** Pieces to markup, farthest first. */
export const paint = (pieces: readonly Piece[]): string =>
  [...pieces]
    .sort((a, b) => a.depth - b.depth)
    .map((piece) => piece.svg)
    .join('');

/** Short decimal numbers keep the SVG small: a tenth of a pixel. */
export const short = (value: number): string => String(Math.round(value * 10) / 10);

/** A closed or open path through points of the scene. */
export const polyline = (points: readonly (readonly [number, number])[], closed: boolean): string =>
  `M${points.map((p) => `${short(p[0])} ${short(p[1])}`).join('L')}${closed ? 'z' : ''}`;

/** The rotation of a direction alone, without the offset. */
export const turnOnly = (placement: Placement, direction: Vector): Vector => rotate(direction, placement.turn);
