import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identify } from '@snout/core/recognition';
import { createGallery, openEmbedded } from '@snout/postgres';
import { createNodeRecogniser } from '@snout/vision/node';
import type { BenchmarkRow, BenchmarkSetup } from './benchmark.ts';
import { slope } from './measure/statistics.ts';
import { inParallel } from './measure/time.ts';
import { count } from './measure/words.ts';
import { readPhotos } from './photos/draw-photos.ts';
import { fillGallery } from './photos/fill-gallery.ts';

const TARGET_MB = 700;
/** Growth over the second half that still counts as flat: what is not noise of the allocator would fill a small machine in days. */
const FLAT_MB = 35;
const SAMPLE_MS = 250;
const PETS = 250;
const READ_AHEAD = 2;

/**
 * Resident memory of a process that identifies photo after photo in an embedded gallery: models, workers, database and all. Photos are
 * a few drawn ones again and again, so that the drawing is not measured.
 */
export async function memory({ modelsDir, photosDir, quick }: BenchmarkSetup): Promise<readonly BenchmarkRow[]> {
  const total = quick ? 500 : 10_000;
  const photos = await readPhotos(photosDir);
  const folder = await mkdtemp(join(tmpdir(), 'snout-bench-'));
  const recogniser = await createNodeRecogniser({ modelsDir });
  const database = await openEmbedded(join(folder, 'database'));
  const samples: (readonly [photos: number, megabytes: number])[] = [];
  let done = 0;
  try {
    const gallery = createGallery(database);
    const maker = { model: recogniser.models.embedder, pipeline: recogniser.models.pipeline };
    await fillGallery(gallery, { pets: PETS, photosEach: 4, species: 'dog', maker });
    const sampler = setInterval(() => samples.push([done, process.memoryUsage.rss() / 1e6]), SAMPLE_MS);
    await inParallel(total, recogniser.workers + READ_AHEAD, async (index) => {
      const bytes = photos[index % photos.length] ?? new Uint8Array();
      await identify({ gallery, recogniser }, { photos: [{ name: 'photo.jpg', bytes }], use: 'identify', limit: 5 });
      done++;
    });
    clearInterval(sampler);
  } finally {
    await recogniser.close();
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
  const peak = Math.max(...samples.map(([, megabytes]) => megabytes));
  const half = samples.filter(([photo]) => photo >= total / 2);
  const growth = slope(half) * (total / 2);
  const counts = `${count(total)} photos identified by ${recogniser.workers} workers in a gallery of ${PETS} pets; ${count(samples.length)} samples`;
  return [
    { what: 'Resident memory: peak', value: `${peak.toFixed(0)} MB`, target: `<= ${TARGET_MB} MB`, met: peak <= TARGET_MB, beside: counts },
    {
      what: 'Resident memory: growth over the second half',
      value: `${growth.toFixed(1)} MB`,
      target: `flat: <= ${FLAT_MB} MB`,
      met: growth <= FLAT_MB,
      beside: `least-squares line through ${count(half.length)} samples: ${(slope(half) * 1000).toFixed(2)} MB per 1,000 photos`,
    },
  ];
}
