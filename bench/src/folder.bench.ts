import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createNodeRecogniser } from '@snout/vision/node';
import { loadBareModels } from './bare/bare-models.ts';
import { BareWorkers } from './bare/bare-workers.ts';
import { recordRuns } from './bare/record-runs.ts';
import type { BenchmarkRow, BenchmarkSetup } from './benchmark.ts';
import { median } from './measure/statistics.ts';
import { inParallel, timed } from './measure/time.ts';
import { percent } from './measure/words.ts';

const TARGET_PER_SECOND = 15;
const TARGET_SHARE = 0.7;
/** Photos on their way beyond those in work, as the command line has them. */
const READ_AHEAD = 2;

/**
 * Photos read from a folder and analysed by the recogniser's default number of workers, against as many threads that only decode and run
 * the networks on the tensors of the same photos. Passes take turns.
 */
export async function folder({ modelsDir, photosDir, quick }: BenchmarkSetup): Promise<readonly BenchmarkRow[]> {
  const files = (await readdir(photosDir)).filter((name) => name.endsWith('.jpg')).sort();
  const read = (index: number) => readFile(join(photosDir, files[index % files.length] ?? ''));
  const models = await loadBareModels(modelsDir, 1);
  const recorded = [];
  for (let index = 0; index < files.length; index++) recorded.push(await recordRuns(await read(index), models));

  const recogniser = await createNodeRecogniser({ modelsDir });
  const { workers } = recogniser;
  const bare = await BareWorkers.start(workers, { modelsDir, threads: 1, photos: recorded });
  const photos = quick ? 2 * workers : 5 * files.length;
  const passes = quick ? 1 : 5;
  const ours = () => inParallel(photos, workers + READ_AHEAD, async (index) => recogniser.analyse(await read(index)));
  const limit = () => inParallel(photos, workers, (index) => bare.run(index));
  await inParallel(2 * workers, workers + READ_AHEAD, async (index) => recogniser.analyse(await read(index)));
  await inParallel(2 * workers, workers, (index) => bare.run(index));

  const ownRates: number[] = [];
  const limitRates: number[] = [];
  for (let pass = 0; pass < passes; pass++) {
    ownRates.push((1000 * photos) / (await timed(ours)));
    limitRates.push((1000 * photos) / (await timed(limit)));
  }
  await recogniser.close();
  await bare.close();
  const [rate, limitRate] = [median(ownRates), median(limitRates)];
  const heads = recorded.reduce((sum, photo) => sum + photo.heads.length, 0) / recorded.length;
  const counts = `median of ${passes} passes over ${photos} photos with ${heads.toFixed(1)} heads each, ${workers} workers`;
  return [
    {
      what: 'Photos of a folder',
      value: `${rate.toFixed(1)} a second`,
      target: `>= ${TARGET_PER_SECOND} a second`,
      met: rate >= TARGET_PER_SECOND,
      beside: counts,
    },
    {
      what: 'Photos of a folder, share of the limit',
      value: percent(rate / limitRate),
      target: `>= ${percent(TARGET_SHARE)}`,
      met: rate >= TARGET_SHARE * limitRate,
      beside: `limit ${limitRate.toFixed(1)} a second: bare decode + bare model runs in as many threads, nothing read from disk`,
    },
  ];
}
