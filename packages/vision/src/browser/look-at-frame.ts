import { type FoundNose, squaresAroundNose } from '@snout/core/matching';
import type { Head, Landmarks, Point } from '@snout/core/recognition';
import { placeOfNose } from '../nose/place-of-nose.ts';
import type { ConfidentPoint } from '../pipeline/candidates.ts';
import { headSquare } from '../pipeline/crop-geometry.ts';
import { type FoundHead, findHeads } from '../pipeline/find-heads.ts';
import { frontalityOf } from '../pipeline/frontality.ts';
import { headSide, judgeQuality, readFactors } from '../pipeline/judge-quality.ts';
import type { Pixels } from '../pipeline/pixels.ts';
import { sampleCrops } from '../pipeline/sample-crops.ts';
import type { LiveFrame, LiveHead, LiveLook } from './live-look.ts';
import type { LiveModels } from './live-models.ts';

/** As in analyse-photo.ts. */
const VISIBLE_FROM = 0.5;
/** As in the embedder's model.json, which a page does not load: the quality model is shown the embedder's crop. */
const CROP = { scale: 1.25, align: { minConfidence: 0.6, maxRoll: 45 } } as const;

/** Size of the camera's frame that `pixels` are a smaller copy of, px, and whether a nose is looked for. */
type Frame = Omit<LiveFrame, 'bitmap'>;

/** One look at a frame: the surest head with its quality, and the nose. Coordinates come back in pixels of the camera's frame. */
export async function lookAtFrame(pixels: Pixels, frame: Frame, models: LiveModels): Promise<Omit<LiveLook, 'milliseconds'>> {
  const found = await findHeads(pixels, models.detector);
  const best = found[0];
  const detail = detailOf(pixels);
  const head = best === undefined ? null : await judged(best, pixels, frame, models);
  return { head, heads: found.length, nose: frame.nose ? await noseOf(head, pixels, frame, models) : null, detail };
}

/** Around the nose of the head, or of a close-up: so near, what is taken for a head may be none. */
async function noseOf(head: Head | null, pixels: Pixels, { width, height }: Frame, { nose }: LiveModels): Promise<FoundNose | null> {
  const near = head === null ? [] : squaresAroundNose(head);
  const photo = { pixels, width, height, takenAt: null };
  const place = (await placeOfNose(photo, near, nose)) ?? (near.length > 0 ? await placeOfNose(photo, [], nose) : null);
  return place?.nose ?? null;
}

async function judged(found: FoundHead, pixels: Pixels, frame: Frame, { quality }: LiveModels): Promise<LiveHead> {
  const { side } = quality.manifest.input;
  const factors = await quality.run({ data: sampleCrops(pixels, [headSquare(found, CROP)], side), count: 1 });
  const head = toFrame(found, pixels, frame);
  const view = { headSide: headSide(head.box), frontality: frontalityOf(head.landmarks) };
  return { ...head, quality: judgeQuality(readFactors(factors), view, quality.manifest) };
}

function toFrame(found: FoundHead, pixels: Pixels, frame: Frame): Head {
  const scaled = ([x, y]: Point): Point => [(x * frame.width) / pixels.width, (y * frame.height) / pixels.height];
  const seen = ({ point, confidence }: ConfidentPoint) => (confidence >= VISIBLE_FROM ? scaled(point) : null);
  const landmarks: Landmarks = { leftEye: seen(found.leftEye), rightEye: seen(found.rightEye), nose: seen(found.nose) };
  const [x0, y0, x1, y1] = found.box;
  return { box: [...scaled([x0, y0]), ...scaled([x1, y1])], species: found.species, score: found.score, landmarks };
}

/** See LiveLook.detail. Every second pixel of the middle half is enough. */
export function detailOf({ data, width, height, channels }: Pixels): number {
  let sum = 0;
  let count = 0;
  for (let y = height >> 2; y < height - (height >> 2) - 1; y += 2) {
    for (let x = width >> 2; x < width - (width >> 2) - 1; x += 2) {
      const at = (y * width + x) * channels + 1;
      const here = data[at] ?? 0;
      sum += Math.abs(here - (data[at + channels] ?? 0)) + Math.abs(here - (data[at + width * channels] ?? 0));
      count += 2;
    }
  }
  return count === 0 ? 0 : sum / count;
}
