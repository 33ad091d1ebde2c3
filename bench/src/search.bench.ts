import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dotProduct, identify, type RecogniserModels, type Species, TEMPLATE_DIMENSIONS, type UnitVector } from '@snout/core/recognition';
import { createGallery, openEmbedded } from '@snout/postgres';
import { createNodeRecogniser } from '@snout/vision/node';
import type { BenchmarkRow, BenchmarkSetup } from './benchmark.ts';
import { median, quantile } from './measure/statistics.ts';
import { timed } from './measure/time.ts';
import { count, milliseconds, percent } from './measure/words.ts';
import { fillGallery } from './photos/fill-gallery.ts';
import { readPhotos } from './photos/read-photos.ts';

const TARGET_MS = 20;
const PHOTOS_EACH = 4;

/** Identification against a full embedded gallery, on disk: the search alone, and what it adds to the analysis of the photo. */
export async function search({ modelsDir, photosDir, quick }: BenchmarkSetup): Promise<readonly BenchmarkRow[]> {
  const templates = quick ? 400 : 10_000;
  const folder = await mkdtemp(join(tmpdir(), 'snout-bench-'));
  const recogniser = await createNodeRecogniser({ modelsDir, workers: 1 });
  const database = await openEmbedded(join(folder, 'database'));
  try {
    const gallery = createGallery(database);
    const probe = await findProbe(recogniser, photosDir);
    const vectors = await fillGallery(gallery, {
      pets: templates / PHOTOS_EACH,
      photosEach: PHOTOS_EACH,
      species: probe.species,
      maker: { model: recogniser.models.embedder, pipeline: recogniser.models.pipeline },
    });
    const query = queryFor(recogniser.models, probe.species, probe.vector);
    const first = await timed(() => gallery.search(query));
    const repeats = quick ? 5 : 200;
    const searches: number[] = [];
    const bare: number[] = [];
    for (let repeat = 0; repeat < repeats; repeat++) {
      searches.push(await timed(() => gallery.search({ ...query, vector: vectors[repeat % vectors.length] ?? query.vector })));
      bare.push(await timed(async () => compareWithAll(vectors, query.vector)));
    }
    const analyses: number[] = [];
    const identifications: number[] = [];
    for (let repeat = 0; repeat < (quick ? 3 : 60); repeat++) {
      analyses.push(await timed(() => recogniser.analyse(probe.bytes)));
      const photos = [{ name: 'probe.jpg', bytes: probe.bytes }];
      identifications.push(await timed(() => identify({ gallery, recogniser }, { photos, use: 'identify', limit: 5 })));
    }
    const added = median(identifications) - median(analyses);
    const own = median(searches);
    return [
      {
        what: `Search among ${count(templates)} templates: median`,
        value: milliseconds(own),
        target: `<= ${TARGET_MS} ms`,
        met: own <= TARGET_MS,
        beside: `limit ${milliseconds(median(bare))} (bare dot products with the same vectors): ${percent(median(bare) / own)} of our time; 95th percentile ${milliseconds(quantile(searches, 0.95))}; ${repeats} searches, ${count(templates / PHOTOS_EACH)} pets; the first one reads the gallery: ${milliseconds(first)}`,
      },
      {
        what: `identify among ${count(templates)} templates adds to the analysis`,
        value: milliseconds(added),
        target: `<= ${TARGET_MS} ms`,
        met: added <= TARGET_MS,
        beside: `median of identify ${milliseconds(median(identifications))} less median of analysis ${milliseconds(median(analyses))}; ${identifications.length} of each, taking turns`,
      },
    ];
  } finally {
    await recogniser.close();
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
}

type Recogniser = Awaited<ReturnType<typeof createNodeRecogniser>>;

/** The first photo in which exactly one head is found. */
async function findProbe(recogniser: Recogniser, photosDir: string) {
  for (const bytes of await readPhotos(photosDir)) {
    const result = await recogniser.analyse(bytes);
    if (result.kind === 'rejected') continue;
    const [head, second] = result.photo.heads;
    if (head !== undefined && second === undefined) return { bytes, species: head.species, vector: head.template.vector };
  }
  throw new Error('The detector finds exactly one head in none of the drawn photos.');
}

function queryFor({ embedder, pipeline }: RecogniserModels, species: Species, vector: UnitVector) {
  return { vector, model: embedder, pipeline, species, limit: 5 };
}

/** Similarity of the probe with each vector; the best, so that nothing can be left out as unused. */
function compareWithAll(vectors: readonly UnitVector[], probe: UnitVector): number {
  if (probe.length !== TEMPLATE_DIMENSIONS) throw new RangeError(`A template has ${TEMPLATE_DIMENSIONS} numbers.`);
  let best = Number.NEGATIVE_INFINITY;
  for (const vector of vectors) best = Math.max(best, dotProduct(probe, vector));
  return best;
}
