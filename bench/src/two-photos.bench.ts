import { agreementOf } from '@snout/core/matching';
import { createNodeMarkFinder } from '@snout/vision/node';
import sharp from 'sharp';
import type { BenchmarkRow, BenchmarkSetup } from './benchmark.ts';
import { median, quantile } from './measure/statistics.ts';
import { timed } from './measure/time.ts';
import { milliseconds } from './measure/words.ts';
import { readPhotos } from './photos/read-photos.ts';

const TARGET_MS = 250;
const CROP_TARGET_MS = 60;
/** What the network looks at, px: a photo of this size is decoded in a moment and is its own crop. */
const CROP_SIDE = 320;

/** What two photos' marks take on one processor: decoding both, finding their marks one after the other, comparing them. */
export async function twoPhotos({ modelsDir, photosDir, quick }: BenchmarkSetup): Promise<readonly BenchmarkRow[]> {
  const photos = await readPhotos(photosDir);
  const finder = await createNodeMarkFinder({ modelsDir, workers: 1 });
  const rounds = quick ? 4 : 100;
  const warmUp = quick ? 1 : 10;
  const whole: number[] = [];
  const comparing: number[] = [];
  const crops = await Promise.all(photos.map((photo) => sharp(photo).resize(CROP_SIDE, CROP_SIDE).jpeg({ quality: 92 }).toBuffer()));
  const cropTimes: number[] = [];
  let marks = 0;
  for (let round = -warmUp; round < rounds; round++) {
    let comparison = 0;
    const total = await timed(async () => {
      const [a, b] = [await find(round + warmUp), await find(round + warmUp + 1)];
      const start = performance.now();
      agreementOf(a, b, finder.model.rules.coat);
      comparison = performance.now() - start;
      marks = Math.max(marks, a.count, b.count);
    });
    if (round < 0) continue;
    whole.push(total);
    comparing.push(comparison);
  }
  for (let round = -warmUp; round < rounds; round++) {
    const total = await timed(() => find(round + warmUp, crops));
    if (round >= 0) cropTimes.push(total);
  }
  await finder.close();
  return [
    {
      what: `Marks of one crop of ${CROP_SIDE} px, on one processor: median`,
      value: milliseconds(median(cropTimes)),
      target: `<= ${CROP_TARGET_MS} ms`,
      met: median(cropTimes) <= CROP_TARGET_MS,
      beside: `a JPEG of the crop's size decoded, the network, the list of marks; 95th percentile ${milliseconds(quantile(cropTimes, 0.95))}; ${rounds} crops of ${photos.length} photos`,
    },
    {
      what: 'Two photos compared by their marks, on one processor: median',
      value: milliseconds(median(whole)),
      target: `<= ${TARGET_MS} ms`,
      met: median(whole) <= TARGET_MS,
      beside: `of which comparing up to ${marks} marks with ${marks}: ${milliseconds(median(comparing))}; 95th percentile ${milliseconds(quantile(whole, 0.95))}; ${rounds} pairs of ${photos.length} photos`,
    },
  ];

  async function find(index: number, among: readonly Uint8Array[] = photos) {
    const result = await finder.find(among[index % among.length] ?? new Uint8Array(), { kind: 'whole' });
    if (result.kind !== 'found') throw new Error(JSON.stringify(result));
    return result.marks;
  }
}
