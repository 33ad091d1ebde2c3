import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MarkFinder } from '@snout/core/matching';
import { enrolPet, identify, type PhotoFile, type RecognitionDeps } from '@snout/core/recognition';
import { createInMemoryGallery, createInMemoryPhotoStore } from '@snout/core/testing';
import { createNodeMarkFinder, createNodeRecogniser } from '@snout/vision/node';
import { MODELS_DIR } from './evaluation/weights.ts';

/** Photos asked about, of each animal. */
const ASKED = 3;
/** A search finds the marks of six stored photos at most: so many searches find those of a shortlist. */
const SEARCHES = 4;

const [folder, names] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write(
    'node bench/src/run-coats-in-search.ts FOLDER [NAMES]: a folder an animal; NAMES: a file with the folders to take, one a line.\n',
  );
  process.exitCode = 2;
} else await main(folder, names);

/** Searches with and without the coats, one photo enrolled of each animal: how often the animal itself comes first. The table of ADR 27. */
async function main(root: string, namesFile: string | undefined): Promise<void> {
  const recogniser = await createNodeRecogniser({ modelsDir: MODELS_DIR });
  const markFinder = await createNodeMarkFinder({ modelsDir: MODELS_DIR });
  const clock = { now: () => new Date() };
  let id = 0;
  // In the order of their making, whatever the gallery sorts by.
  const ids = { next: () => `id-${String(++id).padStart(6, '0')}` };
  const deps = { gallery: createInMemoryGallery(), photos: createInMemoryPhotoStore(clock), recogniser, markFinder: null, clock, ids };
  const animals = namesFile === undefined ? await readdir(root) : (await readFile(namesFile, 'utf8')).split('\n').filter(Boolean);
  const { enrolled, probes } = await enrolAll(deps, root, animals.toSorted());
  const figures = await compareSearches(deps, markFinder, probes);
  process.stdout.write(`${JSON.stringify({ animals: enrolled, ...figures })}\n`);
  await markFinder.close();
  await recogniser.close();
}

interface Probe {
  readonly animal: string;
  readonly file: PhotoFile;
}

/** The first photo of each animal is enrolled, the next ones are asked about. */
async function enrolAll(deps: RecognitionDeps, root: string, animals: readonly string[]) {
  const probes: Probe[] = [];
  let enrolled = 0;
  for (const animal of animals) {
    const [first, ...others] = await photosOf(join(root, animal));
    if (first === undefined || others.length === 0) continue;
    const result = await enrolPet(deps, { name: animal, photos: [first], allowDuplicate: true });
    if (result.kind !== 'enrolled') continue;
    enrolled++;
    probes.push(...others.slice(0, ASKED).map((file) => ({ animal, file })));
  }
  return { enrolled, probes };
}

async function compareSearches(deps: RecognitionDeps, finder: MarkFinder, probes: readonly Probe[]) {
  let looks = 0;
  const find: MarkFinder['find'] = (...asked) => {
    looks++;
    return finder.find(...asked);
  };
  const coats = { markFinder: { ...finder, find }, photos: deps.photos };
  const figures = { photos: 0, coatsLookedAt: 0, firstByFace: 0, firstWithCoat: 0, wrongToRight: 0, rightToWrong: 0 };
  for (const { animal, file } of probes) {
    const byFace = await firstName(deps, file);
    if (byFace === null) continue;
    const before = looks;
    let withCoat: string | null = null;
    for (let search = 0; search < SEARCHES; search++) withCoat = await firstName({ ...deps, coats }, file);
    const [face, coat] = [byFace === animal, withCoat === animal];
    figures.photos++;
    figures.coatsLookedAt += Number(looks > before);
    figures.firstByFace += Number(face);
    figures.firstWithCoat += Number(coat);
    figures.wrongToRight += Number(!face && coat);
    figures.rightToWrong += Number(face && !coat);
  }
  return figures;
}

/** The animal that comes first, though it be unlikely; null when the photo does not show one head. */
async function firstName(deps: Parameters<typeof identify>[0], file: PhotoFile): Promise<string | null> {
  const { photos } = await identify(deps, { photos: [file], use: 'lost-pet', limit: 5 });
  const [answer] = photos;
  if (answer?.kind !== 'identified' || answer.heads.length !== 1) return null;
  return answer.heads[0]?.decision.candidates[0]?.pet.name ?? null;
}

async function photosOf(directory: string): Promise<readonly PhotoFile[]> {
  const files = (await readdir(directory)).filter((name) => /\.jpe?g$/i.test(name)).sort();
  return Promise.all(files.map(async (name) => ({ name, bytes: new Uint8Array(await readFile(join(directory, name))) })));
}
