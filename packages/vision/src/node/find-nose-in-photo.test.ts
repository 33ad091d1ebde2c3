import { fileURLToPath } from 'node:url';
import type { FoundNose } from '@snout/core/matching';
import { drawLeatherMap, drawNoseIdentity, drawNoseView, type NosePhoto, photographNose } from '@snout/drawn-pets';
import { renderDemoPhoto } from '@snout/drawn-pets/node';
import sharp, { type OverlayOptions, type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeMarkFinder, type NodeMarkFinder } from './node-mark-finder.ts';

// The released networks on drawn noses of seeds that they were not trained on.
const MODELS = fileURLToPath(new URL('../../../../models', import.meta.url));
const SIDE = 480;
const NOSES = Array.from({ length: 6 }, (_, i) => `find-nose/${i}`);
let finder: NodeMarkFinder;
const photos: NosePhoto[] = [];

beforeAll(async () => {
  finder = await createNodeMarkFinder({ modelsDir: MODELS, workers: 1 });
  for (const name of NOSES) {
    const identity = drawNoseIdentity('dog', name);
    photos.push(photographNose(identity, drawLeatherMap(identity, 384), drawNoseView(name, 'easy', SIDE), SIDE));
  }
}, 60_000);
afterAll(() => finder.close());

const imageOf = ({ pixels }: NosePhoto): Sharp => sharp(pixels.rgb, { raw: { width: SIDE, height: SIDE, channels: 3 } });

async function noseIn(image: Sharp): Promise<FoundNose | null> {
  const result = await finder.find(await image.jpeg({ quality: 92 }).toBuffer(), { kind: 'nose', near: [] });
  if (result.kind === 'rejected') throw new Error(result.message);
  return result.kind === 'found' ? result.nose : null;
}

/** Photos of the drawn noses, each changed alike. */
const allChanged = async (change: (image: Sharp, photo: NosePhoto) => Sharp | Promise<Sharp>): Promise<readonly (FoundNose | null)[]> => {
  const found: (FoundNose | null)[] = [];
  for (const photo of photos) found.push(await noseIn(await change(imageOf(photo), photo)));
  return found;
};
/** Of how many noses this is said. */
const named = (noses: readonly (FoundNose | null)[], reason: FoundNose['quality']['reasons'][number]) =>
  noses.filter((nose) => nose?.quality.reasons.includes(reason)).length;

describe('a nose in a close-up', () => {
  it('is found where it was drawn, with its nostrils, and is good enough', async () => {
    const found = await allChanged((image) => image);
    for (const [i, nose] of found.entries()) {
      const {
        leather = [0, 0, 0, 0],
        nostrils = [
          [0, 0],
          [0, 0],
        ],
      } = photos[i] ?? {};
      expect(overlap(nose?.leather ?? [0, 0, 0, 0], leather), NOSES[i]).toBeGreaterThan(0.6);
      for (const k of [0, 1] as const) {
        const [x, y] = nose?.nostrils[k] ?? [0, 0];
        expect(Math.hypot(x - (nostrils[k]?.[0] ?? 0), y - (nostrils[k]?.[1] ?? 0)), NOSES[i]).toBeLessThan(0.08 * SIDE);
      }
      expect(nose?.quality.score, NOSES[i]).toBeGreaterThan(50);
    }
  });

  it('is told apart from what is no nose', async () => {
    const { bytes } = await renderDemoPhoto('portrait', { seed: 4, species: 'cat' }, { photoSeed: 3, size: SIDE });
    const coat = sharp(bytes).extract({ left: 0, top: 0, width: 120, height: 120 }).resize(SIDE, SIDE);
    expect(await noseIn(coat)).toBeNull();
    expect(await noseIn(sharp({ create: { width: SIDE, height: SIDE, channels: 3, background: '#8a6a50' } }))).toBeNull();
  });

  it.each([
    ['move-closer', 'too small', async (image: Sharp) => small(await image.resize(70, 70).png().toBuffer(), 70)],
    ['hold-still', 'out of focus', (image: Sharp) => image.blur(7)],
    ['more-light', 'dark', (image: Sharp) => image.linear(0.13, 0)],
    ['avoid-shine', 'with a shine', (image: Sharp, { leather }: NosePhoto) => image.composite([shine(leather)])],
    ['uncover-nose', 'cut off', (image: Sharp, { leather }: NosePhoto) => image.extract(half(leather))],
  ] as const)('calls for %s when it is %s', async (reason, _, change) => {
    const [before, after] = [await allChanged((image) => image), await allChanged(change)];
    expect(named(before, reason)).toBeLessThanOrEqual(1);
    expect(named(after, reason)).toBeGreaterThanOrEqual(NOSES.length - 1);
  });
});

/** On a brown ground of the same size. */
function small(png: Buffer, side: number): Sharp {
  return sharp({ create: { width: SIDE, height: SIDE, channels: 3, background: '#8a6a50' } })
    .composite([{ input: png, left: (SIDE - side) / 2, top: (SIDE - side) / 2 }])
    .png();
}

function shine([x0, y0, x1, y1]: NosePhoto['leather']): OverlayOptions {
  const svg = `<svg width="${SIDE}" height="${SIDE}"><ellipse cx="${(x0 + x1) / 2}" cy="${y0 + (y1 - y0) * 0.4}" rx="${(x1 - x0) * 0.25}" ry="${(y1 - y0) * 0.22}" fill="#fff"/></svg>`;
  return { input: Buffer.from(svg) };
}

/** The left part of the photo, to the middle of the leather. */
function half([x0, , x1]: NosePhoto['leather']) {
  return { left: 0, top: 0, width: Math.round((x0 + x1) / 2 + 0.1 * (x1 - x0)), height: SIDE };
}

function overlap(a: NosePhoto['leather'], b: NosePhoto['leather']): number {
  const size = ([x0, y0, x1, y1]: NosePhoto['leather']) => Math.max(0, x1 - x0) * Math.max(0, y1 - y0);
  const shared = size([Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])]);
  return shared / (size(a) + size(b) - shared);
}
