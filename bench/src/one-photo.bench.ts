import { availableParallelism } from 'node:os';
import { createNodeRecogniser } from '@snout/vision/node';
import { loadBareModels } from './bare/bare-models.ts';
import { BareWorkers } from './bare/bare-workers.ts';
import { recordRuns } from './bare/record-runs.ts';
import type { BenchmarkRow, BenchmarkSetup } from './benchmark.ts';
import { median, quantile } from './measure/statistics.ts';
import { timed } from './measure/time.ts';
import { milliseconds, percent } from './measure/words.ts';
import { readPhotos } from './photos/read-photos.ts';

const TARGET_MS = 120;

/**
 * One photo after the other through one worker that has all processors, against the bare work on the same photos and tensors. The two
 * take turns photo by photo, so that whatever else the machine does falls on both.
 */
export async function onePhoto({ modelsDir, photosDir, quick }: BenchmarkSetup): Promise<readonly BenchmarkRow[]> {
  const threads = availableParallelism();
  const models = await loadBareModels(modelsDir, threads);
  const recorded = [];
  for (const bytes of await readPhotos(photosDir)) recorded.push(await recordRuns(bytes, models));
  const photos = recorded.filter(({ heads }) => heads.length === 1);
  if (photos.length === 0) throw new Error('The detector finds exactly one head in none of the drawn photos.');

  const recogniser = await createNodeRecogniser({ modelsDir, workers: 1 });
  const bare = await BareWorkers.start(1, { modelsDir, threads, photos });
  const rounds = quick ? 4 : 150;
  const warmUp = quick ? 1 : 10;
  const ours: number[] = [];
  const limits: number[] = [];
  for (let round = -warmUp; round < rounds; round++) {
    const index = (round + warmUp) % photos.length;
    const own = await timed(() => recogniser.analyse(photos[index]?.bytes ?? new Uint8Array()));
    const limit = await bare.run(index);
    if (round < 0) continue;
    ours.push(own);
    limits.push(limit);
  }
  await recogniser.close();
  await bare.close();
  const [own, limit] = [median(ours), median(limits)];
  const counts = `${rounds} analyses of ${photos.length} photos with one head found`;
  return [
    {
      what: 'Whole pipeline, one photo at a time: median',
      value: milliseconds(own),
      target: `<= ${TARGET_MS} ms`,
      met: own <= TARGET_MS,
      beside: `limit ${milliseconds(limit)} (bare decode + bare model runs): ${percent(limit / own)} of our time; ${counts}`,
    },
    {
      what: 'Whole pipeline, one photo at a time: 95th percentile',
      value: milliseconds(quantile(ours, 0.95)),
      target: null,
      met: null,
      beside: `limit ${milliseconds(quantile(limits, 0.95))}; ${counts}`,
    },
  ];
}
