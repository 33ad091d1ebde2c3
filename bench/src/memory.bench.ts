import { createNodeRecogniser } from '@snout/vision/node';
import type { BenchmarkRow, BenchmarkSetup } from './benchmark.ts';
import { inParallel } from './measure/time.ts';
import { watchMemory } from './measure/watch-memory.ts';
import { readPhotos } from './photos/read-photos.ts';

const READ_AHEAD = 2;

/** A process that analyses photo after photo, as `snout embed` does: a few drawn ones again and again. */
export async function memory({ modelsDir, photosDir, quick }: BenchmarkSetup): Promise<readonly BenchmarkRow[]> {
  const total = quick ? 500 : 10_000;
  const photos = await readPhotos(photosDir);
  const recogniser = await createNodeRecogniser({ modelsDir });
  const rows = await watchMemory({
    what: 'analysing photos',
    photos: total,
    work: (done) =>
      inParallel(total, recogniser.workers + READ_AHEAD, async (index) => {
        await recogniser.analyse(photos[index % photos.length] ?? new Uint8Array());
        done();
      }),
    beside: `${recogniser.workers} workers, decoding and models included`,
  });
  await recogniser.close();
  return rows;
}
