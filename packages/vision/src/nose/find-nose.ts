import type { NoseRegion } from '@snout/core/matching';
import type { Box, Point } from '@snout/core/recognition';
import type { NoseManifest } from '../model/model-manifest.ts';
import { applyMap } from '../pipeline/affine-map.ts';
import { type CropSquare, cropMap } from '../pipeline/crop-geometry.ts';
import type { DecodedPhoto } from '../pipeline/pixels.ts';
import { sampleCrops } from '../pipeline/sample-crops.ts';
import { type DecodedNose, decodeNose } from './decode-nose.ts';

/** What finding a nose needs of a platform: one network and what its manifest says. */
export interface NoseRuntime {
  readonly manifest: NoseManifest;
  /** RGB bytes of one crop of the manifest's side → see decodeNose. */
  run(crop: Uint8Array): Promise<Float32Array>;
}

/** A nose with what the network saw of it. Of the region, pixels of the upright photo. */
export interface SeenNose {
  readonly region: NoseRegion;
  /** Share of the leather that shows, 0 to 1. */
  readonly whole: number;
}

/** The close look shows the leather in the middle, this many of its widths wide. */
const CLOSE = 1.8;

/**
 * The nose of a photo that is a close-up, or that lies in one of the squares `near` (pixels of the upright photo). Looks at each place once, then from near at the
 * surest. Null: there is none that can be seen.
 */
export async function findNose(photo: DecodedPhoto, near: readonly Box[], runtime: NoseRuntime): Promise<SeenNose | null> {
  let best: Look | null = null;
  for (const square of near.length > 0 ? near.map((box) => workingSquare(photo, box)) : closeUps(photo)) {
    const look = await lookAt(photo, square, runtime);
    if (look !== null && look.nose.presence > (best?.nose.presence ?? 0)) best = look;
  }
  if (best === null || best.nose.presence < runtime.manifest.least) return null;
  const close = await lookAt(photo, around(best), runtime);
  if (close === null || close.nose.presence < runtime.manifest.least) return null;
  return toSeen(photo, close, runtime.manifest.output.cells);
}

interface Look {
  readonly nose: DecodedNose & { readonly leather: NonNullable<DecodedNose['leather']> };
  /** Cells of the network's maps → pixels of the working image. */
  readonly place: (point: Point) => Point;
}

async function lookAt(photo: DecodedPhoto, square: CropSquare, { manifest, run }: NoseRuntime): Promise<Look | null> {
  const { side } = manifest.input;
  const { cells } = manifest.output;
  const { leather, ...nose } = decodeNose(await run(sampleCrops(photo.pixels, [square], side)), cells);
  if (leather === null) return null;
  const map = cropMap(square, cells);
  return { nose: { ...nose, leather }, place: (point) => applyMap(map, point) };
}

/** Squares of a photo that a nose may fill: its middle, as large as it can be, and half of that. */
function closeUps({ pixels: { width, height } }: DecodedPhoto): readonly CropSquare[] {
  const side = Math.min(width, height);
  return [1, 0.55].map((share) => ({ centreX: width / 2, centreY: height / 2, side: share * side, roll: 0 }));
}

function workingSquare({ pixels, width, height }: DecodedPhoto, [x0, y0, x1, y1]: Box): CropSquare {
  const [sx, sy] = [pixels.width / width, pixels.height / height];
  return { centreX: ((x0 + x1) / 2) * sx, centreY: ((y0 + y1) / 2) * sy, side: Math.max((x1 - x0) * sx, (y1 - y0) * sy), roll: 0 };
}

function around({ nose, place }: Look): CropSquare {
  const [x0, y0, x1, y1] = nose.leather;
  const [a, b] = [place([x0, y0]), place([x1, y1])];
  return { centreX: (a[0] + b[0]) / 2, centreY: (a[1] + b[1]) / 2, side: CLOSE * Math.max(b[0] - a[0], b[1] - a[1]), roll: 0 };
}

function toSeen({ pixels, width, height }: DecodedPhoto, { nose, place }: Look, cells: number): SeenNose {
  const upright = (point: Point): Point => {
    const [x, y] = place([Math.min(cells, Math.max(0, point[0])), Math.min(cells, Math.max(0, point[1]))]);
    return [clamp((x * width) / pixels.width, width), clamp((y * height) / pixels.height, height)];
  };
  const [x0, y0, x1, y1] = nose.leather;
  const nostrils = [upright(nose.nostrils[0]), upright(nose.nostrils[1])] as const;
  const tilt = (Math.atan2(nostrils[1][1] - nostrils[0][1], nostrils[1][0] - nostrils[0][0]) * 180) / Math.PI;
  return {
    region: { leather: [...upright([x0, y0]), ...upright([x1, y1])], nostrils, tilt, presence: nose.presence },
    whole: nose.whole,
  };
}

/** A nose may go on beyond the photo, a box does not. */
function clamp(value: number, most: number): number {
  return Math.min(most, Math.max(0, value));
}
