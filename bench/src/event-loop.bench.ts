import { createNodeRecogniser } from '@snout/vision/node';
import type { BenchmarkRow, BenchmarkSetup } from './benchmark.ts';
import { quantile } from './measure/statistics.ts';
import { inParallel, timed } from './measure/time.ts';
import { milliseconds } from './measure/words.ts';
import { readPhotos } from './photos/read-photos.ts';

const TARGET_MS = 50;
const READ_AHEAD = 2;
/** Between two looks at the clock. */
const TICK_MS = 1;

/** How long the main thread's event loop stands still while workers analyse photos, and, as the limit, while nothing happens. */
export async function eventLoop({ modelsDir, photosDir, quick }: BenchmarkSetup): Promise<readonly BenchmarkRow[]> {
  const photos = await readPhotos(photosDir);
  const total = quick ? 6 : 300;
  const recogniser = await createNodeRecogniser({ modelsDir });
  const analyse = () =>
    inParallel(total, recogniser.workers + READ_AHEAD, (index) => recogniser.analyse(photos[index % photos.length] ?? new Uint8Array()));
  let elapsed = 0;
  const busy = await gapsDuring(async () => {
    elapsed = await timed(analyse);
  });
  const idle = await gapsDuring(() => new Promise((resolve) => setTimeout(resolve, elapsed)));
  await recogniser.close();
  const longest = Math.max(...busy);
  return [
    {
      what: 'Longest gap in the event loop during analysis',
      value: milliseconds(longest),
      target: `<= ${TARGET_MS} ms`,
      met: longest <= TARGET_MS,
      beside: `99.9th percentile ${milliseconds(quantile(busy, 0.999))}; limit (the same time with nothing to do) longest ${milliseconds(Math.max(...idle))}; ${total} photos, ${recogniser.workers} workers`,
    },
  ];
}

/** Times between the ticks of a timer while the work is done, ms beyond the timer's own. */
async function gapsDuring(work: () => Promise<unknown>): Promise<readonly number[]> {
  const gaps: number[] = [];
  let last = performance.now();
  const ticker = setInterval(() => {
    const now = performance.now();
    gaps.push(now - last - TICK_MS);
    last = now;
  }, TICK_MS);
  await work();
  clearInterval(ticker);
  return gaps;
}
