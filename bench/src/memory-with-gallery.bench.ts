import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { identify } from '@snout/core/recognition';
import { createGallery, openEmbedded } from '@snout/postgres';
import { createNodeRecogniser } from '@snout/vision/node';
import type { BenchmarkRow, BenchmarkSetup } from './benchmark.ts';
import { inParallel } from './measure/time.ts';
import { watchMemory } from './measure/watch-memory.ts';
import type { MakeGallery } from './photos/make-gallery.ts';
import { readPhotos } from './photos/read-photos.ts';

const MAKE_GALLERY = fileURLToPath(new URL('./photos/make-gallery.ts', import.meta.url));
const PETS = 250;
const READ_AHEAD = 2;

/**
 * A process that identifies photo after photo in an embedded gallery, as the service does after a restart: models, workers and database.
 * Another process makes the gallery, so that making it is not measured.
 */
export async function memoryWithGallery({ modelsDir, photosDir, quick }: BenchmarkSetup): Promise<readonly BenchmarkRow[]> {
  const total = quick ? 100 : 2_000;
  const photos = await readPhotos(photosDir);
  const recogniser = await createNodeRecogniser({ modelsDir });
  const { embedder: model, pipeline } = recogniser.models;
  const temporary = await mkdtemp(join(tmpdir(), 'snout-bench-'));
  const folder = join(temporary, 'database');
  const order: MakeGallery = { folder, fill: { pets: PETS, photosEach: 4, species: 'dog', maker: { model, pipeline } } };
  await promisify(execFile)(process.execPath, [MAKE_GALLERY, JSON.stringify(order)]);
  const database = await openEmbedded(folder);
  const gallery = createGallery(database);
  const rows = await watchMemory({
    what: 'identifying in the embedded gallery',
    photos: total,
    work: (done) =>
      inParallel(total, recogniser.workers + READ_AHEAD, async (index) => {
        const bytes = photos[index % photos.length] ?? new Uint8Array();
        await identify({ gallery, recogniser }, { photos: [{ name: 'photo.jpg', bytes }], use: 'identify', limit: 5 });
        done();
      }),
    beside: `${recogniser.workers} workers, a database with ${PETS} pets of four photos`,
  });
  await recogniser.close();
  await database.close();
  await rm(temporary, { recursive: true, force: true });
  return rows;
}
