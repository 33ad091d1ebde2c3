import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { enrolPet, type PetId, verify } from '@snout/core/recognition';
import { createInMemoryPhotoStore } from '@snout/core/testing';
import { createGallery, openEmbedded } from '@snout/postgres';
import { createNodeMarkFinder, createNodeRecogniser } from '@snout/vision/node';
import type { BenchmarkRow, BenchmarkSetup } from './benchmark.ts';
import { median, quantile } from './measure/statistics.ts';
import { timed } from './measure/time.ts';
import { milliseconds } from './measure/words.ts';
import { drawPets } from './photos/draw-photos.ts';

const TARGET_MS = 250;
const STORED = 3;

/**
 * Verification as the service does it, on one processor: networks run one after the other, in workers of one thread each; only the marks of stored
 * photos are read beside. The first one of a pet also finds these.
 */
export async function verification({ modelsDir, quick }: BenchmarkSetup): Promise<readonly BenchmarkRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'snout-bench-'));
  const recogniser = await createNodeRecogniser({ modelsDir, workers: 1, threads: 1 });
  const markFinder = await createNodeMarkFinder({ modelsDir, workers: 1 });
  const database = await openEmbedded(join(folder, 'database'));
  const clock = { now: () => new Date() };
  let id = 0;
  const deps = {
    gallery: createGallery(database),
    photos: createInMemoryPhotoStore(clock),
    recogniser,
    markFinder: null,
    clock,
    ids: { next: () => `id-${++id}` },
  };
  const ask = (petId: PetId, bytes: Uint8Array, finder: typeof markFinder | null) =>
    verify({ ...deps, markFinder: finder }, { petId, photos: [{ name: 'probe.jpg', bytes }], use: 'identify' });
  try {
    const first: number[] = [];
    const later: number[] = [];
    const faces: number[] = [];
    const processor: number[] = [];
    const pets = await enrolled();
    for (const { petId, probe } of pets) first.push(await timed(() => ask(petId, probe, markFinder)));
    for (let round = 0; round < (quick ? 2 : 100); round++) {
      const pet = pets[round % pets.length];
      if (pet === undefined) continue;
      const before = process.cpuUsage();
      later.push(await timed(() => ask(pet.petId, pet.probe, markFinder)));
      const { user, system } = process.cpuUsage(before);
      processor.push((user + system) / 1000);
      faces.push(await timed(() => ask(pet.petId, pet.probe, null)));
    }
    return [
      {
        what: `A photo verified by face and coat, ${STORED} stored photos, on one processor: median`,
        value: milliseconds(median(later)),
        target: `<= ${TARGET_MS} ms`,
        met: median(later) <= TARGET_MS,
        beside: `by the face alone ${milliseconds(median(faces))}; processor time of all threads, which others do not prolong by making wait: ${milliseconds(median(processor))}; 95th percentile ${milliseconds(quantile(later, 0.95))}; the first one of each pet, which finds the marks of its stored photos too: ${milliseconds(median(first))}; ${later.length} of each, taking turns, ${pets.length} pets`,
      },
    ];
  } finally {
    await markFinder.close();
    await recogniser.close();
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }

  async function enrolled() {
    const pets: { readonly petId: PetId; readonly probe: Uint8Array }[] = [];
    for (const [index, [probe, ...photos]] of (await drawPets(quick ? 2 : 6, STORED + 1)).entries()) {
      const files = photos.map((bytes, photo) => ({ name: `${photo}.jpg`, bytes }));
      const result = await enrolPet(deps, { name: `Pet ${index}`, photos: files, sameAnimal: true, allowDuplicate: true });
      if (result.kind !== 'enrolled' || probe === undefined) continue;
      const asked = await ask(result.pet.id, probe, null);
      if (asked.kind === 'verified') pets.push({ petId: result.pet.id, probe });
    }
    if (pets.length === 0) throw new Error('None of the drawn pets could be enrolled and verified.');
    return pets;
  }
}
