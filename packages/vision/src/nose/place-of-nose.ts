import type { FoundNose } from '@snout/core/matching';
import type { Box } from '@snout/core/recognition';
import type { DecodedPhoto } from '../pipeline/pixels.ts';
import { findNose, type NoseRuntime } from './find-nose.ts';
import { judgeNose } from './judge-nose.ts';
import { measureNose } from './measure-nose.ts';

/** A nose, and the square around it in which marks are looked for. */
export interface PlaceOfNose {
  readonly nose: FoundNose;
  readonly region: { readonly kind: 'box'; readonly box: Box };
}

/** Width of the leather over the side of the square: as in the drawings that marks were trained and calibrated on. */
const FILL = 0.72;

/** Null: there is no nose to be seen. Boxes in pixels of the upright photo. */
export async function placeOfNose(photo: DecodedPhoto, near: readonly Box[], runtime: NoseRuntime): Promise<PlaceOfNose | null> {
  const seen = await findNose(photo, near, runtime);
  if (seen === null) return null;
  const [x0, y0, x1, y1] = seen.region.leather;
  const half = Math.max(x1 - x0, y1 - y0) / FILL / 2;
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return {
    nose: { ...seen.region, quality: judgeNose(measureNose(photo, seen)) },
    region: { kind: 'box', box: [x - half, y - half, x + half, y + half] },
  };
}
