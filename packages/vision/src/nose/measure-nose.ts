import { applyMap } from '../pipeline/affine-map.ts';
import { type CropSquare, cropMap } from '../pipeline/crop-geometry.ts';
import type { DecodedPhoto } from '../pipeline/pixels.ts';
import { sampleCrops } from '../pipeline/sample-crops.ts';
import type { SeenNose } from './find-nose.ts';

/** What of a photo of a nose can be measured. */
export interface NoseMeasures {
  /** Pixels of the upright photo across the leather. */
  readonly across: number;
  /** 0 (soft everywhere) to 1: how much detail goes when the picture is blurred once more, along the direction in which least does. */
  readonly detail: number;
  /** Mean brightness of the leather, 0 to 1. */
  readonly light: number;
  /** Share of the leather that is blown out by shine. */
  readonly shine: number;
  /** How far the middle between the nostrils lies off the middle of the leather, in widths of the leather. */
  readonly offSquare: number;
  /** Share of the leather that shows. */
  readonly whole: number;
}

/** Side of the picture in which light and detail are measured, px: the leather fills it. Never finer than the photo. */
const SIDE = 160;
/** Brighter than this is shine. */
const BLOWN = 0.92;

/** A nose that reaches the edge of the photo goes on beyond it: as if so much of it showed. */
const CUT_OFF = 0.55;
/** Nearer to the edge than this share of the photo's side is at the edge. */
const AT_EDGE = 0.006;

export function measureNose(photo: DecodedPhoto, { region, whole: seen }: SeenNose): NoseMeasures {
  const [x0, y0, x1, y1] = region.leather;
  const across = x1 - x0;
  const edge = AT_EDGE * Math.max(photo.width, photo.height);
  const isCutOff = x0 < edge || y0 < edge || x1 > photo.width - edge || y1 > photo.height - edge;
  const whole = isCutOff ? Math.min(seen, CUT_OFF) : seen;
  const [a, b] = region.nostrils;
  const along = Math.atan2(b[1] - a[1], b[0] - a[0]);
  const [dx, dy] = [(a[0] + b[0]) / 2 - (x0 + x1) / 2, (a[1] + b[1]) / 2 - (y0 + y1) / 2];
  const offSquare = Math.abs(dx * Math.cos(along) + dy * Math.sin(along)) / Math.max(1, across);
  return { across, offSquare, whole, ...measureLeather(photo, region.leather) };
}

/** Within the ellipse of the leather. */
function measureLeather({ pixels, width }: DecodedPhoto, [x0, y0, x1, y1]: readonly [number, number, number, number]) {
  const scale = pixels.width / width;
  const square: CropSquare = {
    centreX: ((x0 + x1) / 2) * scale,
    centreY: ((y0 + y1) / 2) * scale,
    side: Math.max(x1 - x0, y1 - y0) * scale,
    roll: 0,
  };
  const side = Math.max(16, Math.min(SIDE, Math.round(square.side)));
  const rgb = sampleCrops(pixels, [square], side);
  const luma = Float32Array.from({ length: side * side }, (_, i) => {
    return (0.299 * (rgb[3 * i] ?? 0) + 0.587 * (rgb[3 * i + 1] ?? 0) + 0.114 * (rgb[3 * i + 2] ?? 0)) / 255;
  });
  const toPhoto = cropMap(square, side);
  const [halfX, halfY] = [((x1 - x0) / 2) * scale, ((y1 - y0) / 2) * scale];
  const inside = (x: number, y: number) => {
    const [px, py] = applyMap(toPhoto, [x + 0.5, y + 0.5]);
    return ((px - square.centreX) / halfX) ** 2 + ((py - square.centreY) / halfY) ** 2 < 0.9;
  };
  return { ...lightOf(luma, side, inside), detail: Math.min(detailOf(luma, side, inside, 1), detailOf(luma, side, inside, side)) };
}

type Inside = (x: number, y: number) => boolean;

function lightOf(luma: Float32Array, side: number, inside: Inside): { readonly light: number; readonly shine: number } {
  let [count, sum, blown] = [0, 0, 0];
  for (const [i, value] of luma.entries()) {
    if (!inside(i % side, Math.floor(i / side))) continue;
    count++;
    sum += value;
    if (value > BLOWN) blown++;
  }
  return { light: sum / Math.max(1, count), shine: blown / Math.max(1, count) };
}

/** Crete 2007: in a sharp picture neighbours differ far less once it is blurred; in a soft one hardly. `step`: 1 across, a row down. */
function detailOf(luma: Float32Array, side: number, inside: Inside, step: number): number {
  const at = (i: number) => luma[i] ?? 0;
  const blurred = (i: number) => {
    let sum = 0;
    for (let k = -REBLUR; k <= REBLUR; k++) sum += at(i + k * step);
    return sum / (2 * REBLUR + 1);
  };
  const margin = REBLUR + 1;
  let [all, lost] = [0, 0];
  for (let y = margin; y < side - margin; y++) {
    for (let x = margin; x < side - margin; x++) {
      if (!inside(x, y)) continue;
      const i = y * side + x;
      const before = Math.abs(at(i) - at(i - step));
      all += before;
      lost += Math.max(0, before - Math.abs(blurred(i) - blurred(i - step)));
    }
  }
  return all === 0 ? 0 : lost / all;
}

const REBLUR = 2;
