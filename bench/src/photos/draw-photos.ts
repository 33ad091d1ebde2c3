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
  await mkdir(folder, { recursive: true });
  for (let index = 0; index < photos; index++) {
    const file = join(folder, `drawn-${String(index).padStart(3, '0')}.jpg`);
    if (existsSync(file)) continue;
    process.stderr.write(`\rDrawing photos: ${index + 1} of ${photos}`);
    await writeFile(`${file}.new`, await drawPhoto(index));
    await rename(`${file}.new`, file);
    if (index === photos - 1) process.stderr.write('\n');
  }
  const sizes = await Promise.all((await readPhotos(folder)).map(({ length }) => length));
  const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  return {
    folder,
    inWords: `${count(sizes.length)} drawn photos of one animal each, ${WIDTH} x ${HEIGHT} px JPEG, ${count(Math.round(mean / 1000))} KB on average`,
  };
}

function drawPhoto(index: number): Promise<Uint8Array> {
  // Heads from a quarter to two thirds of the photo's height.
  const headSize = HEIGHT * (0.25 + 0.05 * (index % 9));
  const scene = drawScene({
    pets: [{ seed: `bench/${index}`, species: index % 2 === 0 ? 'dog' : 'cat' }],
    photoSeed: `bench/${index}`,
    width: WIDTH,
    height: HEIGHT,
    headSize,
    candid: false,
  });
  return renderPhoto(scene, { format: 'jpeg', quality: 88 });
}

async function versionOfGenerator(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of (await readdir(SOURCES)).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts')).sort()) {
    hash.update(await readFile(join(SOURCES, name)));
  }
  return hash.digest('hex').slice(0, 12);
}
