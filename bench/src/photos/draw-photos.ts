import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { drawScene } from '@snout/drawn-pets';
import { renderPhoto } from '@snout/drawn-pets/node';
import { count } from '../measure/words.ts';
import { readPhotos } from './read-photos.ts';

const WIDTH = 1280;
const HEIGHT = 960;
const CACHE = resolve(import.meta.dirname, '../../../.cache/bench-photos');
const SOURCES = resolve(import.meta.dirname, '../../../packages/drawn-pets/src');

/** A folder of drawn photos of one animal each, and what they are in words. */
export interface DrawnPhotos {
  readonly folder: string;
  readonly inWords: string;
}

/**
 * Photos as people take them, one animal each. Drawing one takes seconds, so they are kept; another version of the generator draws
 * them anew. Detail matters for speed only through the size of the file: some 200 KB, as cameras and phones make them at this size.
 */
export async function drawPhotos(photos: number): Promise<DrawnPhotos> {
  const folder = join(CACHE, `${await versionOfGenerator()}-${photos}`);
  await drawInto(
    folder,
    Array.from({ length: photos }, (_, index) => ({ name: `drawn-${threeDigits(index)}.jpg`, scene: { pet: index, photo: `${index}` } })),
  );
  const sizes = await Promise.all((await readPhotos(folder)).map(({ length }) => length));
  const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  return {
    folder,
    inWords: `${count(sizes.length)} drawn photos of one animal each, ${WIDTH} x ${HEIGHT} px JPEG, ${count(Math.round(mean / 1000))} KB on average`,
  };
}

/** Photos of the same kind, several of each animal, from the front: by animal. */
export async function drawPets(pets: number, photosEach: number): Promise<readonly (readonly Uint8Array[])[]> {
  const folder = join(CACHE, `${await versionOfGenerator()}-${pets}-pets-of-${photosEach}`);
  await drawInto(
    folder,
    Array.from({ length: pets * photosEach }, (_, index) => {
      const pet = Math.floor(index / photosEach);
      const photo = index % photosEach;
      return { name: `pet-${threeDigits(pet)}-${photo}.jpg`, scene: { pet, photo: `${pet}/${photo}`, view: 'frontal' as const } };
    }),
  );
  const photos = await readPhotos(folder);
  return Array.from({ length: pets }, (_, pet) => photos.slice(pet * photosEach, (pet + 1) * photosEach));
}

interface PhotoOrder {
  readonly name: string;
  readonly scene: { readonly pet: number; readonly photo: string; readonly view?: 'frontal' };
}

async function drawInto(folder: string, orders: readonly PhotoOrder[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  const missing = orders.filter(({ name }) => !existsSync(join(folder, name)));
  for (const [index, { name, scene }] of missing.entries()) {
    process.stderr.write(`\rDrawing photos: ${index + 1} of ${missing.length}${index === missing.length - 1 ? '\n' : ''}`);
    const file = join(folder, name);
    await writeFile(`${file}.new`, await drawPhoto(scene));
    await rename(`${file}.new`, file);
  }
}

function drawPhoto({ pet, photo, view }: PhotoOrder['scene']): Promise<Uint8Array> {
  // Heads from a quarter to two thirds of the photo's height.
  const headSize = HEIGHT * (0.25 + 0.05 * (pet % 9));
  const scene = drawScene({
    pets: [{ seed: `bench/${pet}`, species: pet % 2 === 0 ? 'dog' : 'cat' }],
    photoSeed: `bench/${photo}`,
    width: WIDTH,
    height: HEIGHT,
    headSize,
    candid: false,
    ...(view && { view }),
  });
  return renderPhoto(scene, { format: 'jpeg', quality: 88 });
}

function threeDigits(number: number): string {
  return String(number).padStart(3, '0');
}

async function versionOfGenerator(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of (await readdir(SOURCES)).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts')).sort()) {
    hash.update(await readFile(join(SOURCES, name)));
  }
  return hash.digest('hex').slice(0, 12);
}
