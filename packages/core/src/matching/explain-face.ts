import type { Species, Template } from '../recognition/photo-analysis.ts';
import type { Recogniser } from '../recognition/recogniser.port.ts';

import { templateSimilarity } from '../recognition/templates.ts';

/** A face that is explained: its crop as RGB bytes, row by row, side * side * 3. */
export interface FaceCrop {
  readonly picture: Uint8Array;
  readonly side: number;
  readonly species: Species;
}

export interface ExplainFaceDeps {
  readonly recogniser: Pick<Recogniser, 'analyse'>;
  /** An image file of the crop, as the recogniser reads it. */
  readonly encode: (picture: Uint8Array, side: number) => Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * Which regions of a face moved its score: FACE_CELLS x FACE_CELLS numbers, row by row from the top left, -1 to 1. Above 0: the region makes the faces more
 * alike, below 0 less; 1 or -1 is the region that moves it most. All 0: no region moves it.
 */
export type FaceHeat = Float32Array;

/** How the picture of it is read. */
export const FACE_HEAT_IN_WORDS =
  'Below, blue regions make the two faces more alike, orange ones less; the deepest colour is the region that counts most.';

/** Cells along a side. */
export const FACE_CELLS = 6;
/** Sides of what is hidden at a time, in cells: more than one, so that an eye is not only ever half hidden. */
const HIDDEN = 1.5;

/**
 * Occlusion (Zeiler, Fergus 2014): hides one region of the crop after another behind its mean colour and looks how the likeness to `other`, the template of the
 * other photo's face, changes. 37 runs of the embedder. Null when the crop alone gives no template.
 */
export async function explainFace(deps: ExplainFaceDeps, crop: FaceCrop, other: Template): Promise<FaceHeat | null> {
  const whole = await likeness(deps, crop, other);
  if (whole === null) return null;
  const mean = meanColour(crop.picture);
  const heat = new Float32Array(FACE_CELLS * FACE_CELLS);
  // One after another: others wait for the recogniser too.
  for (const cell of heat.keys()) {
    const hidden = await likeness(deps, { ...crop, picture: hide(crop, cell, mean) }, other);
    heat[cell] = hidden === null ? 0 : whole - hidden;
  }
  const most = heat.reduce((high, value) => Math.max(high, Math.abs(value)), 0);
  return most === 0 ? heat : heat.map((value) => value / most);
}

async function likeness(
  { recogniser, encode }: ExplainFaceDeps,
  { picture, side, species }: FaceCrop,
  other: Template,
): Promise<number | null> {
  const result = await recogniser.analyse(await encode(picture, side), { cropped: true, species });
  const head = result.kind === 'analysed' ? result.photo.heads[0] : undefined;
  return head === undefined ? null : templateSimilarity(head.template, other);
}

function hide({ picture, side }: FaceCrop, cell: number, [red, green, blue]: readonly [number, number, number]): Uint8Array {
  const hidden = Uint8Array.from(picture);
  const half = (HIDDEN * side) / FACE_CELLS / 2;
  const span = (index: number): readonly [number, number] => {
    const centre = ((index + 0.5) * side) / FACE_CELLS;
    return [Math.max(0, Math.round(centre - half)), Math.min(side, Math.round(centre + half))];
  };
  const [top, bottom] = span(Math.floor(cell / FACE_CELLS));
  const [left, right] = span(cell % FACE_CELLS);
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) hidden.set([red, green, blue], 3 * (y * side + x));
  }
  return hidden;
}

function meanColour(picture: Uint8Array): readonly [number, number, number] {
  const sums: [number, number, number] = [0, 0, 0];
  for (let i = 0; i < picture.length; i += 3) {
    sums[0] += picture[i] ?? 0;
    sums[1] += picture[i + 1] ?? 0;
    sums[2] += picture[i + 2] ?? 0;
  }
  const pixels = picture.length / 3;
  return [Math.round(sums[0] / pixels), Math.round(sums[1] / pixels), Math.round(sums[2] / pixels)];
}
